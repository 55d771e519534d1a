"""Reasons and findings as sentences, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable

from spark_tools.i18n import Words
from spark_tools.model import Finding, Function, Outcome, Reason, ReasonKind


def reason_sentence(reason: Reason, words: Words) -> str:
    """Give *reason* as one sentence without a full stop; *words* are those of ``compose``."""
    details = reason.details
    if reason.kind is ReasonKind.FOLLOWS_UP and not details:
        return words("Follows up on the actions in the logbook")
    if reason.kind is ReasonKind.FOLLOWS_UP:
        return words(
            "Follows up on the actions from meeting {meetings}", meetings=listed(details, words)
        )
    if reason.kind is ReasonKind.NEEDS_MISSING:
        return words("Needs {outcomes} first", outcomes=outcomes(details, words))
    if reason.kind is ReasonKind.FITS_THEME:
        return words.count(
            "Fits the theme {themes}",
            "Fits the themes {themes}",
            len(details),
            themes=listed(details, words),
        )
    if reason.kind is ReasonKind.OTHER_THEME:
        return words("Is about {themes}", themes=listed(details, words))
    if reason.kind is ReasonKind.BUILDS_ON:
        return words("Builds on {exercises}", exercises=listed(details, words))
    if reason.kind is ReasonKind.FITS_GROUP and details[1] == details[2]:
        return words("Suits {groups} groups of {size}", groups=details[0], size=details[1])
    return words(_sentence(reason.kind)).format(*details)


def _sentence(kind: ReasonKind) -> str:
    """Give the English sentence of *kind*, its details as ``{0}``, ``{1}`` and so on."""
    sentences = {
        ReasonKind.REQUESTED: "Asked for in the brief",
        ReasonKind.PREFERRED: "A usual choice for “{0}”",
        ReasonKind.FITS_ALL_THEMES: "Fits every theme",
        ReasonKind.FITS_GROUP: "Suits {0} groups of {1} to {2}",
        ReasonKind.ONLY_CANDIDATE: "The only exercise that fits here",
        ReasonKind.NEEDED_LATER: "Prepares for “{0}”",
        ReasonKind.BEST_TOTAL: "Best for the course as a whole, out of {0} possible",
        ReasonKind.TOO_FEW: "Only {0} participants; needs at least {1}",
        ReasonKind.TOO_MANY: "{0} participants; takes at most {1}",
        ReasonKind.GROUPS_DO_NOT_SPLIT: "{0} participants do not split into groups of {1} to {2}",
        ReasonKind.OTHER_COURSE_TYPE: "Not made for the course type {0}",
        ReasonKind.EXCLUDED: "Left out by the brief",
        ReasonKind.NO_PLACE: "No meeting has a place for it",
        ReasonKind.NO_LOOK_BACK_YET: "There is nothing to look back at yet",
        ReasonKind.USED_ELSEWHERE: "Already comes in meeting {0}",
        ReasonKind.NO_TIME: "Takes at least {0} minutes, and there is no time",
        ReasonKind.LOWER_TOTAL: "“{0}” fits better here",
        ReasonKind.NOT_TRANSLATED: "Has no text in this language; “{0}” has",
    }
    return sentences[kind]


def finding_sentence(finding: Finding, words: Words) -> str:
    """Give *finding* as one sentence with its full stop; *words* are those of ``compose``.

    A plugin's finding comes with its own text, which is given as it stands.
    """
    if finding.text:
        return finding.text
    if finding.code == "against-advice":
        title, kind, *details = finding.details
        reason = reason_sentence(Reason(ReasonKind(kind), tuple(details)), words)
        return words(
            "{exercise} comes because the brief asks for it: {why}.",
            exercise=quoted(title, words),
            why=mid_sentence(reason),
        )
    if finding.code == "untranslated":
        return words(
            "These exercises have no text in the language of the course: {exercises}.",
            exercises=listed([quoted(title, words) for title in finding.details], words),
        )
    sentences = {
        "few-participants": (
            "{0} participants are fewer than the usual {1} to {2} for this course type."
        ),
        "many-participants": (
            "{0} participants are more than the usual {1} to {2} for this course type."
        ),
        "few-committees": (
            "{0} committees are fewer than the usual {1} to {2} for this course type."
        ),
        "many-committees": (
            "{0} committees are more than the usual {1} to {2} for this course type."
        ),
        "no-dates": "No meeting has a date yet.",
        "some-dates": "These meetings have no date yet: {0}.",
        "weekend": "Meeting {0} is on a Saturday or a Sunday ({1}).",
        "order": "Meeting {0} ({1}) is not after meeting {2} ({3}).",
        "short-interval": "There are only {0} days between meeting {1} and meeting {2}.",
        "long-interval": "There are {0} weeks between meeting {1} and meeting {2}.",
        "squeezed": "“{1}” gets only {2} minutes in meeting {0}; it usually takes {3}.",
        "large-buffer": "Meeting {0} has {1} minutes to spare.",
        "not-proved": (
            "There are so many exercises to choose from that a still better plan may exist."
        ),
        "held-without": "Meeting {0} has been held, and “{1}” was not in it.",
        "held-another-day": (
            "Meeting {0} has been held and stands as it was planned: "
            "its date in the brief changes nothing."
        ),
        "over-without": "“{0}” is asked for, and all meetings have been held without it.",
        "no-evaluation": "The course type has no place for an evaluation in the last meeting.",
        "no-look-back": (
            "Meeting {0} has no exercise that looks back at the actions that are waiting."
        ),
    }
    return words(sentences[finding.code]).format(*finding.details)


def mid_sentence(sentence: str) -> str:
    """Give *sentence* as it stands after a colon."""
    return sentence[0].lower() + sentence[1:]


def outcomes(names: Iterable[str], words: Words) -> str:
    """Give outcomes, named by their values, as a list to read."""
    named = {
        Outcome.PREPARATION: "preparation",
        Outcome.PERSPECTIVES: "perspectives",
        Outcome.WISH: "a wish for change",
        Outcome.STANDARD: "a shared standard",
        Outcome.ACTIONS: "try-out actions",
        Outcome.LEARNING: "learning",
    }
    return listed([words(named[Outcome(name)]) for name in names], words)


def functions(names: Iterable[Function], words: Words) -> str:
    """Give functions as a list to read."""
    named = {
        Function.ARRIVE: "arriving",
        Function.LOOK_BACK: "looking back",
        Function.EXPLORE: "exploring",
        Function.ALIGN: "agreeing",
        Function.ACT: "choosing actions",
        Function.ANCHOR: "anchoring",
        Function.EVALUATE: "evaluating",
        Function.LEAVE: "closing",
        Function.PREPARE: "preparing before a meeting",
        Function.BETWEEN: "the interval between meetings",
    }
    return listed([words(named[name]) for name in names], words)


def quoted(title: str, words: Words) -> str:
    """Put *title* in the quotation marks of the language."""
    return words("“{title}”", title=title)


def listed(parts: Iterable[str], words: Words) -> str:
    """Join *parts* for reading: a, b and c."""
    *most, last = parts
    return words("{most} and {last}", most=", ".join(most), last=last) if most else last

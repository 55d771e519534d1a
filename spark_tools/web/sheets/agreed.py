"""What the sheets agree: each action once, and those that have ended known as such."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs
from attrs import frozen

from spark_tools.content.names import same_name
from spark_tools.document.action_rows import named, state_called, told
from spark_tools.forms.docx.answers import Answer, FilledSheet
from spark_tools.forms.logbook.conflicts import newest
from spark_tools.forms.logbook.intake import Intake
from spark_tools.forms.logbook.same import same
from spark_tools.i18n import LANGUAGES
from spark_tools.model import Action, ActionState, Logbook, Meaning
from spark_tools.web.sheets.told import taken_apart


@frozen
class Mentioned:
    """An action that a sheet tells of.

    ``stood`` is what its row said beforehand, where it was agreed on a sheet before this one.
    """

    action: Action
    stood: str = ""


def agreements(sheets: Iterable[FilledSheet]) -> tuple[Action, ...]:
    """Give the actions that wait for a look-back after all *sheets*.

    The sheets that look back come after those that only agree, in the order they were
    saved; what one of them says has ended is not taken up again.
    """
    found = [(sheet, mentioned(sheet)) for sheet in sheets]
    found.sort(
        key=lambda each: (
            any(one.stood for one in each[1]),
            each[0].saved or datetime.datetime.min,
        )
    )
    board = _Board()
    for _sheet, mentions in found:
        for one in mentions:
            board.put(one)
    return tuple(action for action in board.actions if not action.ended)


def mentioned(filled: FilledSheet) -> tuple[Mentioned, ...]:
    """Give the actions that one sheet tells of, ended or not."""
    if not any(answer.field.means is Meaning.WHAT for answer in filled.answers):
        return ()
    rows = _rows_before(filled)
    before = {row: _as_it_stood(row, answers, filled.saved) for row, answers in rows.items()}
    # Only what and how far: who and when on this sheet go before what stood there.
    known = (Action(each.id, each.what, state=each.state) for each in before.values())
    intake = Intake(Logbook(actions=tuple(known)), newest)
    intake.take(_with_what_stood(filled, rows))
    whose = _committee(filled)
    return tuple(
        Mentioned(_filled_up(action, before.get(action.id), whose), _what(rows.get(action.id, {})))
        for action in intake.logbook.actions
    )


_Row = Mapping[Meaning, Answer]


def _rows_before(filled: FilledSheet) -> dict[str, _Row]:
    """Give the rows that were filled in beforehand and still say what, by their ids."""
    rows: dict[str, dict[Meaning, Answer]] = {}
    for answer in filled.answers:
        field = answer.field
        if field.row and not field.row.isdecimal() and field.means:
            rows.setdefault(field.row, {}).setdefault(field.means, answer)
    return {row: answers for row, answers in rows.items() if _what(answers)}


def _what(row: _Row) -> str:
    return row[Meaning.WHAT].value if Meaning.WHAT in row else ""


def _as_it_stood(row: str, answers: _Row, saved: datetime.datetime | None) -> Action:
    """Give the action that was printed in *row*.

    Who and when are told with it where they have no columns of their own before the decision.
    """
    what, who, day = _what(answers), "", None
    means = list(answers)
    printed = means[: means.index(Meaning.DECISION)] if Meaning.DECISION in means else means
    if not {Meaning.WHO, Meaning.REVIEW, Meaning.STATE}.intersection(printed):
        what, who, day = taken_apart(what, saved)
    state = answers.get(Meaning.STATE)
    how_far = state_called(state.value) if state else None
    return Action(row, what, who, day, how_far or ActionState.AGREED)


def _with_what_stood(filled: FilledSheet, rows: Mapping[str, _Row]) -> FilledSheet:
    """Give *filled* with what was printed in *rows* marked as that, so that it is no news."""
    printed = {id(row[Meaning.WHAT]) for row in rows.values()}
    answers = tuple(
        attrs.evolve(each, field=attrs.evolve(each.field, value=each.value))
        if id(each) in printed
        else each
        for each in filled.answers
    )
    form = attrs.evolve(filled.form, fields=tuple(each.field for each in answers))
    return attrs.evolve(filled, form=form, answers=answers)


def _committee(filled: FilledSheet) -> str:
    values = (each.value for each in filled.answers if each.field.means is Meaning.COMMITTEE)
    return next((" ".join(value.split()) for value in values if value), "")


def _filled_up(action: Action, stood: Action | None, whose: str) -> Action:
    """Give *action* with who and when as they *stood*, where the sheet says nothing newer."""
    who, review = (stood.who, stood.review) if stood else ("", None)
    return attrs.evolve(
        action,
        who=action.who or who,
        review=action.review or review,
        committee=action.committee or whose,
    )


class _Board:
    """The actions of all sheets so far."""

    def __init__(self) -> None:
        self.actions: list[Action] = []
        self._by_text: dict[str, list[int]] = defaultdict(list)

    def put(self, new: Mentioned) -> None:
        """Add an action, or let it go on with the one that it is."""
        place = next(self._places(new), None)
        if place is None:
            place = len(self.actions)
            self.actions.append(new.action)
        else:
            self.actions[place] = _gone_on(self.actions[place], new.action)
        for text in {same(each) for each in _called(self.actions[place])}:
            if place not in self._by_text[text]:
                self._by_text[text].append(place)

    def _places(self, new: Mentioned) -> Iterator[int]:
        """Give where actions stand that say the same, and that *new* may be."""
        for text in dict.fromkeys(map(same, (*_called(new.action), new.stood))):
            for place in self._by_text.get(text, ()) if text else ():
                known = self.actions[place]
                if _of_one_committee(known, new.action) and (
                    new.stood or _agree(known, new.action)
                ):
                    yield place


def _called(action: Action) -> Sequence[str]:
    """Give all that *action* may be called on a sheet."""
    return (action.what, named(action), *(told(action, language) for language in LANGUAGES))


def _of_one_committee(one: Action, other: Action) -> bool:
    names = {same_name(one.committee), same_name(other.committee)}
    return len(names - {""}) < 2


def _agree(one: Action, other: Action) -> bool:
    """Whether *one* and *other* do not say two things of who and when."""
    whos = {same(one.who), same(other.who)} - {""}
    days = {one.review, other.review} - {None}
    return len(whos) < 2 and len(days) < 2


def _gone_on(known: Action, new: Action) -> Action:
    """Give *known* as *new* says that it is now; what has ended has."""
    return attrs.evolve(
        known,
        who=new.who or known.who,
        review=new.review or known.review,
        state=known.state if known.ended else new.state,
        committee=known.committee or new.committee,
    )

"""Searching by words; ``search.js`` does the same in the browser, by the rules and texts here."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import frozen

from spark_tools.content.library import Library, Thing
from spark_tools.content.prose import blocks
from spark_tools.i18n import LANGUAGES
from spark_tools.model import Exercise, Prose, Theme, running_text

FOLDED: Mapping[str, str] = {
    "æ": "ae",
    "ø": "oe",
    "å": "aa",
    "é": "e",
    "ö": "oe",
    "ä": "ae",
    "ü": "u",
}

ENDINGS = ("ernes", "erne", "enes", "ene", "ers", "er", "ens", "en", "ets", "et", "es", "e", "s")
"""How Danish nouns and verbs end; what somebody types may have another ending than the text."""

SHORTEST_STEM = 4
"""So many letters a word keeps; shorter ones are not looked for inside others."""

SMALL_WORDS = (
    *("af", "at", "de", "den", "der", "det", "dig", "du", "en", "er", "et", "for", "fra", "få"),
    *("har", "hinanden", "hos", "hvad", "hvor", "hvordan", "hvornår", "i", "ikke", "jeg", "jer"),
    *("jeres", "kan", "man", "med", "mig", "mod", "når", "og", "om", "os", "på", "sig", "skal"),
    *("som", "så", "til", "ved", "vi", "vil", "vores"),
    *("a", "an", "and", "are", "do", "have", "how", "in", "is", "of", "on", "our", "the", "to"),
    *("us", "we", "what", "with"),
)
"""Words that say nothing about what somebody looks for; they need not be found."""

_FOLDED = {ord(letter): plain for letter, plain in FOLDED.items()}
_WORD = re.compile(r"[^\W_]+")

Fields = tuple[str, str, str, str]
"""What is searched of a thing, folded: its title, other names, its purpose, and the rest."""


def fold(words: str) -> str:
    """Give *words* as they are compared: small letters, ``oe`` for ø, one space between."""
    small = unicodedata.normalize("NFC", words).lower()
    return " ".join(_WORD.findall(small.translate(_FOLDED)))


_SMALL = frozenset(map(fold, SMALL_WORDS))


def stem(word: str) -> str:
    """Give a folded *word* without its ending, where that leaves enough of it."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def stems(query: str) -> list[str]:
    """Give what must be found of *query*: all but the small words, unless there is nothing else."""
    words = fold(query).split()
    telling = [word for word in words if word not in _SMALL]
    return [stem(word) for word in telling or words]


def rank(query: str, searched: Fields) -> int | None:
    """Tell how well *searched* answers *query*, 0 being best; None where it does not.

    Every word must stand somewhere, inside a longer one or with another ending too; a very
    short one only at the beginning of a word. A word counts by the first field it stands in.
    """
    places = [
        next((place for place, field in enumerate(searched) if _stands_in(field, each)), None)
        for each in stems(query)
    ]
    if any(place is None for place in places):
        return None
    return sum(place or 0 for place in places)


def _stands_in(field: str, word: str) -> bool:
    return word in field if len(word) >= SHORTEST_STEM else f" {word}" in f" {field}"


@frozen(eq=False)
class Finder:
    """Finds things of a library by words."""

    library: Library

    def exercises(self, query: str, among: Iterable[Exercise]) -> list[Exercise]:
        """Give those of *among* that answer *query*, the best first, else in their order."""
        return _best_first(query, among, self._exercises)

    def themes(self, query: str) -> list[Theme]:
        """Give the themes that answer *query*, the best first; none where nothing is asked."""
        return _best_first(query, self.library.themes, self._themes) if fold(query) else []

    def script(self) -> str:
        """Give the script that holds the rules, and what is searched of each thing by its id."""
        index = {
            "folded": FOLDED,
            "endings": ENDINGS,
            "shortestStem": SHORTEST_STEM,
            "smallWords": sorted(_SMALL),
            "exercises": self._exercises,
            "themes": self._themes,
        }
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        return f"globalThis.sparkIndex = {text};\n"

    @cached_property
    def _exercises(self) -> Mapping[str, Fields]:
        return {each.id: exercise_fields(each, self.library) for each in self.library.exercises}

    @cached_property
    def _themes(self) -> Mapping[str, Fields]:
        return {each.id: theme_fields(each, self.library) for each in self.library.themes}


def exercise_fields(exercise: Exercise, library: Library) -> Fields:
    """Give what is searched of *exercise*, in every language there is.

    The rest is when to use it, its questions, its steps and sheets, and what the themes
    that it is made for are about.
    """
    rest: list[str] = []
    twins = _with_twins(exercise, library)
    for each in twins:
        rest += (_read(each.when), *each.questions)
        rest += [step.title for step in each.steps]
        rest += [handout.title for handout in each.handouts]
    for theme in library.themes:
        if theme.id in exercise.themes:
            for twin in _with_twins(theme, library):
                rest += (twin.title, *twin.aliases, *(part.title for part in twin.subtopics))
    return _fields(twins, [each.purpose for each in twins], rest)


def theme_fields(theme: Theme, library: Library) -> Fields:
    """Give what is searched of *theme*, in every language there is; the rest is its subtopics."""
    twins = _with_twins(theme, library)
    rest = [part.title for each in twins for part in each.subtopics]
    return _fields(twins, [each.summary for each in twins], rest)


def _best_first(query: str, things: Iterable[Thing], searched: Mapping[str, Fields]) -> list[Thing]:
    found = [(rank(query, searched[each.id]), each) for each in things]
    hits = [(place, each) for place, each in found if place is not None]
    return [each for _, each in sorted(hits, key=lambda hit: hit[0])]


def _fields(twins: Iterable[Exercise | Theme], purposes: list[str], rest: list[str]) -> Fields:
    titles = [each.title for each in twins]
    names = [name for each in twins for name in each.aliases]
    title, others, purpose, more = (
        fold(" ".join(each)) for each in (titles, names, purposes, rest)
    )
    return title, others, purpose, more


def _with_twins(thing: Thing, library: Library) -> list[Thing]:
    twins: list[Thing] = [thing]
    for language in LANGUAGES:
        twin = library.in_language(thing, language)
        if twin not in twins:
            twins.append(twin)
    return twins


def _read(prose: Prose) -> str:
    """Give the words of *prose* without its marks."""
    return " ".join(words for block in blocks(prose) for words in running_text(block))

"""Searching exercises by words; ``search.js`` does the same in the browser."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence

from spark_tools.content.library import Library
from spark_tools.model import Exercise

FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ö": "oe", "ä": "ae", "ü": "u"})

Fields = tuple[str, str, str]
"""What is searched of an exercise, folded: its names, its purpose, and the rest."""


def fold(words: str) -> str:
    """Give *words* as they are compared: small letters, ``oe`` for ø, one space between."""
    return " ".join(unicodedata.normalize("NFC", words).lower().translate(FOLDED).split())


def fields(exercise: Exercise, library: Library) -> Fields:
    """Give what is searched of *exercise*, in every language there is."""
    twins = [twin for twin in library.translations if _is_twin(twin, exercise)]
    names: list[str] = []
    purposes: list[str] = []
    rest: list[str] = []
    for each in (exercise, *twins):
        if isinstance(each, Exercise):
            names += (each.title, *each.aliases)
            purposes.append(each.purpose)
            rest += (*each.questions, *(step.title for step in each.steps))
            rest += (handout.title for handout in each.handouts)
    return fold(" ".join(names)), fold(" ".join(purposes)), fold(" ".join(rest))


def _is_twin(twin: object, exercise: Exercise) -> bool:
    return isinstance(twin, Exercise) and twin.id == exercise.id


def rank(query: str, searched: Fields) -> int | None:
    """Tell how well *searched* answers *query*, 0 being best; None where it does not.

    Every word must stand somewhere, inside a longer one too. A word counts by the
    first field it stands in.
    """
    places = [
        next((place for place, field in enumerate(searched) if word in field), None)
        for word in fold(query).split()
    ]
    if any(place is None for place in places):
        return None
    return sum(place or 0 for place in places)


def ranked(query: str, exercises: Iterable[Exercise], library: Library) -> list[Exercise]:
    """Give those of *exercises* that answer *query*, the best first, else in their order."""
    found = [(rank(query, fields(each, library)), each) for each in exercises]
    hits = [(place, each) for place, each in found if place is not None]
    return [each for _, each in sorted(hits, key=lambda hit: hit[0])]


def search_index(exercises: Sequence[Exercise], library: Library) -> str:
    """Give the script that holds what is searched, by the exercises' ids."""
    searched = {each.id: fields(each, library) for each in exercises}
    text = json.dumps(searched, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.sparkSearched = {text};\n"

"""Searching exercises by words; ``search.js`` does the same in the browser."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence

from spark_tools.content.library import Library, Thing
from spark_tools.content.prose import blocks
from spark_tools.i18n import LANGUAGES
from spark_tools.model import Exercise, Prose, running_text

FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ö": "oe", "ä": "ae", "ü": "u"})

ENDINGS = ("ernes", "erne", "enes", "ene", "ers", "er", "ens", "en", "ets", "et", "es", "e", "s")
"""How Danish nouns and verbs end; what somebody types may have another ending than the text."""

SHORTEST_STEM = 4

Fields = tuple[str, str, str, str]
"""What is searched of an exercise, folded: its title, other names, its purpose, and the rest."""


def fold(words: str) -> str:
    """Give *words* as they are compared: small letters, ``oe`` for ø, one space between."""
    return " ".join(unicodedata.normalize("NFC", words).lower().translate(FOLDED).split())


def stem(word: str) -> str:
    """Give a folded *word* without its ending, where that leaves enough of it."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def fields(exercise: Exercise, library: Library) -> Fields:
    """Give what is searched of *exercise*, in every language there is.

    The rest is when to use it, its questions, its steps and sheets, and what the themes
    that it is made for are about.
    """
    titles: list[str] = []
    names: list[str] = []
    purposes: list[str] = []
    rest: list[str] = []
    for each in _with_twins(exercise, library):
        titles.append(each.title)
        names += each.aliases
        purposes.append(each.purpose)
        rest += (_read(each.when), *each.questions)
        rest += [step.title for step in each.steps]
        rest += [handout.title for handout in each.handouts]
    for theme in library.themes:
        if theme.id in exercise.themes:
            for twin in _with_twins(theme, library):
                rest += (twin.title, *twin.aliases, *(part.title for part in twin.subtopics))
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


def rank(query: str, searched: Fields) -> int | None:
    """Tell how well *searched* answers *query*, 0 being best; None where it does not.

    Every word must stand somewhere, inside a longer one or with another ending too. A
    word counts by the first field it stands in.
    """
    places = [
        next((place for place, field in enumerate(searched) if stem(word) in field), None)
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

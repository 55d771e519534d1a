"""The front page: finding what one needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs
from attrs import frozen

from spark_tools.compose.filters import fitting
from spark_tools.content.library import Library
from spark_tools.i18n import Words, words
from spark_tools.model import Exercise
from spark_tools.web.cards import card
from spark_tools.web.moments import moments
from spark_tools.web.page import Page
from spark_tools.web.search import ranked
from spark_tools.web.wants import MINUTES, PEOPLE, Wants, read_wants


@frozen
class Moment:
    """A moment of a course, with the ids of the exercises for it; ``id`` is its function."""

    id: str
    title: str
    line: str
    exercises: tuple[str, ...]


def front_page(library: Library, language: str, query: Mapping[str, str] = {}) -> Page:
    """Give the front page: every exercise by its moment, or those that answer *query*."""
    _ = words("web", language)
    titles = {theme.id: library.in_language(theme, language).title for theme in library.themes}
    wants = read_wants(query, titles, _)
    found = ranked(wants.q, fitting(library, wants.filters), library)
    return Page(
        path="",
        language=language,
        title=_("What do you need?"),
        template="front",
        shows={
            "wants": wants,
            "moments": _by_moment(library, _),
            "cards": {each.id: card(each, library, _) for each in found},
            "looser": _looser(wants, library, _) if not found else (),
            "themes": tuple(library.in_language(theme, language) for theme in library.themes),
            "minutes": _choices(MINUTES, wants.minutes),
            "people": _choices(PEOPLE, wants.participants),
        },
        description=_("Exercises for TRIO and MED committees, with sheets as Word and PDF."),
    )


def _by_moment(library: Library, _: Words) -> tuple[Moment, ...]:
    """Give the moments that there are exercises for; an exercise stands under its first."""
    ids: dict[str, list[str]] = {}
    for exercise in library.exercises:
        ids.setdefault(exercise.functions[0], []).append(exercise.id)
    return tuple(
        Moment(function.value, title, line, tuple(ids[function]))
        for function, (title, line) in moments(_).items()
        if function in ids
    )


def _choices(offered: Sequence[int], wanted: int | None) -> tuple[int, ...]:
    """Give the numbers to choose between, with the one that is *wanted*."""
    return tuple(sorted({*offered, *([wanted] if wanted else [])}))


def _looser(wants: Wants, library: Library, _: Words) -> tuple[tuple[str, str, int], ...]:
    """Give what would be found with one wish fewer: the wish, its field and how many."""
    names = {
        "q": _("the words"),
        "theme": _("the theme"),
        "function": _("the moment"),
        "minutes": _("the time"),
        "participants": _("the number of people"),
    }
    found = []
    for name, title in names.items():
        if getattr(wants, name):
            without = attrs.evolve(wants, **{name: getattr(Wants(), name)})
            hits: list[Exercise] = ranked(without.q, fitting(library, without.filters), library)
            if hits:
                found.append((title, name, len(hits)))
    return tuple(found)

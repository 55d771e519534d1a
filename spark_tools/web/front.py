"""The front page: finding what one needs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

import attrs
from attrs import frozen

from spark_tools.compose.filters import fitting
from spark_tools.content.library import Library
from spark_tools.i18n import Words, words
from spark_tools.model import Exercise
from spark_tools.web.cards import Card, card
from spark_tools.web.moments import moments
from spark_tools.web.page import Page
from spark_tools.web.search import Finder
from spark_tools.web.wants import MINUTES, PEOPLE, Wants, read_wants


@frozen
class Moment:
    """A moment of a course, with cards of exercises for it; ``id`` is its function."""

    id: str
    title: str
    line: str
    cards: tuple[Card, ...]


@frozen(eq=False)
class Front:
    """The front page of a library in a language, whatever is looked for there."""

    library: Library
    language: str

    def page(self, query: Mapping[str, str] = {}) -> Page:
        """Give it with every exercise by its moment, or with those that answer *query*."""
        _, library = self._words, self.library
        themes = tuple(library.in_language(each, self.language) for each in library.themes)
        wants = read_wants(query, {theme.id: theme.title for theme in themes}, _)
        found = self._found(wants) if wants.anything else []
        return Page(
            path="",
            language=self.language,
            title=_("What do you need?"),
            template="front",
            shows={
                "wants": wants,
                "found": tuple(self._cards[each.id] for each in found),
                "moments": tuple(self._moments(found)),
                "functions": {each: names[0] for each, names in moments(_).items()},
                "wishes": _wishes(_),
                "looser": {} if found else self._looser(wants),
                "themes": themes,
                "about": {theme.id for theme in self._finder.themes(wants.q)},
                "minutes": _choices(MINUTES, wants.minutes),
                "people": _choices(PEOPLE, wants.participants),
                "offered": PEOPLE,
            },
            description=_("Exercises for TRIO and MED committees, with sheets as Word and PDF."),
        )

    @cached_property
    def _words(self) -> Words:
        return words("web", self.language)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.library)

    @cached_property
    def _cards(self) -> Mapping[str, Card]:
        return {each.id: card(each, self.library, self._words) for each in self.library.exercises}

    def _found(self, wants: Wants) -> list[Exercise]:
        return self._finder.exercises(wants.q, fitting(self.library, wants.filters))

    def _moments(self, found: Collection[Exercise]) -> Iterator[Moment]:
        """Give the moments that there are exercises for; one stands under its first.

        Those that are *found* stand elsewhere.
        """
        elsewhere = {each.id for each in found}
        for function, (title, line) in moments(self._words).items():
            here = [each.id for each in self.library.exercises if each.functions[0] == function]
            others = tuple(self._cards[each] for each in here if each not in elsewhere)
            if here:
                yield Moment(function.value, title, line, others)

    def _looser(self, wants: Wants) -> Mapping[str, int]:
        """Give how many there would be with one wish fewer, by the field of the wish."""
        counts = {}
        for name in wants.query:
            without = attrs.evolve(wants, **{name: getattr(Wants(), name)})
            if without.anything and (count := len(self._found(without))):
                counts[name] = count
        return counts


def _wishes(_: Words) -> Mapping[str, str]:
    """Give words for letting go of a wish, by its field."""
    return {
        "q": _("Look without the words"),
        "theme": _("Look without the theme"),
        "function": _("Look without the moment"),
        "minutes": _("Look without the limit of time"),
        "participants": _("Look without the number of people"),
    }


def _choices(offered: Sequence[int], wanted: int | None) -> tuple[int, ...]:
    """Give the numbers to choose between, with the one that is *wanted*."""
    return tuple(sorted({*offered, *([wanted] if wanted else [])}))

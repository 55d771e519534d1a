"""Themes that are like others: what is made for one fits those that are like it."""

from __future__ import annotations

from attrs import evolve

from spark_tools.content.library import AnyThing, Library
from spark_tools.model import Exercise


def with_kin(library: Library) -> Library:
    """Give *library* with its exercises, and their cautions, on the themes that are like theirs.

    A theme that is like others comes after those that are like none.
    """
    kin: dict[str, list[str]] = {}
    for theme in library.themes:
        for other in theme.like:
            kin.setdefault(other, []).append(theme.id)

    def widened(themes: tuple[str, ...]) -> tuple[str, ...]:
        near = (id_ for theme in themes for id_ in kin.get(theme, ()))
        return tuple(dict.fromkeys((*themes, *near)))

    def on_them(exercise: Exercise) -> Exercise:
        cautions = tuple(evolve(each, themes=widened(each.themes)) for each in exercise.cautions)
        return evolve(exercise, themes=widened(exercise.themes), cautions=cautions)

    def translated(thing: AnyThing) -> AnyThing:
        return on_them(thing) if isinstance(thing, Exercise) else thing

    if not kin:
        return library
    return evolve(
        library,
        exercises=tuple(map(on_them, library.exercises)),
        themes=tuple(sorted(library.themes, key=lambda theme: bool(theme.like))),
        translations=tuple(map(translated, library.translations)),
    )

"""Where everything comes from, said in one place."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from spark_tools.content.library import AnyThing, Library, Thing
from spark_tools.i18n import words
from spark_tools.web.exercise import source_status


@frozen
class Origin:
    """Where an exercise, a theme or a course type comes from.

    ``path`` is where its page is, ``status`` says in words how near to its source it is.
    """

    thing: AnyThing
    path: str
    status: str


def origins(library: Library, language: str) -> tuple[tuple[str, tuple[Origin, ...]], ...]:
    """Give the origins of all there is, under a title for each kind, in *language*."""
    _ = words("web", language)

    def of(things: Sequence[Thing], folder: str) -> tuple[Origin, ...]:
        shown = [library.in_language(thing, language) for thing in things]
        return tuple(
            Origin(each, f"{folder}/{each.id}", source_status(each.source, _)) for each in shown
        )

    return (
        (_("Exercises"), of(library.exercises, "exercises")),
        (_("Themes"), of(library.themes, "themes")),
        (_("Courses"), of(library.course_types, "course-types")),
    )

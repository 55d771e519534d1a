"""Names in one file of things in another: themes, course types, exercises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from spark_tools.content.library import AnyThing, Library
from spark_tools.content.problem import did_you_mean
from spark_tools.content.toml_file import Reference
from spark_tools.content.wording import say
from spark_tools.model import Fault, FaultError

Find = Callable[[str], AnyThing]


def dangling(references: Iterable[Reference], library: Library) -> Iterator[Fault]:
    """Give a fault for each reference to something that is not in *library*."""
    known: dict[str, tuple[Find, Find, tuple[AnyThing, ...]]] = {
        "exercise": (library.exercise, library.find_exercise, library.exercises),
        "theme": (library.theme, library.find_theme, library.themes),
        "course type": (library.course_type, library.find_course_type, library.course_types),
    }
    for reference in references:
        by_id, by_name, things = known[reference.kind]
        try:
            by_id(reference.id)
        except KeyError:
            hint = _hint(reference.id, by_name, things)
            yield reference.file.place(reference.path, _unknown(reference) + hint)


def _hint(name: str, find: Find, things: Iterable[AnyThing]) -> str:
    """Say which id was perhaps meant: that of what is called *name*, or the nearest."""
    with suppress(FaultError):
        name = find(name).id
    return did_you_mean(name, [thing.id for thing in things])


def _unknown(reference: Reference) -> str:
    match reference.kind:
        case "exercise":
            return say('there is no exercise with the id "{id}".', id=reference.id)
        case "theme":
            return say('there is no theme with the id "{id}".', id=reference.id)
        case _:
            return say('there is no course type with the id "{id}".', id=reference.id)

"""Names in one file of things in another: themes, course types, exercises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spark_tools.content.library import AnyThing, Library
from spark_tools.content.problem import did_you_mean
from spark_tools.content.toml_file import Reference
from spark_tools.content.wording import say
from spark_tools.model import Fault


def dangling(references: Iterable[Reference], library: Library) -> Iterator[Fault]:
    """Give a fault for each reference to something that is not in *library*."""
    known: dict[str, tuple[Callable[[str], AnyThing], tuple[AnyThing, ...]]] = {
        "exercise": (library.exercise, library.exercises),
        "theme": (library.theme, library.themes),
        "course type": (library.course_type, library.course_types),
    }
    for reference in references:
        find, things = known[reference.kind]
        try:
            find(reference.id)
        except KeyError:
            hint = did_you_mean(reference.id, [thing.id for thing in things])
            yield reference.file.place(reference.path, _unknown(reference) + hint)


def _unknown(reference: Reference) -> str:
    match reference.kind:
        case "exercise":
            return say('there is no exercise with the id "{id}".', id=reference.id)
        case "theme":
            return say('there is no theme with the id "{id}".', id=reference.id)
        case _:
            return say('there is no course type with the id "{id}".', id=reference.id)

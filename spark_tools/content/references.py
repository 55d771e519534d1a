"""Names in one file of things in another: themes, course types, exercises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spark_tools.content.library import Library
from spark_tools.content.problem import did_you_mean
from spark_tools.content.toml_file import Reference
from spark_tools.content.wording import say
from spark_tools.model import Fault


def dangling(references: Iterable[Reference], library: Library) -> Iterator[Fault]:
    """Give a fault for each reference to something that is not in *library*."""
    known = {
        "exercise": [thing.id for thing in library.exercises],
        "theme": [thing.id for thing in library.themes],
        "course type": [thing.id for thing in library.course_types],
    }
    for reference in references:
        ids = known[reference.kind]
        if reference.id not in ids:
            message = _unknown(reference) + did_you_mean(reference.id, ids)
            yield reference.file.place(reference.path, message)


def _unknown(reference: Reference) -> str:
    match reference.kind:
        case "exercise":
            return say('there is no exercise with the id "{id}".', id=reference.id)
        case "theme":
            return say('there is no theme with the id "{id}".', id=reference.id)
        case _:
            return say('there is no course type with the id "{id}".', id=reference.id)

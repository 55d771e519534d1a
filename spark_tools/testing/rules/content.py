"""Whether the plugin's content can be read: its files, its variables, its translations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from spark_tools.content.picture import unknown_names
from spark_tools.content.reader import FOLDERS
from spark_tools.content.references import dangling
from spark_tools.content.toml_file import read_toml
from spark_tools.content.variables import variable_problems
from spark_tools.model import VARIABLES, Fault, Picture, Span
from spark_tools.testing.rules.loading import CONTENT
from spark_tools.testing.toolbox import Toolbox


def content(toolbox: Toolbox) -> Iterator[str]:
    """Every file reads without a fault, and no id is taken."""
    elsewhere = {*variables(toolbox), *translations(toolbox)}
    failures = (each.error for each in toolbox.failures if each.stage == CONTENT)
    found = [*failures, *map(str, _faults(toolbox))]
    return (said for said in dict.fromkeys(found) if said not in elsewhere)


def translations(toolbox: Toolbox) -> Iterator[str]:
    """Every translation is whole, and translates what the original says now."""
    unknown = set(_unknown_in_files(toolbox))
    found = (str(fault) for fault in _faults(toolbox) if _is_translation(fault))
    return (said for said in found if said not in unknown)


def variables(toolbox: Toolbox) -> Iterator[str]:
    """Texts and pictures name only variables that there are."""
    yield from _unknown_in_files(toolbox)
    read = {exercise.id for each in toolbox.contents for exercise in each.exercises}
    for exercise in toolbox.exercises:
        if exercise.id not in read:
            for problem in dict.fromkeys(_unknown_in(exercise)):
                yield f"{exercise.id}: {problem}"


def _faults(toolbox: Toolbox) -> Iterator[Fault]:
    for each in toolbox.contents:
        yield from each.faults
        yield from dangling(each.references, toolbox.library)


def _is_translation(fault: Fault) -> bool:
    return "." in Path(fault.file).stem


def _unknown_in_files(toolbox: Toolbox) -> Iterator[str]:
    """Give the faults that say what a file's texts and pictures name in vain."""
    unknown = {problem for path in _files(toolbox) for problem in _problems(path)}
    for fault in _faults(toolbox):
        if (Path(fault.file), fault.message) in unknown:
            yield str(fault)


def _files(toolbox: Toolbox) -> Iterator[Path]:
    for folder in toolbox.given("spark_content_dirs"):
        for kind in FOLDERS:
            yield from sorted((folder / kind).glob("*.toml"))
            yield from sorted((folder / kind).glob("*.svg"))


def _problems(path: Path) -> Iterator[tuple[Path, str]]:
    if path.suffix == ".svg":
        for _line, message in unknown_names(path.read_text(encoding="utf-8-sig")):
            yield path, message
        return
    for text in _texts(read_toml(path).data):
        for problem in variable_problems(text):
            yield path, problem.message


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            yield from (text for each in value.values() for text in _texts(each))
        case list():
            yield from (text for each in value for text in _texts(each))


def _unknown_in(value: object) -> Iterator[str]:
    """Give what any text in a value made in Python names in vain."""
    match value:
        case Picture():
            yield from (message for _line, message in unknown_names(value.svg))
        case Span():
            if value.variable and value.variable not in VARIABLES:
                yield f"there is no variable {{{{ {value.variable} }}}}."
        case str():
            yield from (problem.message for problem in variable_problems(value))
        case Iterable():
            yield from (problem for each in value for problem in _unknown_in(each))
        case _:
            for field in getattr(type(value), "__attrs_attrs__", ()):
                yield from _unknown_in(getattr(value, field.name))

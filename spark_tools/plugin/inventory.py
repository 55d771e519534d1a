"""What each plugin is: where it lies, what it adds, what it stands in for, how long it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from spark_tools.model import CourseType, Exercise, Renderer, Theme
from spark_tools.plugin.candidate import LoadedPlugin
from spark_tools.plugin.drawing import clash
from spark_tools.plugin.folders import CONTENT_FOLDERS
from spark_tools.plugin.looks import LOOKS
from spark_tools.plugin.manager import Plugins
from spark_tools.plugin.own_folder import is_source

if TYPE_CHECKING:
    from spark_tools.content.library import Library

ADDED = ("exercises", "themes", "course_types")

ELSEWHERE = (*CONTENT_FOLDERS, "schemas", "tests")
"""The folders that may lie among those of templates, and hold none."""

BESIDE = (".md", ".txt", ".toml", "")
"""The endings of files that may lie beside the folders of templates, and are none."""


@frozen
class Overriding:
    """Something that comes before (or after) what the plugin ``other`` has of that name.

    ``kind`` is ``template``, ``look``, ``format`` or ``composer``; what comes ``first`` is used.
    """

    kind: str
    name: str
    other: str
    first: bool = True


@frozen
class Inventory:
    """One plugin, with the names of what it adds by kind, and what it stands in for.

    Kinds are ``exercises``, ``themes``, ``course_types``, ``formats``, ``commands``, ``looks``,
    ``templates`` and ``hooks``; those with nothing in them are left out.
    """

    plugin: LoadedPlugin
    adds: Mapping[str, tuple[str, ...]]
    overrides: tuple[Overriding, ...]


def inventory(plugins: Plugins, library: Library) -> tuple[Inventory, ...]:
    """Go through everything that *plugins*, whose content is in *library*, have to offer."""
    formats = _by_plugin(plugins, "spark_renderers")
    commands = _by_plugin(plugins, "spark_commands")
    files = {
        name: sorted(file for folder in folders for file in _files(folder))
        for name, folders in _by_plugin(plugins, "spark_template_dirs").items()
    }
    order = [plugin.name for plugin in plugins.loaded]
    found = []
    for plugin in plugins.loaded:
        name = plugin.name
        before = order[: order.index(name)]
        adds = {
            **{kind: _ids(getattr(library, kind), name) for kind in ADDED},
            "templates": tuple(each for each in files.get(name, ()) if not _look(each)),
            "formats": tuple(each.format for each in formats.get(name, ())),
            "commands": tuple(each.name for each in commands.get(name, ())),
            "looks": tuple(dict.fromkeys(filter(None, map(_look, files.get(name, ()))))),
            "hooks": plugins.hooks_of(name),
        }
        overrides = (
            *_templates(name, files, before),
            *_formats(name, formats, before),
            *_composing(plugins, name, before),
        )
        kept = {kind: names for kind, names in adds.items() if names}
        found.append(Inventory(plugin, kept, overrides))
    return tuple(found)


def _by_plugin(plugins: Plugins, hook: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for name, thing in plugins.gather(hook):
        found.setdefault(name, []).append(thing)
    return found


def _ids(things: Iterable[Exercise | Theme | CourseType], plugin: str) -> tuple[str, ...]:
    return tuple(thing.id for thing in things if thing.origin == plugin)


def _files(folder: Path) -> Iterator[str]:
    """Give the files in *folder* that something is drawn with, and not what else lies there."""
    for path in folder.rglob("*"):
        file = path.relative_to(folder)
        beside = path.suffix in BESIDE if path.parent == folder else file.parts[0] in ELSEWHERE
        if is_source(path) and not beside and not file.parts[0].startswith("."):
            yield file.as_posix()


def _look(file: str) -> str:
    """Give the name of the look that *file* belongs to, or nothing."""
    first, _, rest = file.partition("/")
    return rest.partition("/")[0] if first == LOOKS else ""


def _templates(
    name: str, files: Mapping[str, Sequence[str]], before: Sequence[str]
) -> Iterator[Overriding]:
    """Give the files and looks that come before those of plugins registered *before*."""
    looks = []
    for file in files.get(name, ()):
        for other in before:
            if _look(file):
                same = _look(file) in map(_look, files.get(other, ()))
                looks += [Overriding("look", _look(file), other)] if same else []
            elif file in files.get(other, ()):
                yield Overriding("template", file, other)
    yield from dict.fromkeys(looks)


def _formats(
    name: str, formats: Mapping[str, Sequence[Renderer]], before: Sequence[str]
) -> Iterator[Overriding]:
    """Give the formats that are not used, because a plugin registered *before* has them too."""
    for renderer in formats.get(name, ()):
        for other in before:
            if any(clash(renderer, each) for each in formats.get(other, ())):
                yield Overriding("format", renderer.format, other, first=False)


def _composing(plugins: Plugins, name: str, before: Sequence[str]) -> Iterator[Overriding]:
    hook = "spark_compose_plan"
    others = [other for other in before if plugins.offers(other, hook)]
    if plugins.offers(name, hook) and others:
        yield Overriding("composer", hook, others[0])

"""The library of a run: what every plugin offers, read, checked and put together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from attrs import evolve

from spark_tools.content.cache import read_known_folder
from spark_tools.content.library import AnyThing, Library
from spark_tools.content.reader import Contents
from spark_tools.content.references import dangling
from spark_tools.content.wording import say
from spark_tools.model import CourseType, Exercise, Theme
from spark_tools.plugin.manager import Plugins

Thing = TypeVar("Thing", Exercise, Theme, CourseType)


def load_library(plugins: Plugins) -> Library:
    """Read the content of all *plugins*.

    Faulty files are left out and recorded as failures of their plugin, stage
    ``content``. Of several things of one kind with one id the first stays, and
    the failure names every plugin that has it. A reference to something that
    does not exist is recorded, and what refers stays.
    """
    bundled = {plugin.name for plugin in plugins.loaded if plugin.bundled}
    contents = [
        (plugin, read_known_folder(folder, plugin, trusted=plugin in bundled))
        for plugin, folder in plugins.gather("spark_content_dirs")
    ]
    for plugin, read in contents:
        for fault in read.faults:
            plugins.fail(plugin, "content", str(fault))
    exercises = [thing for _, read in contents for thing in read.exercises]
    themes = [thing for _, read in contents for thing in read.themes]
    course_types = [thing for _, read in contents for thing in read.course_types]
    library = Library(
        exercises=_distinct(plugins, exercises + _made(plugins, "spark_exercises")),
        themes=_distinct(plugins, themes + _made(plugins, "spark_themes")),
        course_types=_distinct(plugins, course_types + _made(plugins, "spark_course_types")),
    )
    for plugin, read in contents:
        for fault in dangling(read.references, library):
            plugins.fail(plugin, "content", str(fault))
    return evolve(library, translations=_translations(library, contents))


def _made(plugins: Plugins, hook: str) -> list[Any]:
    return [evolve(thing, origin=thing.origin or name) for name, thing in plugins.gather(hook)]


def _distinct(plugins: Plugins, things: Iterable[Thing]) -> tuple[Thing, ...]:
    kept: dict[str, list[Thing]] = {}
    for thing in things:
        kept.setdefault(thing.id, []).append(thing)
    for id_, same in kept.items():
        providers = ", ".join(dict.fromkeys(_provider(plugins, one.origin) for one in same))
        for extra in same[1:]:
            said = say(
                '"{id}" is left out, because it is offered more than once: by {providers}',
                id=id_,
                providers=providers,
            )
            plugins.fail(extra.origin, "content", said)
    return tuple(same[0] for same in kept.values())


def _provider(plugins: Plugins, origin: str) -> str:
    found = (plugin.distribution for plugin in plugins.loaded if plugin.name == origin)
    distribution = next(found, "")
    return f"{origin} ({distribution})" if distribution else origin


def _translations(
    library: Library, contents: Iterable[tuple[str, Contents]]
) -> tuple[AnyThing, ...]:
    things: tuple[AnyThing, ...] = (*library.exercises, *library.themes, *library.course_types)
    kept = {(type(thing), thing.id, thing.origin) for thing in things}
    twins = [twin for _, read in contents for twin in read.translations]
    return tuple(twin for twin in twins if (type(twin), twin.id, twin.origin) in kept)

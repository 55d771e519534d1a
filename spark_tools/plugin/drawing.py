"""Whose fault it is when a document cannot be drawn, and drawing without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from spark_tools.model import FaultError, Look, Renderer
from spark_tools.plugin.failure import BadPluginError
from spark_tools.plugin.trace import Homes, code_places, is_inside
from spark_tools.plugin.wording import say

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES, JINJA = "spark_template_dirs", "spark_jinja"


@frozen(eq=False)
class Extension:
    """What *plugin* adds to a Jinja2 environment."""

    plugin: str
    extend: Callable[[str, Environment], None]

    def __call__(self, environment: Environment) -> None:
        """Add it to *environment*."""
        self.extend(self.plugin, environment)


def guilty(
    error: BaseException, templates: Mapping[str, Sequence[Path]], homes: Mapping[str, Homes]
) -> tuple[str, str]:
    """Name the plugin whose template or code led to *error* last, and the hook that gave it.

    *templates* and *homes* are the folders of each plugin that may be blamed. Gives two empty
    strings where none of them is on the way.
    """
    for file in reversed([*(file for file, _ in code_places(error)), *_files(error)]):
        for plugin, folders in templates.items():
            if not file.endswith(".py") and is_inside(file, folders):
                return plugin, TEMPLATES
        if file.endswith(".py") and (plugin := _innermost(file, homes)):
            return plugin, JINJA
    return "", ""


def _innermost(file: str, homes: Mapping[str, Homes]) -> str:
    """Name the plugin that *file* is closest to of those it belongs to, or none."""
    found = [
        (len(home.parts), plugin)
        for plugin, places in homes.items()
        for home in places
        if is_inside(file, (home,))
    ]
    return max(found, default=(0, ""))[1]


def _files(error: BaseException) -> Iterator[str]:
    """Give the files that *error* itself names."""
    if isinstance(error, FaultError):
        yield from (fault.file for fault in error.faults if fault.file)
    elif isinstance(file := getattr(error, "filename", None), str):
        yield file


def without(look: Look, plugin: str, folders: Sequence[Path]) -> Look:
    """Give *look* without what *plugin* has to it, which lies in *folders*."""
    kept = (each for each in look.template_dirs if not is_inside(str(each), folders))
    others = (
        each for each in look.jinja if not (isinstance(each, Extension) and each.plugin == plugin)
    )
    return evolve(look, template_dirs=tuple(kept), jinja=tuple(others))


def clash(renderer: Renderer, other: Renderer) -> str:
    """Give the format or the ending that *renderer* shares with *other*, or nothing."""
    if renderer.format == other.format:
        return renderer.format
    return f".{renderer.suffix}" if renderer.suffix == other.suffix else ""


def taken(name: str, other: str) -> BadPluginError:
    """Give the fault of a plugin that calls something as *other* does."""
    return BadPluginError(
        say('"{id}" is also in {other}', id=name, other=other),
        say('Call it something else than "{id}".', id=name),
    )

"""The first door: plugins that installed distributions announce."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from spark_tools.plugin.candidate import Candidate, LoadedPlugin

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "spark_tools"


def installed_plugins() -> list[Candidate]:
    """Give what is announced under the entry-point group, bundled first, else by name."""
    return sorted(_found(), key=_rank)


def _rank(candidate: Candidate) -> tuple[bool, str, str]:
    identity = candidate.identity
    return not identity.bundled, identity.distribution, identity.name


def _found() -> Iterator[Candidate]:
    # Reading only the files that name the group is several times as fast as
    # importlib.metadata.entry_points, which parses those of every distribution; and
    # a distribution parses its metadata anew each time that it is asked for a name.
    from importlib.metadata import distributions

    seen: set[str] = set()
    for dist in distributions():
        if GROUP not in (dist.read_text("entry_points.txt") or ""):
            continue
        about = dist.metadata
        if (name := about["Name"]) in seen:
            continue
        seen.add(name)
        identity = LoadedPlugin("", name, about["Version"], "entry point")
        for entry_point in dist.entry_points.select(group=GROUP):
            yield Candidate(evolve(identity, name=entry_point.name), _loader(entry_point))


def _loader(entry_point: EntryPoint) -> Callable[[], object]:
    def load() -> object:
        return entry_point.load()

    return load


def home(plugin: object) -> Path | None:
    """Give the file a plugin's module was read from, where it has one."""
    file = getattr(plugin, "__file__", None)
    return Path(file) if file else None

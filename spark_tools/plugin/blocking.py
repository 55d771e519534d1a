"""Leaving plugins out: ``SPARK_TOOLS_BLOCK=name,name``."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator

from spark_tools.plugin.candidate import LoadedPlugin

BLOCK = "SPARK_TOOLS_BLOCK"
EVERYTHING_ELSE = "*"
"""Stands for every plugin but the bundled ones."""


def blocked_names() -> tuple[str, ...]:
    """Give the names of plugins and distributions to leave out, without blanks."""
    names = (name.strip() for name in os.environ.get(BLOCK, "").split(","))
    return tuple(dict.fromkeys(name for name in names if name))


def is_blocked(plugin: LoadedPlugin) -> bool:
    """Whether *plugin* or its distribution is to be left out."""
    names = blocked_names()
    if EVERYTHING_ELSE in names and not plugin.bundled:
        return True
    return plugin.name in names or (bool(plugin.distribution) and plugin.distribution in names)


def unknown_names(plugins: Iterable[LoadedPlugin]) -> tuple[str, ...]:
    """Give the names to leave out that are none of *plugins*, nor a distribution of theirs."""
    known = {EVERYTHING_ELSE}
    for plugin in plugins:
        known |= {plugin.name, plugin.distribution}
    return tuple(name for name in blocked_names() if name not in known)


@contextlib.contextmanager
def only_bundled() -> Iterator[None]:
    """Leave every plugin out but the bundled ones, in this process and those it starts."""
    before = os.environ.get(BLOCK)
    os.environ[BLOCK] = ",".join((*blocked_names(), EVERYTHING_ELSE))
    try:
        yield
    finally:
        if before is None:
            del os.environ[BLOCK]
        else:
            os.environ[BLOCK] = before

"""Candidates: plugins that have been found and not yet been loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from attrs import field, frozen

BUNDLED = "spark-tools"
"""The distribution whose plugins come with the toolbox."""


@frozen
class LoadedPlugin:
    """Who a plugin is: ``kind`` is ``entry point`` or ``folder``; a folder has no distribution.

    ``milliseconds`` is how long it took to import and register it.
    """

    name: str
    distribution: str = ""
    version: str = ""
    kind: str = "folder"
    path: Path | None = None
    milliseconds: float = field(default=0.0, eq=False)

    @property
    def bundled(self) -> bool:
        """Whether it comes with the toolbox."""
        return self.distribution == BUNDLED


@frozen
class Candidate:
    """A plugin that was found; ``load`` imports it and gives the object with its hooks."""

    identity: LoadedPlugin
    load: Callable[[], object]

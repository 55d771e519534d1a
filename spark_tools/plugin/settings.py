"""What every plugin is told at the start of a run."""

from __future__ import annotations

from attrs import frozen


@frozen
class Settings:
    """The settings of a run: the messages' language, and whether a fault in a plugin raises."""

    language: str
    strict: bool = False

"""Where something comes from, honestly."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen


class SourceStatus(StrEnum):
    """Whether a text renders a source, adapts it freely, or is our own."""

    SOURCED = "sourced"
    ADAPTED = "adapted"
    OWN = "own"


@frozen
class Source:
    """A source line: status, the words printed (with inline marks), and where to read more."""

    status: SourceStatus
    text: str
    url: str = ""

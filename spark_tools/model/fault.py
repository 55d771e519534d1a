"""Faults: what is wrong with what a person gave us, and where."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen


@frozen
class Fault:
    """One thing that is wrong, and what would be right, in one message.

    ``file`` and ``line`` (from 1) say where, when there is a file.
    """

    message: str
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        place = ":".join(part for part in (self.file, str(self.line or "")) if part)
        return f"{place}: {self.message}" if place else self.message


class FaultError(Exception):
    """All that is wrong with one piece of input, collected before it is raised."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))

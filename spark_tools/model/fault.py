"""Faults: what is wrong with what a person gave us, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@frozen
class Fault:
    """One thing that is wrong, and what would be right, in one message.

    ``file`` and ``line`` (from 1) say where, when there is a file.
    """

    message: str
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        message = "\n".join(map(on_one_line, self.message.split("\n")))
        place = ":".join(part for part in (on_one_line(self.file), str(self.line or "")) if part)
        return f"{place}: {message}" if place else message


class FaultError(Exception):
    """All that is wrong with one piece of input, collected before it is raised."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def on_one_line(name: str) -> str:
    """Give *name* with � for what would begin a new line, or steer the terminal it is shown on."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", name)

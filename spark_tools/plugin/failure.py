"""What a broken plugin leaves behind: which one, where it broke, and why."""

from __future__ import annotations

import traceback

from attrs import frozen


@frozen
class PluginFailure:
    """One thing that went wrong in one plugin, which the rest went on without.

    ``stage`` is ``find``, ``import``, ``register``, ``configure``, ``content`` or
    the name of the hook that was being called. ``error`` says what happened.
    """

    plugin: str
    distribution: str
    stage: str
    error: str

    def __str__(self) -> str:
        source = f" ({self.distribution})" if self.distribution else ""
        return f"{self.plugin}{source}, {self.stage}: {self.error}"


class PluginError(Exception):
    """Raised in strict mode in place of recording ``failure``."""

    def __init__(self, failure: PluginFailure) -> None:
        self.failure = failure
        super().__init__(str(failure))


def describe(error: BaseException) -> str:
    """Say in one line what *error* is, with the file and line that raised it."""
    words = " ".join(str(error).split())
    said = f"{type(error).__name__}: {words}" if words else type(error).__name__
    frames = traceback.extract_tb(error.__traceback__)
    if not frames or isinstance(error, SyntaxError):
        return said
    return f"{said} ({frames[-1].filename}:{frames[-1].lineno})"

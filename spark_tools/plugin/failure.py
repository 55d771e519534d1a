"""What a broken plugin leaves behind: which one, where it broke, why, and what would be right."""

from __future__ import annotations

from attrs import frozen

from spark_tools.plugin.trace import Homes, described

__all__ = ["BadPluginError", "PluginError", "PluginFailure", "describe"]


@frozen
class PluginFailure:
    """One thing that went wrong in one plugin, which the rest went on without.

    ``stage`` is ``find``, ``import``, ``register``, ``configure``, ``content`` or
    the name of the hook that was being called. ``error`` says what happened, with file and
    line where there are any; ``remedy`` is one sentence on what would be right.
    """

    plugin: str
    distribution: str
    stage: str
    error: str
    remedy: str = ""

    def __str__(self) -> str:
        source = f" ({self.distribution})" if self.distribution else ""
        said = f"{self.plugin}{source}, {self.stage}: {self.error}"
        return f"{said}\n{self.remedy}" if self.remedy else said


class BadPluginError(Exception):
    """What we find to be wrong with a plugin, and what would be right."""

    def __init__(self, message: str, remedy: str) -> None:
        self.remedy = remedy
        super().__init__(message)


class PluginError(Exception):
    """Raised in strict mode in place of recording ``failure``."""

    def __init__(self, failure: PluginFailure) -> None:
        self.failure = failure
        super().__init__(str(failure))


def describe(error: BaseException, homes: Homes = ()) -> str:
    """Say what *error* is, with the file and line of the plugin in *homes* that led to it."""
    if isinstance(error, BadPluginError):
        return str(error)
    return described(error, homes)

"""Drawing into the preview folder: the last good version stays there until a better one comes."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from spark_tools.model import Fault, FaultError
from spark_tools.preview.folder import Laid, lay_in
from spark_tools.preview.source import Source
from spark_tools.preview.version import Setting, draw, read_version
from spark_tools.publish import DrawnFile

SELDOM = 8
"""At which of the calls of `Desk.retry` it is tried: a drive far away is not to be bothered."""


@frozen
class Outcome:
    """What became of a version: its faults, and its files where there are any to draw."""

    faults: tuple[Fault, ...]
    laid: Laid | None = None


class Desk:
    """Draws *source* into *folder* each time it is told to, and keeps what could not be written."""

    def __init__(self, source: Source, setting: Setting, folder: Path) -> None:
        self._source = source
        self._setting = setting
        self._folder = folder
        self._waiting: tuple[DrawnFile, ...] = ()
        self._asked = 0

    def draw(self) -> Outcome:
        """Read the exercise as it is saved now, and write its documents; faults are given."""
        version = read_version(self._source, self._setting)
        if not version.documents:
            return Outcome(version.faults)
        try:
            files = draw(version, self._source, self._setting)
            laid = lay_in(self._folder, self._name, files)
        except FaultError as error:
            return Outcome((*version.faults, *error.faults))
        self._waiting = laid.waiting
        return Outcome((*version.faults, *laid.refused), laid)

    def retry(self) -> tuple[str, ...]:
        """Write what could not be written, as far as it can be now; gives the paths.

        Does so only now and then, however often it is called.
        """
        self._asked += 1
        if not self._waiting or self._asked % SELDOM:
            return ()
        try:
            laid = lay_in(self._folder, self._name, self._waiting, alone=False)
        except FaultError:
            return ()
        self._waiting = laid.waiting
        return laid.written

    @property
    def _name(self) -> str:
        return f"{self._source.path.stem}.{self._setting.language}"

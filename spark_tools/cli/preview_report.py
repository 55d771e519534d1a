"""What `spark preview` tells: once, or a line with the time for every save."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from spark_tools.i18n import messages

if TYPE_CHECKING:
    from spark_tools.model import Fault
    from spark_tools.preview.desk import Outcome
    from spark_tools.preview.source import Source


@frozen
class Report:
    """Tells about *source*, and about the files in *folder* when it is drawn into one."""

    source: Source
    folder: Path = Path()

    def first(self, outcome: Outcome) -> None:
        """Tell of every file and every fault."""
        _ = messages("cli")
        self._faults(outcome.faults)
        self._kept(outcome)
        laid = outcome.laid
        for name in (*laid.written, *laid.unchanged) if laid else ():
            click.echo(_("Wrote {path}", path=self.folder / name))

    def again(self, outcome: Outcome) -> None:
        """Tell in one line what a save has led to, and then of its faults."""
        _ = messages("cli")
        if outcome.laid is None:
            count = _.count("{n} fault", "{n} faults", len(outcome.faults))
            self._line(_("{faults}; the last good documents stay", faults=count))
        elif outcome.laid.written:
            files = _.count("{n} file", "{n} files", len(outcome.laid.written))
            self._line(_("Wrote {files} in {folder}", files=files, folder=self.folder))
        elif not outcome.laid.waiting:
            self._line(_("Saved; the documents are as they were"))
        for file in outcome.laid.waiting if outcome.laid else ():
            self._line(_("{path} waits until it can be written", path=self.folder / file.path))
        self._faults(outcome.faults)
        self._kept(outcome)

    def late(self, names: Iterable[str]) -> None:
        """Tell of files that could be written after all."""
        _ = messages("cli")
        for name in names:
            self._line(_("Wrote {path}", path=self.folder / name))

    def read(self, faults: tuple[Fault, ...]) -> None:
        """Tell in one line what the browser shows now, and then of the faults."""
        _ = messages("cli")
        if faults:
            self._line(_.count("{n} fault", "{n} faults", len(faults)))
        else:
            self._line(_("Shown as saved"))
        self._faults(faults)

    def served(self, address: str) -> None:
        """Tell where the page is."""
        _ = messages("cli")
        click.echo(_("The page is at {address} – Ctrl-C stops it.", address=address))

    def watching(self) -> None:
        """Tell that the next save is waited for."""
        _ = messages("cli")
        click.echo(_("Watching {path} – Ctrl-C stops it.", path=self.source.path))

    def gone(self) -> None:
        """Tell that the file is not there."""
        _ = messages("cli")
        self._line(_("{path} is not there; waiting for it", path=self.source.path))

    def stopped(self) -> None:
        """End the line on which Ctrl-C was pressed."""
        click.echo()

    def _kept(self, outcome: Outcome) -> None:
        _ = messages("cli")
        for name in outcome.laid.kept if outcome.laid else ():
            kept = _("Kept {path}: spark did not write it. Move it.", path=self.folder / name)
            click.secho(kept, fg="yellow", err=True)

    def _faults(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            click.echo(str(fault), err=True)

    def _line(self, said: str) -> None:
        click.echo(f"{time.strftime('%H:%M:%S')} {said}")

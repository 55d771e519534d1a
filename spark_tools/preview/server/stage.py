"""What is being shown: the last good version, the faults of the latest, and who waits for more."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable
from pathlib import Path
from threading import Condition, Lock

from attrs import evolve, frozen

from spark_tools.document.framing import CourseDocument
from spark_tools.model import DocumentRenderer, Fault, FaultError
from spark_tools.preview.source import Source
from spark_tools.preview.version import Setting, Version, draw, read_version
from spark_tools.preview.wording import say
from spark_tools.publish.disk import digest


@frozen
class Leaf:
    """A document as it is shown: its address below the page, and the HTML that is there."""

    entry: CourseDocument
    html: bytes

    @property
    def mark(self) -> str:
        """What changes when the page does."""
        return digest(self.html)[:12]


@frozen
class PlacedFault:
    """A fault, and the text of the line that it is about (empty where there is none)."""

    fault: Fault
    line: str = ""


@frozen
class Shown:
    """What the page shows: ``leaves`` of the last good version, faults of the latest.

    ``mark`` is different each time, ``clock`` is when the latest was read; ``outdated``
    when its faults stopped it from being drawn.
    """

    mark: str
    clock: str = ""
    leaves: tuple[Leaf, ...] = ()
    faults: tuple[PlacedFault, ...] = ()
    outdated: bool = False


class Stage:
    """Reads the exercise when it is told to, and lets any number of threads wait for that.

    ``html`` draws what the page shows; *setting* has the formats that can be fetched.
    """

    def __init__(self, source: Source, setting: Setting, html: DocumentRenderer) -> None:
        self.source = source
        self.setting = setting
        self._html = evolve(setting, renderers=(html,))
        self._run = secrets.token_hex(4)
        self._number = 0
        self._shown = Shown(self._run)
        self._changed = Condition()
        self._drawing = Lock()
        self._drawn: dict[str, bytes] = {}
        self._over = False

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return self._shown

    def read(self) -> tuple[Fault, ...]:
        """Read the exercise as it is saved now and show it; gives its faults."""
        with self._drawing:
            version = read_version(self.source, self._html)
            faults, leaves = version.faults, self._shown.leaves
            if version.documents:
                try:
                    leaves = self._leaves(version)
                    self._drawn.clear()
                except FaultError as error:
                    version = Version((), (*faults, *error.faults))
            self._number += 1
            shown = Shown(
                f"{self._run}-{self._number}",
                time.strftime("%H:%M:%S"),
                leaves,
                tuple(_placed(version.faults)),
                outdated=not version.documents and bool(leaves),
            )
            with self._changed:
                self._shown = shown
                self._changed.notify_all()
        return version.faults

    def wait(self, mark: str, seconds: float) -> str | None:
        """Wait until something else than *mark* is shown; gives its mark, None when it is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._over or self._shown.mark != mark, seconds)
            return None if self._over else self._shown.mark

    def close(self) -> None:
        """Let nobody wait any more."""
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def file(self, name: str, suffix: str) -> bytes:
        """Give the document called *name* as a file of this kind, drawn when it is first asked for.

        Raises:
            KeyError: there is no such document, or no such kind.
            FaultError: it cannot be drawn.
        """
        with self._drawing:
            leaf = {leaf.entry.name: leaf for leaf in self._shown.leaves}[name]
            renderer = {each.suffix: each for each in self.setting.renderers}[suffix]
            path = f"{name}.{suffix}"
            if path not in self._drawn:
                alone = Version((leaf.entry,))
                files = draw(alone, self.source, evolve(self.setting, renderers=(renderer,)))
                self._drawn |= {file.path: file.content for file in files}
            if path not in self._drawn:
                said = say("a plugin that draws it has a fault; see: spark plugins")
                raise FaultError([Fault(said, path)])
            return self._drawn[path]

    def _leaves(self, version: Version) -> tuple[Leaf, ...]:
        drawn = {file.path: file.content for file in draw(version, self.source, self._html)}
        [html] = self._html.renderers
        named = ((entry, f"{entry.name}.{html.suffix}") for entry in version.documents)
        return tuple(Leaf(entry, drawn[path]) for entry, path in named if path in drawn)


def _placed(faults: Iterable[Fault]) -> Iterable[PlacedFault]:
    texts: dict[str, list[str]] = {}
    for fault in faults:
        if fault.line and fault.file not in texts:
            texts[fault.file] = _lines(Path(fault.file))
        lines = texts.get(fault.file, [])
        inside = 0 < fault.line <= len(lines)
        yield PlacedFault(fault, lines[fault.line - 1] if inside else "")


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8-sig", errors="replace").split("\n")
    except OSError:
        return []

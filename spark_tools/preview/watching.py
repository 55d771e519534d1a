"""Noticing that a file has been saved, on any system and any drive, by looking at it again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from pathlib import Path
from typing import NoReturn

from attrs import evolve, frozen

from spark_tools.publish.disk import digest

PAUSE = 0.25
"""Seconds between two looks."""

CALM = 12
"""How many looks a file that seems the same is read again: some drives tell time in seconds."""

REST = 4
"""How many looks a file may be gone for before it is; an editor that saves takes it away briefly.

Any other change is taken for whole when two looks are alike.
"""

PATIENCE = 12
"""How many looks the exercise's own file may be gone for before somebody is told."""


class Noticed(Enum):
    """What a look has shown."""

    NOTHING = "nothing"
    SAVED = "saved"
    GONE = "gone"


@frozen
class _Seen:
    signature: tuple[int, int]
    digest: str
    alike: int = 0


class Watch:
    """Looks at *files*, which are asked for at each look; the one at *main* must be there."""

    def __init__(self, main: Path, files: Callable[[], Iterable[Path]]) -> None:
        self._main = main
        self._files = files
        self._seen: dict[Path, _Seen] = {}
        self._known = self._latest = self._digests()
        self._alike = 0
        self._gone = 0

    def look(self) -> Noticed:
        """Look once, and say what has happened since the last change that was told of."""
        now = self._digests()
        self._alike = self._alike + 1 if now == self._latest else 0
        self._latest = now
        if self._main not in now:
            self._gone += 1
            return Noticed.GONE if self._gone == PATIENCE else Noticed.NOTHING
        self._gone = 0
        rest = REST if self._known.keys() - now.keys() else 1
        if now == self._known or self._alike < rest:
            return Noticed.NOTHING
        self._known = now
        return Noticed.SAVED

    def _digests(self) -> Mapping[Path, str]:
        try:
            found = {path: self._digest(path) for path in self._files()}
        except OSError:  # the folder is not to be had just now
            return {}
        self._seen = {path: seen for path, seen in self._seen.items() if path in found}
        return {path: content for path, content in found.items() if content}

    def _digest(self, path: Path) -> str:
        """Give the digest of the file's content; nothing while it cannot be read."""
        try:
            stat = path.stat()
            signature = (stat.st_mtime_ns, stat.st_size)
            seen = self._seen.get(path)
            if seen is None or seen.signature != signature:
                self._seen[path] = _Seen(signature, digest(path.read_bytes()))
            elif seen.alike < CALM:
                read = digest(path.read_bytes())
                alike = seen.alike + 1 if read == seen.digest else 0
                self._seen[path] = evolve(seen, digest=read, alike=alike)
        except OSError:
            self._seen.pop(path, None)
            return ""
        return self._seen[path].digest


def follow(
    watch: Watch,
    saved: Callable[[], None],
    gone: Callable[[], None],
    between: Callable[[], None] = lambda: None,
    sleep: Callable[[float], None] = time.sleep,
) -> NoReturn:
    """Call *saved* at every save, *gone* when the file stays away, *between* at the other looks.

    Ends only with what one of them, or Ctrl-C, raises.
    """
    while True:
        sleep(PAUSE)
        match watch.look():
            case Noticed.SAVED:
                saved()
            case Noticed.GONE:
                gone()
            case Noticed.NOTHING:
                between()

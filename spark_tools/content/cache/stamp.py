"""What tells that a content folder, or the code that reads it, is no longer as it was."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from spark_tools import content, model
from spark_tools._version import __version__

SETTLED = 2.0
"""Seconds that a file must have been left alone: clocks of file systems are as coarse as that."""

_OURS = (".toml", ".svg")

Stamp = list[list[str | int]]


def stamp_of(folder: Path) -> Stamp:
    """Give each TOML and SVG file in *folder* and one folder down, with size and times.

    Raises:
        OSError: the folder cannot be looked through.
    """
    return sorted(_files(folder, _OURS, down=1))


def settled(stamp: Stamp) -> bool:
    """Whether no file is so new that a change to it might not show in its times."""
    latest = max((int(changed) for *_, changed in stamp), default=0)
    return latest < (time.time() - SETTLED) * 1e9


@cache
def reader_stamp() -> str:
    """Give a mark of the version and the files of the code that reads content and of its model."""
    folders = [Path(place) for room in (content, model) for place in room.__path__]
    files = sorted(file for folder in folders for file in _files(folder, (".py",)))
    return blake2b(repr((__version__, files)).encode(), digest_size=16).hexdigest()


def _files(
    folder: Path | os.DirEntry[str], endings: tuple[str, ...], down: int = 0
) -> Iterator[list[str | int]]:
    with os.scandir(folder) as inside:
        for entry in inside:
            if entry.name.endswith(endings):
                seen = entry.stat()
                yield [entry.path, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns]
            elif down and entry.is_dir():
                yield from _files(entry, endings, down - 1)

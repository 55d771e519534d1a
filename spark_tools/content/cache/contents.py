"""Reading a content folder, unless it has been read before and nothing has changed since."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spark_tools.content.cache.packing import pack, unpack
from spark_tools.content.cache.stamp import Stamp, reader_stamp, settled, stamp_of
from spark_tools.content.cache.store import find, keep
from spark_tools.content.lines import Path as Place
from spark_tools.content.reader import Contents, read_folder
from spark_tools.content.toml_file import Reference, TomlFile, read_toml
from spark_tools.model import Fault

THINGS = ("exercises", "themes", "course_types", "translations")


def read_known_folder(folder: Path, origin: str = "", *, trusted: bool = False) -> Contents:
    """Give what `read_folder` gives, from the cache where the folder is as it was then.

    Only a folder without faults is kept: one with faults is read each time, so that they are
    told each time.
    """
    try:
        stamp = stamp_of(folder)
    except OSError:
        return read_folder(folder, origin, trusted=trusted)
    key = f"{folder.absolute()}\n{origin}\n{trusted}"
    head = json.dumps([key, reader_stamp(), stamp])
    if (known := _known(head, find(key))) is not None:
        return known
    read = read_folder(folder, origin, trusted=trusted)
    _keep(key, head, read, stamp)
    return read


def _known(head: str, kept: str) -> Contents | None:
    first, _, rest = kept.partition("\n")
    if first != head:
        return None
    names, _, packed = rest.partition("\n")
    with contextlib.suppress(ValueError, KeyError, TypeError, RecursionError):
        things = zip(THINGS, unpack(packed), strict=True)
        return Contents(**dict(things), references=tuple(_references(json.loads(names))))
    return None


def _keep(key: str, head: str, read: Contents, stamp: Stamp) -> None:
    if read.faults or not settled(stamp):
        return
    names = [[each.kind, each.id, str(each.file.path), each.path] for each in read.references]
    things = tuple(getattr(read, name) for name in THINGS)
    with contextlib.suppress(TypeError):
        packed = json.dumps(pack(things), ensure_ascii=False, separators=(",", ":"))
        if unpack(packed) == things:
            keep(key, "\n".join((head, json.dumps(names), packed)))


def _references(names: list[Any]) -> Iterator[Reference]:
    files = {name: _KnownFile(Path(name)) for name in {name for _, _, name, _ in names}}
    for kind, id_, name, path in names:
        yield Reference(kind, id_, files[name], tuple(path))


class _KnownFile(TomlFile):
    """A file that is read again only to say where something in it stands."""

    def place(self, path: Place, message: str) -> Fault:
        """Give a fault at *path*, with its line as the file is now."""
        return read_toml(self.path).place(path, message)

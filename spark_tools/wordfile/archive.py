"""The archive a Word file is, read within bounds: nothing in it is believed or unpacked whole."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from spark_tools.wordfile.bounds import SHEET, Bounds
from spark_tools.wordfile.wording import say

MOST_PARTS = 2_000
MOST_BYTES = 2**30

_DIRECTORY_ENTRY = b"PK\x01\x02"
_LOCKED = 0x1
_KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class Unreadable(Exception):  # noqa: N818 - it carries a message to a person, not an error
    """Why a file cannot be read, said to the person who sent it."""


class Parts:
    """The parts of a package by name, upper and lower case alike; each is unpacked when asked for.

    Raises:
        Unreadable: *content* is no archive, is damaged, or has more or larger parts than
            any Word file of ours could have.
    """

    def __init__(self, content: bytes, bounds: Bounds = SHEET) -> None:
        self._largest = bounds.part
        # Counted before the directory is read, since every entry takes memory.
        if content.count(_DIRECTORY_ENTRY) > MOST_PARTS:
            raise Unreadable(say("it has more parts than this program takes in"))
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            found = self._archive.infolist()
        except _BROKEN:
            raise Unreadable(
                say("it is damaged or cut short; ask for it to be sent again")
            ) from None
        if sum(each.file_size for each in found) > MOST_BYTES:
            raise _too_large()
        self._members: Mapping[str, zipfile.ZipInfo] = MappingProxyType(
            {each.filename.lower(): each for each in found}
        )
        if len(self._members) < len(found):
            raise Unreadable(say("it holds the same part twice"))

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._members

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def read(self, name: str) -> bytes:
        """Give the part *name*, or nothing where there is no such part.

        Raises:
            Unreadable: it is damaged, encrypted, or larger than the bounds allow.
        """
        member = self._members.get(name.lower())
        if member is None:
            return b""
        if member.flag_bits & _LOCKED:
            raise Unreadable(say("it is protected with a password; save it without one"))
        if member.file_size > self._largest:
            raise _too_large()
        try:
            if member.compress_type not in _KINDS:
                raise zipfile.BadZipFile
            with self._archive.open(member) as part:
                content = part.read(self._largest + 1)
        except _BROKEN:
            raise Unreadable(
                say("it is damaged or cut short; ask for it to be sent again")
            ) from None
        if len(content) > self._largest:
            raise _too_large()
        return content


def _too_large() -> Unreadable:
    return Unreadable(say("it is far larger unpacked than this program takes in"))

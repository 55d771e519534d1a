"""The archive a Word file is: members in order, with no time in them."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

_VERSION, _UTF8_NAME = 20, 0x800
_MIDNIGHT, _FIRST_OF_JANUARY_1980 = 0, (1 << 5) | 1
_STORED, _DEFLATED = 0, 8


@frozen
class Member:
    """A file in the archive; *lasting* when archive after archive holds the same one."""

    name: str
    content: bytes
    lasting: bool = False


def archive(members: Iterable[Member]) -> bytes:
    """Give a zip archive of *members*; the same members give the same bytes.

    The standard library's writer packs everything anew each time; here what lasts (the
    styles, the pictures) is packed once.
    """
    written: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for member in members:
        method, checksum, packed = (_pack_once if member.lasting else _pack)(member.content)
        name = member.name.encode()
        facts = struct.pack(
            "<5H3L2H",
            _VERSION,
            _UTF8_NAME,
            method,
            _MIDNIGHT,
            _FIRST_OF_JANUARY_1980,
            checksum,
            len(packed),
            len(member.content),
            len(name),
            0,
        )
        written += (b"PK\x03\x04", facts, name, packed)
        directory.append(
            struct.pack("<4sH", b"PK\x01\x02", _VERSION)
            + facts
            + struct.pack("<3H2L", 0, 0, 0, 0, place)
            + name
        )
        place += 4 + len(facts) + len(name) + len(packed)
    listing = b"".join(directory)
    count = len(directory)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(listing), place, 0)
    return b"".join((*written, listing, end))


def _pack(content: bytes) -> tuple[int, int, bytes]:
    """Give how *content* is packed, its checksum, and it packed."""
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    if len(packed) < len(content):
        return _DEFLATED, zlib.crc32(content), packed
    return _STORED, zlib.crc32(content), content


_pack_once = lru_cache(maxsize=64)(_pack)

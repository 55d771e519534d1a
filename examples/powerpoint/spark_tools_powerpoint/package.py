"""Files in one zip, the same bytes for the same files, on any day."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO

_NO_DAY = (1980, 1, 1, 0, 0, 0)


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Give the bytes of a zip of *files*, which are (path, content)."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for path, content in files:
            entry = zipfile.ZipInfo(path, _NO_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)
    return written.getvalue()


def repacked(package: bytes) -> bytes:
    """Give *package* without the times at which its files were written."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return packed([(name, archive.read(name)) for name in archive.namelist()])

"""What a file system may refuse, and how to be sure of what it took."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from spark_tools.i18n import messages
from spark_tools.model import Fault, FaultError


def cannot_write(error: OSError, path: Path) -> Fault:
    """Say why *path* cannot be written."""
    _ = messages("publish")
    if isinstance(error, PermissionError):
        return Fault(_("cannot be written; is it open in another program?"), str(path))
    if isinstance(error, FileExistsError | NotADirectoryError):
        return Fault(_("cannot be written: there is a file where a folder should be"), str(path))
    if error.errno == errno.ENOSPC:
        return Fault(_("cannot be written: the disk is full"), str(path))
    return Fault(_("cannot be written: {why}", why=error.strerror or str(error)), str(path))


def check(folder: Path, name: str, stage: Path) -> None:
    """See that *name* in *folder* can be moved there from *stage*, or removed.

    Raises:
        OSError: what would stop it.
        FaultError: *name* leads out of the folder.
    """
    path = folder / name
    if not inside(folder, name):
        _ = messages("publish")
        raise FaultError([Fault(_("cannot be written: it leads out of the folder"), str(path))])
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if path.exists():
        path.rename(path)  # Windows says here when another program has it open
    near = next(parent for parent in path.parents if parent.exists())
    if not near.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    if not os.access(near, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if near.stat().st_dev != stage.stat().st_dev:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))


def inside(folder: Path, name: str) -> bool:
    """Tell whether *name* is in *folder*; links on the way there are followed."""
    path = folder / name
    return path.name not in ("", "..") and path.parent.resolve().is_relative_to(folder.resolve())


def digest(content: bytes) -> str:
    """Give the SHA-256 of *content* in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def digest_of(path: Path) -> str:
    """Give the `digest` of the file at *path*, or nothing where there is none."""
    return digest(path.read_bytes()) if path.is_file() else ""


def write(path: Path, content: bytes) -> None:
    """Write *content* to the disk itself."""
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def sync(folder: Path) -> None:
    """See to it that the names in *folder* are on the disk, where a system can do that."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def without_interruption() -> Iterator[None]:
    """Let Ctrl-C wait until the end."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: waiting.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if waiting:
        raise KeyboardInterrupt

"""Having a folder to oneself: a lock that the system gives back when its process ends."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

LOCK = "lock"
TRIES = 100


class Busy(Exception):  # noqa: N818 (a state of the folder, not an error)
    """Another process has the folder."""


def take(stage: Path) -> int:
    """Make *stage* and lock it, and give the lock's handle for `give_back`.

    Raises:
        Busy: another process has it.
        OSError: it cannot be made.
    """
    for _ in range(TRIES):
        with contextlib.suppress(FileNotFoundError):
            stage.mkdir(exist_ok=True)
            if (handle := _taken(stage / LOCK)) is not None:
                return handle
        # another process has just removed what this one had got hold of
    raise Busy


def give_back(stage: Path, handle: int) -> None:
    """Remove the lock, and *stage* where it is empty."""
    if sys.platform == "win32":
        os.close(handle)
        with contextlib.suppress(OSError):
            (stage / LOCK).unlink()
    else:
        (stage / LOCK).unlink(missing_ok=True)
        os.close(handle)
    with contextlib.suppress(OSError):
        stage.rmdir()


def _taken(path: Path) -> int | None:
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _lock(handle)
        if os.path.samestat(os.fstat(handle), path.stat()):
            return handle
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None


def _lock(handle: int) -> None:
    """Lock the file, where its file system knows of locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            raise Busy from None

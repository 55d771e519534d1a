"""Changing many files of a folder as one: staged, committed by one rename, then carried out.

Everything is written to ``.spark`` in the folder first. A journal there says where
each file goes and what is to be removed; the rename that gives the journal its name
is the moment from which all of it holds. Whoever opens the folder next carries out
a journal that its writer did not come to the end of, and clears away what was never
committed. So the folder is as before or as after, wherever the writer was stopped.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import signal
import sys
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from attrs import frozen

from spark_tools.i18n import messages
from spark_tools.model import Fault, FaultError
from spark_tools.publish.lock import Busy, give_back, take
from spark_tools.publish.shape import Shape

STAGE = ".spark"
JOURNAL = "journal.json"
DRAFT = "journal.draft"

_AT_WORK: set[Path] = set()


@frozen
class _Journal:
    """What to do: staged file number n goes to ``written[n]``; paths are in the folder."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


@contextlib.contextmanager
def at_work(folder: Path) -> Iterator[None]:
    """Have *folder* to oneself for a while; what was begun there before is finished first.

    The folder is made if need be, and nothing of that stays when nothing is written
    in it. May be nested.

    Raises:
        FaultError: another process is at work there, or the folder cannot be used.
    """
    place = folder.resolve()
    if place in _AT_WORK:
        yield
        return
    stage = folder / STAGE
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        handle = _begin(folder)
        _AT_WORK.add(place)
        try:
            _carry_out(folder)
            yield
        finally:
            _AT_WORK.remove(place)
            _clear(stage)
            give_back(stage, handle)
    finally:
        for empty in made:
            with contextlib.suppress(OSError):
                empty.rmdir()


def finish(folder: Path) -> None:
    """Carry out what was committed in *folder*, and clear away what was not.

    Raises:
        FaultError: as `at_work`.
    """
    if (folder / STAGE).is_dir():
        with at_work(folder):
            pass


def commit(folder: Path, contents: Mapping[str, bytes], removed: Collection[str] = ()) -> None:
    """Write *contents* by path in *folder* and remove *removed*, all of it or nothing.

    Belongs in `at_work`. Until everything is written beside its place nothing has
    changed; from then on Ctrl-C waits.

    Raises:
        FaultError: a file cannot be written or removed.
    """
    stage = folder / STAGE
    name = ""
    try:
        for name in (*contents, *removed):
            _check(folder, name)
        for number, name in enumerate(contents):
            _write(stage / str(number), contents[name])
        with _without_interruption():
            if len(contents) == 1 and not removed and (folder / name).parent.is_dir():
                (stage / "0").replace(folder / name)
                return
            plan = {"format": 1, "write": list(contents), "remove": list(removed)}
            _write(stage / DRAFT, json.dumps(plan, ensure_ascii=False).encode())
            _sync(stage)
            (stage / DRAFT).replace(stage / JOURNAL)
            _sync(stage)
            _carry_out(folder)
    except OSError as error:
        raise FaultError([cannot_write(error, folder / name)]) from error
    finally:
        _clear(stage)


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


def _begin(folder: Path) -> int:
    _ = messages("publish")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return take(folder / STAGE)
    except Busy:
        busy = _("another spark is at work in this folder; try again when it is done")
        raise FaultError([Fault(busy, str(folder))]) from None
    except OSError as error:
        raise FaultError([cannot_write(error, folder)]) from error


def _check(folder: Path, name: str) -> None:
    """Raise what would stop *name* from being written or removed later."""
    path = folder / name
    if not _inside(folder, name):
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
    if near.stat().st_dev != (folder / STAGE).stat().st_dev:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))


def _inside(folder: Path, name: str) -> bool:
    root, path = folder.resolve(), (folder / name).resolve()
    return path != root and path.is_relative_to(root)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _sync(folder: Path) -> None:
    """See to it that the names in *folder* are on the disk, where a system can do that."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def _carry_out(folder: Path) -> None:
    """Do what the journal says, as far as it has not been done, if there is one."""
    stage = folder / STAGE
    journal = _read(folder)
    if journal is None:
        return
    name = ""
    try:
        for name in journal.removed:
            _remove(folder, name)
        for number, name in enumerate(journal.written):
            if (stage / str(number)).exists():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (stage / str(number)).replace(folder / name)
        for changed in {(folder / name).parent for name in journal.written}:
            _sync(changed)
        (stage / JOURNAL).unlink()
    except OSError as error:
        raise FaultError([cannot_write(error, folder / name)]) from error


def _read(folder: Path) -> _Journal | None:
    path = folder / STAGE / JOURNAL
    try:
        plan = Shape(json.loads(path.read_bytes()))
        journal = _Journal(plan.texts("write"), plan.texts("remove"))
        if plan.number("format") == 1 and all(
            _inside(folder, name) for name in (*journal.written, *journal.removed)
        ):
            return journal
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FaultError([cannot_write(error, path)]) from error
    except (ValueError, RecursionError):
        pass
    _ = messages("publish")
    raise FaultError([Fault(_("this is not as spark wrote it; remove it"), str(path))])


def _remove(folder: Path, name: str) -> None:
    """Remove the file, and the folders in *folder* that are empty without it."""
    path = folder / name
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder:
            break
        with contextlib.suppress(OSError):
            parent.rmdir()


def _clear(stage: Path) -> None:
    """Remove what was staged, unless a journal still needs it."""
    if (stage / JOURNAL).exists():
        return
    for path in _staged(stage):
        with contextlib.suppress(OSError):
            path.unlink()


def _staged(stage: Path) -> Iterable[Path]:
    return [path for path in stage.iterdir() if path.name == DRAFT or path.name.isdecimal()]


@contextlib.contextmanager
def _without_interruption() -> Iterator[None]:
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

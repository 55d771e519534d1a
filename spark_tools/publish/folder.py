"""Writing a course folder: whole files only, and never over a person's own work."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import tempfile
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from attrs import frozen

from spark_tools.i18n import messages
from spark_tools.model import Fault, FaultError, SessionPlan, SheetForm
from spark_tools.publish.drawing import DrawnFile
from spark_tools.publish.manifest import MANIFEST, FileEntry, digest, file_entry, manifest
from spark_tools.publish.record import read_record


@frozen
class Published:
    """What became of the files: paths relative to the folder, in order.

    ``kept`` stand there otherwise than spark wrote them and were left alone;
    ``removed`` belonged to an earlier plan and were as spark wrote them; ``left``
    belonged to it too, and were not.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def write_files(folder: Path, files: Iterable[DrawnFile], *, force: bool = False) -> Published:
    """Write *files* into *folder*, which is made if need be.

    A file that stands there already is replaced only when it is as spark wrote
    it, or with *force*. Everything is written beside its place first and renamed
    at the end, so that nothing is ever half written.

    Raises:
        FaultError: the folder cannot be used, or a file cannot be written.
    """
    files = tuple(files)
    kept, writing = _kept_and_written(folder, files, _earlier_files(folder), force=force)
    _write_together(folder, writing)
    return Published(tuple(writing), kept)


def write_course(
    folder: Path,
    plan: SessionPlan,
    files: Iterable[DrawnFile],
    forms: Iterable[SheetForm] = (),
    *,
    force: bool = False,
) -> Published:
    """Write the files of *plan* and its ``plan.json``; otherwise as `write_files`.

    Files of an earlier plan that are in this one no more are removed when they
    are as spark wrote them, or with *force*.

    Raises:
        FaultError: the folder cannot be used, or a file cannot be written.
    """
    files = tuple(files)
    record = read_record(folder)
    earlier = dict(record.files) if record else {}
    kept, writing = _kept_and_written(folder, files, earlier, force=force)
    drawn = {file.path: file_entry(file, kept=file.path in kept) for file in files}
    standing = {
        path: entry
        for path, entry in earlier.items()
        if path not in drawn and 0 < entry.meeting <= plan.held
    }
    stale = _stale(folder, earlier.keys() - drawn.keys() - standing.keys(), earlier)
    removed = tuple(name for name, changed in stale if force or not changed)
    left = tuple(name for name, changed in stale if not force and changed)
    current = {form.identifier: form for form in forms}
    remembered = [
        form
        for form in (record.forms.values() if record else ())
        if form.identifier not in current and 0 < form.meeting <= plan.held
    ]
    listing = manifest(
        plan, (*standing.values(), *drawn.values()), (*remembered, *current.values())
    )
    _write_together(folder, {**writing, MANIFEST: listing}, removed)
    return Published(tuple(writing), kept, removed, left)


def _earlier_files(folder: Path) -> Mapping[str, FileEntry]:
    record = read_record(folder)
    return record.files if record else {}


def _kept_and_written(
    folder: Path, files: Iterable[DrawnFile], earlier: Mapping[str, FileEntry], *, force: bool
) -> tuple[tuple[str, ...], dict[str, bytes]]:
    """Part *files* in the paths that are left alone and the contents to write by path."""
    kept: list[str] = []
    writing: dict[str, bytes] = {}
    for file in files:
        if not force and _is_someone_elses(folder, file, earlier):
            kept.append(file.path)
        else:
            writing[file.path] = file.content
    return tuple(kept), writing


def _is_someone_elses(folder: Path, file: DrawnFile, earlier: Mapping[str, FileEntry]) -> bool:
    path = folder / file.path
    if not path.is_file():
        return False
    present = digest(path.read_bytes())
    ours = earlier.get(file.path)
    return present not in (ours and ours.sha256, digest(file.content))


def _stale(
    folder: Path, names: Collection[str], earlier: Mapping[str, FileEntry]
) -> list[tuple[str, bool]]:
    """Give those of *names* that are there, and whether they were changed since."""
    root = folder.resolve()
    found = []
    for name, entry in earlier.items():
        path = (folder / name).resolve()
        if name in names and path.is_relative_to(root) and path.is_file():
            found.append((name, digest(path.read_bytes()) != entry.sha256))
    return found


def write_whole(path: Path, content: bytes) -> None:
    """Write one file whole, making folders on the way.

    Raises:
        FaultError: the file cannot be written.
    """
    _write_together(path.parent, {path.name: content})


def _write_together(
    folder: Path, contents: Mapping[str, bytes], removed: Iterable[str] = ()
) -> None:
    """Write every file beside its place, then rename them all, in order, and remove the rest.

    Until the first is renamed nothing has changed; from then on Ctrl-C waits.
    """
    staged: dict[str, Path] = {}
    made: list[Path] = []
    name = ""
    try:
        for name, content in contents.items():
            made += _make_folder((folder / name).parent)
            staged[name] = _stage(folder / name, content)
        with _without_interruption():
            for name in tuple(staged):
                staged[name].replace(folder / name)
                del staged[name]
            for name in removed:
                _remove(folder / name)
            made.clear()
    except OSError as error:
        raise FaultError([_cannot_write(error, folder / name)]) from error
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)
        for empty in reversed(made):
            with contextlib.suppress(OSError):
                empty.rmdir()


def _make_folder(folder: Path) -> list[Path]:
    """Make *folder*, and give the folders that were not there before, outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _stage(path: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=".spark-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        temporary.chmod(0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


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


def _remove(path: Path) -> None:
    path.unlink()
    with contextlib.suppress(OSError):
        path.parent.rmdir()  # only when it has become empty


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _cannot_write(error: OSError, path: Path) -> Fault:
    _ = messages("publish")
    if isinstance(error, PermissionError):
        return Fault(_("cannot be written; is it open in another program?"), str(path))
    if isinstance(error, FileExistsError | NotADirectoryError):
        return Fault(_("cannot be written: there is a file where a folder should be"), str(path))
    if error.errno == errno.ENOSPC:
        return Fault(_("cannot be written: the disk is full"), str(path))
    return Fault(_("cannot be written: {why}", why=error.strerror or str(error)), str(path))

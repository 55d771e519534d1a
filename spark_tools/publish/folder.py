"""Writing a course folder: whole files only, and never over a person's own work."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import frozen

from spark_tools.i18n import messages
from spark_tools.model import Fault, FaultError
from spark_tools.publish.drawing import DrawnFile
from spark_tools.publish.manifest import MANIFEST, digest


@frozen
class Published:
    """What became of the files: paths relative to the folder, in order.

    ``kept`` were changed by a person (or are not ours) and were left alone;
    ``removed`` belonged to an earlier plan and had not been changed.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]


def write_files(
    folder: Path,
    files: Iterable[DrawnFile],
    plan_json: bytes | None = None,
    *,
    force: bool = False,
) -> Published:
    """Write *files*, and ``plan.json`` last, into *folder*, which is made if need be.

    A file that stands there already is replaced only when it is as it was
    generated, or with *force*. Every file is written beside its place and then
    renamed, so that none is ever half written.

    Raises:
        FaultError: the folder cannot be used, or a file cannot be written.
    """
    files = tuple(files)
    earlier = _earlier_digests(folder)
    kept = tuple(
        file.path for file in files if not force and _is_someone_elses(folder, file, earlier)
    )
    writing = [file for file in files if file.path not in kept]
    for file in writing:
        write_whole(folder / file.path, file.content)
    removed: tuple[str, ...] = ()
    if plan_json is not None:
        removed = tuple(_stale(folder, files, earlier))
        for name in removed:
            _remove(folder / name)
        write_whole(folder / MANIFEST, plan_json)
    return Published(tuple(file.path for file in writing), kept, removed)


def _earlier_digests(folder: Path) -> Mapping[str, str]:
    path = folder / MANIFEST
    if not path.is_file():
        return {}
    try:
        entries = json.loads(path.read_bytes())["files"]
        return {str(entry["path"]): str(entry["sha256"]) for entry in entries}
    except (ValueError, KeyError, TypeError):
        _ = messages("publish")
        message = _("this is not a plan that spark has written; move it or choose another folder")
        raise FaultError([Fault(message, str(path))]) from None


def _is_someone_elses(folder: Path, file: DrawnFile, earlier: Mapping[str, str]) -> bool:
    path = folder / file.path
    if not path.is_file():
        return False
    present = digest(path.read_bytes())
    return present not in (earlier.get(file.path), digest(file.content))


def _stale(folder: Path, files: Iterable[DrawnFile], earlier: Mapping[str, str]) -> Iterable[str]:
    current = {file.path for file in files}
    root = folder.resolve()
    for name, expected in earlier.items():
        path = (folder / name).resolve()
        if name in current or not path.is_relative_to(root) or not path.is_file():
            continue
        if digest(path.read_bytes()) == expected:
            yield name


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise FaultError([_cannot_write(error, path)]) from error
    with contextlib.suppress(OSError):
        path.parent.rmdir()  # only when it has become empty


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* beside *path* and rename it into place, making folders on the way.

    Raises:
        FaultError: the file cannot be written.
    """
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".spark-", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
        temporary = ""
    except OSError as error:
        raise FaultError([_cannot_write(error, path)]) from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _cannot_write(error: OSError, path: Path) -> Fault:
    _ = messages("publish")
    if isinstance(error, PermissionError):
        return Fault(_("cannot be written; is it open in another program?"), str(path))
    return Fault(_("cannot be written: {why}", why=error.strerror or str(error)), str(path))

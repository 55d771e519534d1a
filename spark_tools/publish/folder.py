"""Writing a course folder: whole files only, and never over a person's own work."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import attrs
from attrs import frozen

from spark_tools.model import SessionPlan, SheetForm
from spark_tools.publish.drawing import DrawnFile
from spark_tools.publish.manifest import MANIFEST, FileEntry, file_entry, manifest
from spark_tools.publish.record import Record, read_standing_record
from spark_tools.publish.standing import Digests, kept_and_written, stale
from spark_tools.publish.work import at_work, commit


@frozen
class Published:
    """What became of the files: paths relative to the folder, in order.

    ``kept`` stand there otherwise than spark wrote them and were left alone;
    ``removed`` belonged to an earlier plan and were as spark wrote them; ``left``
    belonged to it too, and were not. ``untouched`` are those of formats that were not
    drawn, ``without`` those of editions that were not.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    untouched: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def write_files(folder: Path, files: Iterable[DrawnFile], *, force: bool = False) -> Published:
    """Write *files* into *folder*, which is made if need be.

    A file that stands there already is replaced only when it is as spark wrote
    it, or with *force*. All are written or none is, wherever the writing is stopped
    (see `work`).

    Raises:
        FaultError: the folder cannot be used, a file cannot be written, or another
            process is at work there.
    """
    files = tuple(files)
    with at_work(folder):
        earlier = _earlier(read_standing_record(folder))
        kept, writing = kept_and_written(folder, _contents(files), _wrote(earlier), force=force)
        commit(folder, writing)
    return Published(tuple(writing), kept)


def write_course(
    folder: Path,
    plan: SessionPlan,
    files: Iterable[DrawnFile],
    forms: Iterable[SheetForm] = (),
    *,
    force: bool = False,
    without: Collection[str] = (),
) -> Published:
    """Write the files of *plan* and its ``plan.json`` with *forms*; otherwise as `write_files`.

    Files of an earlier plan that are in this one no more are removed when they
    are as spark wrote them, or with *force*; but what belongs to a meeting that has
    been held, has a format that is not drawn, or is of an edition that the plan was
    drawn *without* stays as it is, and what is left is listed until it is gone. An earlier
    form is remembered unless it is among *forms*: a sheet that has been handed out may
    come back.

    Raises:
        FaultError: as `write_files`.
    """
    files = tuple(files)
    with at_work(folder):
        record = read_standing_record(folder)
        earlier = _earlier(record)
        wrote = _wrote(earlier)
        kept, writing = kept_and_written(folder, _contents(files), wrote, force=force)
        drawn = {file.path: file_entry(file, kept=file.path in kept) for file in files}
        formats = {file.format for file in files}
        others = {path: entry for path, entry in earlier.items() if path not in drawn}
        held = tuple(path for path, entry in others.items() if 0 < entry.meeting <= plan.held)
        not_drawn = tuple(
            path
            for path, entry in others.items()
            if path not in held
            and (entry.format not in formats or entry.edition in without)
            and (folder / path).is_file()
        )
        spared = tuple(path for path in not_drawn if others[path].edition in without)
        untouched = tuple(path for path in not_drawn if path not in spared)
        standing = {path: others[path] for path in (*held, *not_drawn)}
        gone = stale(folder, earlier.keys() - drawn.keys() - standing.keys(), wrote)
        removed = tuple(name for name, changed in gone if force or not changed)
        left = tuple(name for name, changed in gone if not force and changed)
        remembered = (attrs.evolve(earlier[name], kept=True) for name in left)
        entries = (*standing.values(), *drawn.values(), *remembered)
        listing = manifest(
            plan,
            sorted(entries, key=lambda entry: entry.meeting),
            _with_earlier(forms, record),
        )
        commit(folder, {**writing, MANIFEST: listing}, removed)
    return Published(tuple(writing), kept, removed, left, untouched, spared)


def _earlier(record: Record | None) -> Mapping[str, FileEntry]:
    return record.files if record else {}


def _contents(files: Iterable[DrawnFile]) -> Mapping[str, bytes]:
    return {file.path: file.content for file in files}


def _wrote(earlier: Mapping[str, FileEntry]) -> Digests:
    return {path: entry.sha256 for path, entry in earlier.items()}


def _with_earlier(forms: Iterable[SheetForm], record: Record | None) -> Iterable[SheetForm]:
    """Give *forms* after those in *record* that are not among them."""
    current = {form.identifier: form for form in forms}
    earlier = record.forms.values() if record else ()
    return (*(form for form in earlier if form.identifier not in current), *current.values())


def write_whole(path: Path, content: bytes) -> None:
    """Write one file whole, by one rename, making folders on the way.

    Raises:
        FaultError: the file cannot be written.
    """
    with at_work(path.parent):
        commit(path.parent, {path.name: content})

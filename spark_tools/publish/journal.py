"""The journal of a change that is committed: what goes where in a folder, and what goes away."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from spark_tools.i18n import messages
from spark_tools.model import Fault, FaultError
from spark_tools.publish.disk import cannot_write, digest_of, inside, sync
from spark_tools.publish.shape import Json, Shape, as_text, refuse_newer

STAGE = ".spark"
FORMAT = 1
JOURNAL = "journal.json"


@frozen
class Change:
    """A path in the folder, and the SHA-256 of what stood there (nothing where nothing did)."""

    path: str
    stood: str


@frozen
class _Journal:
    """What to do: staged file number n goes to ``written[n]``."""

    written: tuple[Change, ...]
    removed: tuple[Change, ...]


def carry_out(folder: Path) -> None:
    """Do what the journal in *folder* says, as far as it has not been done, if there is one.

    Raises:
        FaultError: a file cannot be written or removed, or the journal is not ours.
    """
    stage = folder / STAGE
    journal = _read(folder)
    if journal is None:
        return
    name = ""
    try:
        for change in journal.removed:
            name = change.path
            if digest_of(folder / name) in (change.stood, ""):
                _remove(folder, name)
        for number, change in enumerate(journal.written):
            name = change.path
            staged = stage / str(number)
            if staged.exists() and digest_of(folder / name) == change.stood:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                staged.replace(folder / name)
        for changed in {(folder / change.path).parent for change in journal.written}:
            sync(changed)
        (stage / JOURNAL).unlink()
    except OSError as error:
        raise FaultError([cannot_write(error, folder / name)]) from error


def journal_text(folder: Path, written: Iterable[str], removed: Iterable[str]) -> bytes:
    """Give the journal that has the staged files *written* in order, and *removed* removed."""

    def changes(names: Iterable[str]) -> list[Json]:
        return [{"path": name, "stood": digest_of(folder / name)} for name in names]

    return as_text(
        {"format": FORMAT, "write": changes(written), "remove": changes(removed)}
    ).encode()


def _read(folder: Path) -> _Journal | None:
    path = folder / STAGE / JOURNAL
    try:
        plan = Shape(json.loads(path.read_bytes()))
        refuse_newer(plan, FORMAT, path)
        written, removed = (_changes(folder, plan, key) for key in ("write", "remove"))
        if plan.number("format") == FORMAT:
            return _Journal(written, removed)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FaultError([cannot_write(error, path)]) from error
    except (ValueError, RecursionError):
        pass
    _ = messages("publish")
    raise FaultError([Fault(_("this is not as spark wrote it; remove it"), str(path))])


def _changes(folder: Path, plan: Shape, key: str) -> tuple[Change, ...]:
    changes = tuple(Change(each.text("path"), each.text("stood")) for each in plan.shapes(key))
    if not all(inside(folder, change.path) for change in changes):
        raise ValueError(key)
    return changes


def _remove(folder: Path, name: str) -> None:
    """Remove the file, and the folders in *folder* that are empty without it."""
    path = folder / name
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder:
            break
        with contextlib.suppress(OSError):
            parent.rmdir()

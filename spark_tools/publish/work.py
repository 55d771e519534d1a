"""Changing many files of a folder as one: staged, committed by one rename, then carried out.

Everything is written to ``.spark`` in the folder first. A journal there says where
each file goes and what is to be removed; the rename that gives the journal its name
is the moment from which all of it holds. Whoever opens the folder next carries out
a journal that its writer did not come to the end of, and clears away what was never
committed. So the folder is as before or as after, wherever the writer was stopped.
What a person has changed in the meantime is left as it is.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from spark_tools.i18n import messages
from spark_tools.model import Fault, FaultError
from spark_tools.publish.disk import cannot_write, check, sync, without_interruption, write
from spark_tools.publish.journal import JOURNAL, STAGE, carry_out, journal_text
from spark_tools.publish.lock import Busy, give_back, take

DRAFT = "journal.draft"

_AT_WORK: set[Path] = set()


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
            carry_out(folder)
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
            check(folder, name, stage)
        for number, name in enumerate(contents):
            write(stage / str(number), contents[name])
        with without_interruption():
            if len(contents) == 1 and not removed and (folder / name).parent.is_dir():
                (stage / "0").replace(folder / name)
                return
            write(stage / DRAFT, journal_text(folder, contents, removed))
            sync(stage)
            (stage / DRAFT).replace(stage / JOURNAL)
            sync(stage)
            carry_out(folder)
    except OSError as error:
        raise FaultError([cannot_write(error, folder / name)]) from error
    finally:
        _clear(stage)


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


def _clear(stage: Path) -> None:
    """Remove what was staged, unless a journal still needs it."""
    if (stage / JOURNAL).exists():
        return
    for path in list(stage.iterdir()):
        if path.name == DRAFT or path.name.isdecimal():
            with contextlib.suppress(OSError):
                path.unlink()

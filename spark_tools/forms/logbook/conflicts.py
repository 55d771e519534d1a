"""Two versions of one sheet that do not say the same: what each says, and which is to stand."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from enum import StrEnum

import attrs
from attrs import frozen

from spark_tools.model import Entry


class Choice(StrEnum):
    """Which answer is to stand: the one in the logbook, the one on the sheet, or no saying yet."""

    KEEP = "keep"
    TAKE = "take"
    UNDECIDED = "undecided"


@frozen
class Version:
    """An answer, and the file that it stands in as far as that is known."""

    value: str
    saved: datetime.datetime | None = None
    file: str = ""


@frozen
class Conflict:
    """Two answers in one field: the logbook's and another one from a sheet.

    ``entry`` is the sheet's id in the logbook, ``sheet`` its title, ``field`` what the
    field is called.
    """

    entry: str
    sheet: str
    field: str
    known: Version
    other: Version


Decide = Callable[[Conflict], Choice]


def newest(conflict: Conflict) -> Choice:
    """Take the answer that was saved last; undecided where the times are not known or equal."""
    known, other = conflict.known.saved, conflict.other.saved
    if known is None or other is None or known == other:
        return Choice.UNDECIDED
    return Choice.TAKE if other > known else Choice.KEEP


def first(_conflict: Conflict) -> Choice:
    """Let what is there stand."""
    return Choice.KEEP


def undecided(_conflict: Conflict) -> Choice:
    """Leave it to be decided."""
    return Choice.UNDECIDED


def merged(
    entry: Entry, coming: Entry, fields: Mapping[str, str], decide: Decide
) -> tuple[Entry, tuple[Conflict, ...]]:
    """Give *entry* with what a *coming* version of the sheet says besides, and what is undecided.

    Blanks are filled in. Where the two say different things, *decide* is asked, and the
    answer that gives way is kept as an earlier one; one that gave way before is not
    asked about again, unless it has been saved since. *fields* names the fields by key.
    """
    values = dict(entry.values)
    earlier = list(entry.earlier)
    open_: list[Conflict] = []
    newer = _is_newer(coming, entry)
    for key, value in coming.values:
        known = values.get(key)
        if known is None:
            values[key] = value
        elif known != value and (newer or (key, value) not in earlier):
            conflict = Conflict(
                entry.id,
                coming.title,
                fields.get(key, key),
                Version(known, entry.saved, entry.file),
                Version(value, coming.saved, coming.file),
            )
            match decide(conflict):
                case Choice.UNDECIDED:
                    open_.append(conflict)
                    continue
                case Choice.TAKE:
                    values[key], value = value, known
            if (key, value) not in earlier:
                earlier.append((key, value))
    unplaced = tuple(dict.fromkeys((*entry.unplaced, *coming.unplaced)))
    grown = attrs.evolve(
        entry,
        values=tuple(values.items()),
        earlier=tuple(earlier),
        unplaced=unplaced,
        committee=entry.committee or coming.committee,
    )
    if newer and not open_:
        grown = attrs.evolve(grown, saved=coming.saved, file=coming.file)
    return grown, tuple(open_)


def _is_newer(coming: Entry, entry: Entry) -> bool:
    if coming.saved is None:
        return False
    return entry.saved is None or coming.saved > entry.saved

"""``logbook.toml``: what a course has agreed, tried and learnt, as a person may edit it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import attrs

from spark_tools.content.lines import Lines
from spark_tools.content.table import Table, distinct
from spark_tools.content.toml_file import FORMAT, TomlFile, is_newer, read_toml
from spark_tools.forms.wording import say
from spark_tools.model import TICK, Action, ActionState, Entry, FaultError, Logbook

Numbered = TypeVar("Numbered", Action, Entry)
Pairs = tuple[tuple[str, str], ...]

_BRACKETED = re.compile(r"^[ \t]*[\"']?(?:actions|sheets)[\"']?[ \t]*=", re.MULTILINE)
_NUMBERED = re.compile(r"[as]\d{1,9}")


def read_logbook(path: Path) -> Logbook:
    """Read the logbook at *path*; where there is no such file it is empty.

    An action or a sheet without an id gets the next free one, and a key without
    a text counts as left out.

    Raises:
        FaultError: everything that is wrong, each with its line.
    """
    return logbook_of(read_toml(path)) if path.exists() else Logbook()


def highest(letter: str, ids: Iterable[str]) -> int:
    """Give the highest number of the *ids* that are this *letter* and a number, 0 without any."""
    numbers = (int(id_[1:]) for id_ in ids if _NUMBERED.fullmatch(id_) and id_[0] == letter)
    return max(numbers, default=0)


def logbook_of(file: TomlFile) -> Logbook:
    """Read a *file* that has been parsed; otherwise as `read_logbook`."""
    if not file.sound or is_newer(file):
        raise FaultError(file.faults())
    table = Table(file, _without_blanks(file.data))
    _check_headers(table)
    logbook = read_table(table)
    table.close()
    if not file.sound:
        raise FaultError(file.faults())
    return logbook


def _check_headers(table: Table) -> None:
    """Report actions or sheets that are written as a list in brackets: none can be added to it."""
    source = table.file.source
    if not _BRACKETED.search(source):
        return
    for path, start, _end in Lines(source).spans():
        if path in (("actions",), ("sheets",)) and source[start] != "[":
            said = say("write each of them below a line of its own: [[{key}]]", key=path[0])
            table.fault(said, *path)


def _without_blanks(data: dict[str, Any]) -> dict[str, Any]:
    """Give *data* without the keys that have an empty text, but for ids."""
    return {
        key: _without_blanks_below(value)
        for key, value in data.items()
        if not isinstance(value, str) or value.strip() or key == "id"
    }


def _without_blanks_below(value: Any) -> Any:
    if isinstance(value, dict):
        return _without_blanks(value)
    if isinstance(value, list):
        return [_without_blanks_below(item) for item in value]
    return value


def read_table(table: Table) -> Logbook:
    """Read the logbook from the root *table* of its file, in which no text is blank."""
    table.whole("format", 1, least=1, most=FORMAT)
    actions = _each_with_an_id("a", table.tables("actions"), _action)
    entries = _each_with_an_id("s", table.tables("sheets"), _entry)
    held = table.whole("held", 0)
    return Logbook(
        actions=actions,
        entries=entries,
        held=max((held, *(entry.meeting for entry in entries if not entry.ahead))),
        course=_text(table, "course"),
    )


def _each_with_an_id(
    letter: str, tables: Sequence[Table], read: Callable[[Table], Numbered]
) -> tuple[Numbered, ...]:
    found = [read(table) for table in tables]
    distinct(tables, [each.id for each in found])
    free = count(highest(letter, (each.id for each in found)) + 1)
    return tuple(
        each if each.id else attrs.evolve(each, id=f"{letter}{next(free)}") for each in found
    )


def _action(table: Table) -> Action:
    return Action(
        id=table.id(required=False),
        name=_text(table, "name"),
        what=table.letters("what", lines=True),
        who=_text(table, "who"),
        review=table.date("review"),
        state=table.choice("state", ActionState, ActionState.AGREED),
        meeting=table.whole("meeting", 0),
        committee=_text(table, "committee"),
        learnt=table.letters_list("learnt"),
        source=_text(table, "source"),
    )


def _entry(table: Table) -> Entry:
    return Entry(
        id=table.id(required=False),
        sheet=table.letters("sheet", lines=True),
        title=_text(table, "title"),
        exercise=_text(table, "exercise"),
        meeting=table.whole("meeting", 0),
        committee=_text(table, "committee"),
        saved=table.moment("saved"),
        file=_text(table, "file"),
        ahead=table.yes("ahead", default=False),
        learnt=table.letters_list("learnt"),
        values=tuple(_answers(table.table("values", required=False))),
        unplaced=table.letters_list("unplaced"),
        earlier=tuple(_earlier(table.table("earlier", required=False))),
    )


def _text(table: Table, key: str) -> str:
    return table.letters(key, "", lines=True)


def _answers(table: Table) -> Iterator[tuple[str, str]]:
    for key, value in table.anything().items():
        if answer := _answer(table, key, value):
            yield key, answer


def _answer(table: Table, key: str, value: object) -> str:
    if isinstance(value, bool):
        return TICK if table.yes(key, default=False) else ""
    if isinstance(value, datetime.date):
        day = table.date(key)
        return day.isoformat() if day else ""
    return _text(table, key)


def _earlier(table: Table) -> Iterator[tuple[str, str]]:
    for key in table.anything():
        for answer in table.letters_list(key):
            yield key, answer

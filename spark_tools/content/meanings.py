"""What answers mean to the logbook: reading ``means``, and what has to go together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spark_tools.content.decisions import WORDS, decision_of
from spark_tools.content.table import Table
from spark_tools.content.wording import say
from spark_tools.model import Block, Field, FieldGrid, FieldKind, Meaning

MEANINGS = tuple(meaning for meaning in Meaning if meaning is not Meaning.COMMITTEE)
"""What content may say; whose sheet it is, the program asks by itself."""

ROWS_FROM = ("actions", "course")

_KINDS = {
    Meaning.REVIEW: FieldKind.DATE,
    Meaning.STARTED: FieldKind.CHECK,
    Meaning.DECISION: FieldKind.CHOICE,
}
_FOR_WORDS = (FieldKind.TEXT, FieldKind.LINES, FieldKind.CHOICE)

Place = tuple[Table, tuple[str | int, ...]]


def read_means(table: Table, kind: FieldKind, choices: Sequence[str]) -> Meaning | None:
    """Read what the answer in a field or column of *kind* means, if anything."""
    word = table.one_of("means", MEANINGS, "")
    if not word:
        return None
    meaning = Meaning(word)
    wanted = _KINDS.get(meaning)
    if wanted and kind is not wanted:
        said = say('"{meaning}" needs a field of the kind "{kind}"', meaning=word, kind=wanted)
        table.fault(said, "means")
    elif not wanted and kind not in _FOR_WORDS:
        said = say('"{meaning}" needs a field of the kind "text" or "lines"', meaning=word)
        table.fault(said, "means")
    elif meaning is Meaning.DECISION:
        _check_decisions(table, choices)
    return meaning


def _check_decisions(table: Table, choices: Sequence[str]) -> None:
    known = ", ".join(WORDS)
    for number, choice in enumerate(choices):
        if choice and decision_of(choice) is None:
            said = say('"{word}" is no known decision: {known}', word=choice, known=known)
            table.fault(said, "choices", number)


def tells(block: Block) -> bool:
    """Whether an answer in *block* means something to the logbook."""
    if isinstance(block, FieldGrid):
        return any(column.means for column in block.columns)
    return isinstance(block, Field) and block.means is not None


def check_meanings(tables: Sequence[Table], blocks: Sequence[Block]) -> None:
    """Report what a sheet or a grid tells twice, and grids for actions that name none.

    A sheet's fields and its grids of one row tell of one action together; in any
    other grid, and in one that has a column for what the action is, each row
    tells of its own.
    """
    alone: list[tuple[Meaning | None, Place]] = []
    for table, block in zip(tables, blocks, strict=True):
        if isinstance(block, Field):
            alone.append((block.means, (table, ("means",))))
        elif isinstance(block, FieldGrid):
            columns = [
                (column.means, (table, ("columns", number, "means")))
                for number, column in enumerate(block.columns)
            ]
            named = any(meaning is Meaning.WHAT for meaning, _ in columns)
            if block.rows_from and not named:
                said = say('a grid with "rows_from" needs a column with means = "what"')
                table.fault(said, "rows_from")
            if block.rows == 1 and not named:
                alone += columns
            else:
                _check_once(columns)
    _check_once(alone)


def _check_once(told: Iterable[tuple[Meaning | None, Place]]) -> None:
    seen = set()
    for meaning, (table, place) in told:
        if meaning and meaning in seen:
            table.fault(say('"{meaning}" is told twice', meaning=meaning), *place)
        seen.add(meaning)

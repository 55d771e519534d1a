"""What a sheet says of try-out actions: in its fields together, and in each row of a grid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from spark_tools.model import FormField, Meaning

Values = Mapping[str, str]
"""Answers by their fields' keys without the sheet's id."""

_OF_NO_ACTION = (None, Meaning.STATE, Meaning.COMMITTEE)


@frozen
class Cell:
    """An answer, and what stood there before: in an earlier version, or filled in beforehand."""

    value: str
    before: str

    @property
    def new(self) -> bool:
        """Whether it says something that was not there."""
        return bool(self.value) and self.value != self.before


@frozen
class Mention:
    """What is told of one action, by what it means.

    ``row`` is the row's id in a grid, which is the action's id where the row was
    filled in beforehand; ``place`` is the grid's key and the row's. Both are empty
    for what a sheet's own fields tell together.
    """

    cells: Mapping[Meaning, Cell]
    row: str = ""
    place: str = ""

    @property
    def of_an_action(self) -> str:
        """The id of the action that the row was filled in with, or nothing."""
        return "" if self.row.isdecimal() else self.row

    def new(self, meaning: Meaning) -> str:
        """Give what is newly said of *meaning*, or nothing."""
        cell = self.cells.get(meaning)
        return cell.value if cell and cell.new else ""

    def value(self, meaning: Meaning) -> str:
        """Give what stands there of *meaning*, new or not."""
        cell = self.cells.get(meaning)
        return cell.value if cell else ""

    def before(self, meaning: Meaning) -> str:
        """Give what stood there of *meaning* before."""
        cell = self.cells.get(meaning)
        return cell.before if cell else ""


def mentions(fields: Iterable[FormField], before: Values, after: Values) -> tuple[Mention, ...]:
    """Give what the *fields* of one sheet say of each action, where anything is new.

    *after* holds the answers, and *before* those of an earlier version of the sheet.
    """
    fields = tuple(fields)
    apart = _grids_with_rows_of_their_own(fields)
    found: dict[tuple[str, str], dict[Meaning, Cell]] = {}
    for field in fields:
        if field.means is None or field.means in _OF_NO_ACTION:
            continue
        key = key_on_sheet(field)
        cell = Cell(after.get(key, field.value), before.get(key, field.value))
        place = (field.grid, field.row) if field.grid in apart else ("", "")
        found.setdefault(place, {}).setdefault(field.means, cell)
    return tuple(
        Mention(cells, row, f"{grid.partition('.')[2]}.{row}" if grid else "")
        for (grid, row), cells in found.items()
        if any(cell.new for cell in cells.values())
    )


def key_on_sheet(field: FormField) -> str:
    """Give the field's key without the sheet's id."""
    return field.key.partition(".")[2]


def _grids_with_rows_of_their_own(fields: Iterable[FormField]) -> set[str]:
    """Give the grids of several rows, and those with a column for what the action is."""
    rows: dict[str, set[str]] = {}
    named = set()
    for field in fields:
        if field.grid:
            rows.setdefault(field.grid, set()).add(field.row)
            if field.means is Meaning.WHAT:
                named.add(field.grid)
    return {grid for grid, ids in rows.items() if len(ids) > 1} | named

"""What stands in the cells of a field grid."""

from __future__ import annotations

from spark_tools.model import FieldGrid, GridColumn


def filled_in(grid: FieldGrid, row: int, column: GridColumn) -> str:
    """Give what is filled in beforehand in *row* (from 1) of *column*, or nothing."""
    for number, name, value in grid.values:
        if (number, name) == (row, column.id):
            return value
    return ""

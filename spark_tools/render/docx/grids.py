"""Field grids: tables to write in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.model import FieldKind, Role
from spark_tools.render.docx import names
from spark_tools.render.docx.fields import BELOW, FIRST_LINE, choices, tick
from spark_tools.render.docx.runs import run
from spark_tools.render.docx.tables import header, row, shares, table

if TYPE_CHECKING:
    from spark_tools.model import FieldGrid, GridColumn
    from spark_tools.render.docx.draft import Draft


def draw_grid(grid: FieldGrid, draft: Draft) -> str:
    """Give the table that *grid* is: a row for each label, or as many as it asks for."""
    titles = [column.title for column in grid.columns]
    parts = [column.width for column in grid.columns]
    if grid.labels:
        titles.insert(0, grid.corner)
        parts.insert(0, grid.label_width or sum(parts) / len(parts))
    widths = shares(parts, draft)
    height = max(grid.height, FIRST_LINE)
    rows = [header(titles, widths, draft)]
    if grid.example:
        rows.append(row(_example(grid, draft), widths))
    values = {(number, column): value for number, column, value in grid.values}
    for number in range(1, max(grid.rows, len(grid.labels)) + 1):
        cells = _label(grid, number, draft)
        for column in grid.columns:
            cells.append(_room(column, values.get((number, column.id), ""), draft))
        rows.append(row(cells, widths, height=height))
        draft.used(height)
    return table(names.WRITING_TABLE, widths, rows, draft)


def _label(grid: FieldGrid, number: int, draft: Draft) -> list[str]:
    if not grid.labels:
        return []
    label = grid.labels[number - 1] if number <= len(grid.labels) else ""
    return [draft.paragraph(names.TABLE_ROW_LABEL, run(label))]


def _example(grid: FieldGrid, draft: Draft) -> list[str]:
    """Give the example's cells; without a word for the labels' column that stays empty."""
    width = len(grid.columns) + bool(grid.labels)
    words = ("",) * (width - len(grid.example)) + grid.example[:width]
    return [draft.paragraph(draft.in_table(names.ROLES[Role.EXAMPLE]), run(word)) for word in words]


def _room(column: GridColumn, value: str, draft: Draft) -> str:
    if column.kind is FieldKind.CHOICE:
        return draft.paragraph(names.TABLE_TEXT, choices(column.choices, value, draft, BELOW))
    if column.kind is FieldKind.CHECK:
        return draft.paragraph(names.TABLE_TEXT, tick("", bool(value), draft))
    if value:
        return draft.paragraph(names.TABLE_TEXT, run(value))
    return draft.paragraph(names.TABLE_PROMPT, run(column.prompt))

"""Field grids: tables to write in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.model import FieldKind, Role
from spark_tools.render.docx import names
from spark_tools.render.docx.columns import need, shares
from spark_tools.render.docx.controls import BELOW, check, choice, room
from spark_tools.render.docx.house.measures import LEAST_ROOM
from spark_tools.render.docx.locales import spoken
from spark_tools.render.docx.runs import closed, run
from spark_tools.render.docx.tables import header, row, table

if TYPE_CHECKING:
    from spark_tools.model import FieldGrid, FormField
    from spark_tools.render.docx.draft import Draft

_TO_THE_TOP = 10
"""How many half points a prompt is raised into the corner of its cell."""


def draw_grid(grid: FieldGrid, draft: Draft) -> str:
    """Give the table that *grid* is: a row for each label, or as many as it asks for."""
    words = spoken(grid.language)
    titles = [column.title for column in grid.columns]
    parts = [column.width for column in grid.columns]
    if grid.labels:
        titles.insert(0, grid.corner)
        parts.insert(0, grid.label_width or sum(parts) / len(parts))
    needs = [need((title,), names.TABLE_HEADING, draft) for title in titles]
    for place, column in enumerate(grid.columns, start=len(titles) - len(grid.columns)):
        choices = column.choices if column.kind is FieldKind.CHOICE else ()
        needs[place] = max(needs[place], need(choices, names.TABLE_TEXT, draft, boxes=True))
    widths = shares(parts, needs, draft)
    height = max(grid.height, LEAST_ROOM)
    rows = [header([run(closed(title), words) for title in titles], widths, draft)]
    if grid.example:
        rows.append(row(_example(grid, draft), widths))
    for number in range(1, max(grid.rows, len(grid.labels)) + 1):
        cells = _label(grid, number, draft)
        for place in range(len(grid.columns)):
            control = _control(draft.form.cell(grid, number, place), draft, words)
            cells.append(draft.paragraph(names.TABLE_TEXT, control))
        rows.append(row(cells, widths, height=height))
        draft.used(height)
    return table(names.WRITING_TABLE, widths, rows, draft)


def _label(grid: FieldGrid, number: int, draft: Draft) -> list[str]:
    if not grid.labels:
        return []
    label = grid.labels[number - 1] if number <= len(grid.labels) else ""
    return [draft.paragraph(names.TABLE_ROW_LABEL, run(closed(label), spoken(grid.language)))]


def _example(grid: FieldGrid, draft: Draft) -> list[str]:
    """Give the example's cells; without a word for the labels' column that stays empty."""
    width = len(grid.columns) + bool(grid.labels)
    words = ("",) * (width - len(grid.example)) + grid.example[:width]
    style, looks = draft.in_table(names.ROLES[Role.EXAMPLE]), spoken(grid.language)
    return [draft.paragraph(style, run(closed(word), looks)) for word in words]


def _control(field: FormField, draft: Draft, words: str) -> str:
    match field.kind:
        case FieldKind.CHOICE:
            return choice(field, draft, words, BELOW)
        case FieldKind.CHECK:
            return check(field, draft)
        case _:
            return room(field, draft, words, raised=_TO_THE_TOP)

"""The visible labels of a control: what stands beside it, above it or at the head of its column."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spark_tools.accessibility.content import Cell, Control, Paragraph
    from spark_tools.accessibility.opened import Opened


def labels(control: Control, document: Opened) -> list[str]:
    """Give the texts that may be the label of *control*, the nearest first.

    In a table those are the rest of its paragraph and cell, its row's first cell and its
    column's header; elsewhere its own paragraph, else the one before it.
    """
    paragraph = control.paragraph
    if paragraph is None:
        return []
    beside = _beside(paragraph)
    if control.cell is None:
        before = document.paragraph_before(paragraph)
        found = [beside] if beside else [before.text if before else ""]
    else:
        found = [beside, *_in_table(control.cell, document)]
    return [each.strip() for each in found if each.strip()]


def _beside(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs if run.control is None).strip()


def _in_table(cell: Cell, document: Opened) -> list[str]:
    table, found = cell.table, []
    if cell.row > 0 and cell.column < len(table.rows[0].cells):
        found.append(document.text_of(table.rows[0].cells[cell.column]))
    if cell.column > 0:
        found.append(document.text_of(table.rows[cell.row].cells[0]))
        found.append(document.text_of(table.rows[cell.row].cells[cell.column - 1]))
    found.append(document.text_of(cell))
    return found

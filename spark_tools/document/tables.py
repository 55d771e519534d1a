"""Tables built from words: cells, rows and small fact tables."""

from __future__ import annotations

from collections.abc import Iterable

from spark_tools.model import (
    Cell,
    Column,
    ListBlock,
    Paragraph,
    Row,
    RowRole,
    Table,
    TableRole,
    Text,
    text,
)

Inside = Paragraph | ListBlock


def cell(*contents: Inside | Text | str) -> Cell:
    """Give a cell of paragraphs and lists; characters and texts become body paragraphs."""
    return Cell(tuple(_paragraph(content) for content in contents if content))


def _paragraph(content: Inside | Text | str) -> Inside:
    if isinstance(content, Paragraph | ListBlock):
        return content
    return Paragraph(text(content) if isinstance(content, str) else content)


def row(*contents: Cell | Text | str, role: RowRole = RowRole.NORMAL) -> Row:
    """Give a row with one cell for each of *contents*."""
    cells = (item if isinstance(item, Cell) else cell(item) for item in contents)
    return Row(tuple(cells), role)


def bullets(items: Iterable[str]) -> tuple[ListBlock, ...]:
    """Give one bulleted list of *items*, or nothing when there are none."""
    lines = tuple(text(item) for item in items)
    return (ListBlock(lines),) if lines else ()


def facts(pairs: Iterable[tuple[str, str]], label_share: float = 26) -> tuple[Table, ...]:
    """Give a table of labels and what stands for each, the first pair as its header row.

    Pairs without anything to say are left out.
    """
    kept = [(label, value) for label, value in pairs if value]
    if not kept:
        return ()
    (label, value), *rest = kept
    columns = (Column(label, label_share), Column(value, 100 - label_share))
    rows = tuple(row(label, value) for label, value in rest)
    return (Table(columns, rows, TableRole.FACTS),)


def strip(pairs: Iterable[tuple[str, str | Cell, float]]) -> tuple[Table, ...]:
    """Give one row of facts under their labels; each pair has a width, empty ones are left out."""
    kept = [(label, value, width) for label, value, width in pairs if value not in ("", Cell())]
    if not kept:
        return ()
    columns = tuple(Column(label, width) for label, _, width in kept)
    return (Table(columns, (row(*(value for _, value, _ in kept)),)),)

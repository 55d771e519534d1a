"""The last hand before drawing: what every reader needs, whoever made the blocks."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from spark_tools.i18n import words
from spark_tools.model import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Role,
    Table,
    plain,
    text,
)
from spark_tools.render.breadth import with_breadth
from spark_tools.render.outline import without_skips

LONGEST_HEADING = 100

_NOTHING = Cell((Paragraph(text("–")),))


def accessible(document: Document) -> Document:
    """Give *document* with headings that step down and are short, and tables without gaps.

    A heading of more than 100 characters is cut, and stands whole in a paragraph below it. A
    column without a title is named by its number, unless it is the first. Where more than
    half of a table is empty, its empty cells say so with a dash. A page lies down where a
    table is too broad for it to stand.
    """
    document = without_skips(document)
    sections = tuple(
        with_breadth(
            attrs.evolve(section, blocks=tuple(_mended(section.blocks, document.language)))
        )
        for section in document.sections
    )
    return attrs.evolve(document, sections=sections)


def _mended(blocks: tuple[Block, ...], language: str) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Heading) and len(whole := plain(block.text).strip()) > LONGEST_HEADING:
            yield attrs.evolve(block, text=text(_cut(whole)))
            yield Paragraph(block.text, Role.LEAD)
        elif isinstance(block, Table):
            yield _without_gaps(_titled(block, language))
        else:
            yield block


def _cut(heading: str) -> str:
    start = heading[: LONGEST_HEADING - 1]
    return f"{start.rpartition(' ')[0].rstrip() or start}…"


def _titled(table: Table, language: str) -> Table:
    if all(column.title.strip() for column in table.columns[1:]):
        return table
    word = words("render", language)
    columns = table.columns[:1] + tuple(
        column
        if column.title.strip()
        else Column(word("Column {number}", number=number), column.width)
        for number, column in enumerate(table.columns[1:], start=2)
    )
    return attrs.evolve(table, columns=columns)


def _without_gaps(table: Table) -> Table:
    cells = [cell for row in table.rows for cell in row.cells]
    empty = sum(map(_is_empty, cells)) + sum(not each.title.strip() for each in table.columns)
    if 2 * empty <= len(cells) + len(table.columns):
        return table
    rows = tuple(
        attrs.evolve(row, cells=tuple(_NOTHING if _is_empty(cell) else cell for cell in row.cells))
        for row in table.rows
    )
    return attrs.evolve(table, rows=rows)


def _is_empty(cell: Cell) -> bool:
    for block in cell.blocks:
        for spans in block.items if isinstance(block, ListBlock) else (block.text,):
            for span in spans:
                if span.text and not span.text.isspace():
                    return False
    return True

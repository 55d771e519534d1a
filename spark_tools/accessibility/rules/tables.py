"""Tables: a header row, whole rows, and as many cells in each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spark_tools.accessibility.clauses import HEADINGS, PARSING, RELATIONSHIPS, SEQUENCE, beyond
from spark_tools.accessibility.flaw import Found, Rule
from spark_tools.accessibility.wording import _, count, say
from spark_tools.wordfile.markup import W, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

    from spark_tools.accessibility.content import Cell, Table
    from spark_tools.accessibility.opened import Opened

_SEEN = tuple(f"{W}{name}" for name in ("drawing", "pict", "object", "sdt", "sym"))


def _tables(document: Opened) -> list[Table]:
    """Give the tables that hold data: those in headers and footers only lay things out."""
    return [each for each in document.tables if each.story.is_body and each.rows]


def _header(document: Opened) -> Iterator[Found]:
    for table in _tables(document):
        if not _switch(table.rows[0].element, "tblHeader"):
            yield say("The first row is not marked as a header row."), table.where()


def _header_empty(document: Opened) -> Iterator[Found]:
    for table in _tables(document):
        if _switch(table.rows[0].element, "tblHeader"):
            for cell in table.rows[0].cells[1:]:
                if _is_empty(cell):
                    yield say("The column has no header."), cell.where()


def _splits(document: Opened) -> Iterator[Found]:
    for table in _tables(document):
        split = sum(not _switch(row.element, "cantSplit") for row in table.rows)
        if split:
            said = count(
                "{n} row may be split between two pages.",
                "{n} rows may be split between two pages.",
                split,
            )
            yield said, table.where()


def _merged(document: Opened) -> Iterator[Found]:
    for table in _tables(document):
        merged = [cell for row in table.rows for cell in row.cells if cell.merged]
        if merged:
            said = count("{n} cell is merged.", "{n} cells are merged.", len(merged))
            yield said, merged[0].where()


def _nested(document: Opened) -> Iterator[Found]:
    for table in _tables(document):
        if table.outer is not None:
            yield say("The table stands in a cell of another table."), table.where()


def _ragged(document: Opened) -> Iterator[Found]:
    for table in _tables(document):
        columns = len(table.element.findall(f"{W}tblGrid/{W}gridCol"))
        for number, row in enumerate(table.rows, start=1):
            wide = sum(cell.span for cell in row.cells) + row.left_out
            if wide != columns:
                said = say(
                    "The row has {cells} cells where the table has {columns} columns.",
                    cells=wide,
                    columns=columns,
                )
                yield said, table.where(say("row {number}", number=number))
                break


def _cell_ends(document: Opened) -> Iterator[Found]:
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                if _last_tag(cell.element) != f"{W}p":
                    said = say("The cell does not end in a paragraph; Word may refuse the file.")
                    yield said, cell.where()


def _mostly_empty(document: Opened) -> Iterator[Found]:
    for table in _tables(document):
        cells = [cell for row in table.rows for cell in row.cells]
        empty = sum(map(_is_empty, cells))
        if 2 * empty > len(cells):
            said = say("{empty} of {all} cells are empty.", empty=empty, all=len(cells))
            yield said, table.where()


def _switch(row: _Element, name: str) -> bool:
    return bool(is_on(row.find(f"{W}trPr/{W}{name}")))


def _is_empty(cell: Cell) -> bool:
    """Whether nobody can see or fill in anything in *cell*."""
    if any((each.text or "").strip() for each in cell.element.iter(f"{W}t")):
        return False
    return next(cell.element.iter(*_SEEN), None) is None


def _last_tag(cell: _Element) -> object:
    """Give the tag of the last block in *cell*, bookmarks and the like left out."""
    blocks = [each.tag for each in cell if each.tag in (f"{W}p", f"{W}tbl", f"{W}sdt")]
    last = blocks[-1] if blocks else ""
    if last == f"{W}sdt":
        inside = cell.findall(f"{W}sdt")[-1].find(f"{W}sdtContent")
        return "" if inside is None else _last_tag(inside)
    return last


RULES = (
    Rule(
        "table-header",
        RELATIONSHIPS,
        _("The first row of a table is marked as its header row."),
        _("In Word: put the cursor in the first row, then Table Layout › Repeat Header Rows."),
        _header,
    ),
    Rule(
        "table-header-empty",
        beyond(HEADINGS),
        _("Every column has a header; only the first may be without."),
        _("Write in the first row what the column holds."),
        _header_empty,
    ),
    Rule(
        "table-row-splits",
        beyond(SEQUENCE),
        _("No row of a table is split between two pages."),
        _(
            "In Word: select the table, then Table Layout › Properties › Row, and take away the"
            " tick at “Allow row to break across pages”."
        ),
        _splits,
    ),
    Rule(
        "table-merged",
        beyond(RELATIONSHIPS),
        _("No cells are merged."),
        _("In Word: Table Layout › Split Cells, and write in each cell what belongs there."),
        _merged,
    ),
    Rule(
        "table-nested",
        beyond(SEQUENCE),
        _("No table stands in another."),
        _("Move the inner table to below the outer one, or write it as text."),
        _nested,
    ),
    Rule(
        "table-ragged",
        RELATIONSHIPS,
        _("Every row has as many cells as the table has columns."),
        _("In Word: insert or delete cells until every row has the same number."),
        _ragged,
    ),
    Rule(
        "table-cell-end",
        PARSING,
        _("Every cell ends in a paragraph."),
        _("Open the file in LibreOffice, put a line after what stands last in the cell, and save."),
        _cell_ends,
    ),
    Rule(
        "table-empty",
        beyond(RELATIONSHIPS),
        _("At most half of a table’s cells are empty."),
        _(
            "Leave out what is not used, or put a content control with a prompt in each cell that"
            " is to be filled in."
        ),
        _mostly_empty,
    ),
)

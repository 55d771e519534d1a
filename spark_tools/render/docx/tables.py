"""Tables: a header row that repeats, no merged cells, rows that never split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.model import ListBlock, Role, RowRole, TableRole, plain
from spark_tools.render.docx import names
from spark_tools.render.docx.columns import need, shares
from spark_tools.render.docx.house.frame import twips
from spark_tools.render.docx.lists import draw_list
from spark_tools.render.docx.locales import spoken
from spark_tools.render.docx.long_rows import capacities, parted
from spark_tools.render.docx.paragraphs import content
from spark_tools.render.docx.runs import closed, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spark_tools.model import Cell, Row, Table
    from spark_tools.render.docx.draft import Draft


def draw_table(block: Table, draft: Draft) -> str:
    """Give the table that *block* is, as wide as the text."""
    titles = [run(closed(column.title), spoken(column.language)) for column in block.columns]
    widths = shares([column.width for column in block.columns], _needs(block, draft), draft)
    drawn = [header(titles, widths, draft, facts=block.role is TableRole.FACTS)]
    holds = capacities(widths, draft)
    for whole in block.rows:
        for each, high in parted(whole, holds, draft):
            cells = [
                _cell(cell, block.role, each, place, draft) for place, cell in enumerate(each.cells)
            ]
            drawn.append(row(cells, widths, height=each.height))
            draft.used(high)
    return table(names.TABLES[block.role], widths, drawn, draft)


def table(style: str, widths: Sequence[int], rows: Iterable[str], draft: Draft) -> str:
    """Give a table of *rows* in the style named *style*.

    A table that follows another is parted from it by a low paragraph, without which
    Word makes them one.
    """
    gap = draft.paragraph(names.TABLE_GAP, "") if draft.after_table else ""
    draft.after_table = True
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f"{gap}<w:tbl><w:tblPr>{draft.table(style)}"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def header(
    titles: Sequence[str], widths: Sequence[int], draft: Draft, *, facts: bool = False
) -> str:
    """Give the header row of *titles*, as runs, that repeats on every page.

    The first row of *facts* is a fact as well, and looks like one.
    """
    styles = [names.TABLE_HEADING] * len(titles)
    if facts:
        styles = [names.TABLE_ROW_LABEL, *[names.TABLE_TEXT] * (len(titles) - 1)]
    cells = [draft.paragraph(style, title) for style, title in zip(styles, titles, strict=True)]
    return row(cells, widths, properties="<w:tblHeader/>")


def row(
    cells: Sequence[str], widths: Sequence[int], *, height: float = 0.0, properties: str = ""
) -> str:
    """Give a row of *cells*, at least *height* mm high."""
    least = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height > 0 else ""
    drawn = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{least}{properties}</w:trPr>{drawn}</w:tr>"


def _cell(cell: Cell, table_role: TableRole, each: Row, place: int, draft: Draft) -> str:
    body = names.TABLE_TEXT
    if each.role is not RowRole.NORMAL:
        body = names.TABLE_PAUSE
    elif place == 0:
        body = names.FIRST_COLUMNS[table_role]
    drawn = [
        draw_list(block, draft, in_cell=True)
        if isinstance(block, ListBlock)
        else draft.paragraph(
            body if block.role is Role.BODY else draft.in_table(names.ROLES[block.role]),
            content(block, draft),
        )
        for block in cell.blocks
    ]
    return "".join(drawn) or draft.paragraph(body, "")


def _needs(block: Table, draft: Draft) -> list[float]:
    """Give what the columns need for their titles, and the first for what leads the eye in it."""
    facts = block.role is TableRole.FACTS
    needs = [
        0.0 if facts else need((column.title,), names.TABLE_HEADING, draft)
        for column in block.columns
    ]
    style = names.FIRST_COLUMNS[block.role]
    if style != names.TABLE_TEXT:
        leading = [
            plain(inner.text)
            for each in block.rows
            if each.role is RowRole.NORMAL
            for inner in each.cells[0].blocks
            if not isinstance(inner, ListBlock) and inner.role is Role.BODY
        ]
        titles = (block.columns[0].title,) if facts else ()
        needs[0] = max(needs[0], need((*titles, *leading), style, draft))
    return needs

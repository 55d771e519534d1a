"""Blocks: what each kind looks like in the body of a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.model import (
    Field,
    FieldGrid,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    plain,
)
from spark_tools.render.docx import names
from spark_tools.render.docx.drawings import draw_picture
from spark_tools.render.docx.fields import draw_field
from spark_tools.render.docx.grids import draw_grid
from spark_tools.render.docx.lists import draw_list
from spark_tools.render.docx.paragraphs import draw_paragraph
from spark_tools.render.docx.runs import runs
from spark_tools.render.docx.tables import draw_table

if TYPE_CHECKING:
    from spark_tools.model import Block
    from spark_tools.render.docx.draft import Draft

_LAST_QUARTER = 0.25


def draw_block(block: Block, draft: Draft) -> str:
    """Give the XML of *block*; a page break is asked of the paragraph that follows."""
    match block:
        case Paragraph():
            return draw_paragraph(block, draft)
        case Heading():
            return _heading(block, draft)
        case ListBlock():
            return draw_list(block, draft)
        case Table():
            return draw_table(block, draft)
        case Field():
            return draw_field(block, draft)
        case FieldGrid():
            return draw_grid(block, draft)
        case Picture():
            return draw_picture(block, draft)
        case PageBreak():
            draft.page_break, draft.keep, draft.filled = True, 0.0, 0.0
            return ""


def _heading(heading: Heading, draft: Draft) -> str:
    if heading.keep_start:
        draft.keep = draft.page.height * _LAST_QUARTER
    draft.after_table = False
    style = names.HEADINGS[min(heading.level, len(names.HEADINGS)) - 1]
    drawn = draft.paragraph(style, runs(heading.text, draft))
    draft.used(2 * draft.height(len(plain(heading.text))))
    return drawn

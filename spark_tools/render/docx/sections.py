"""Sections: pages that lie one way, each starting on a new page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spark_tools.model import Heading
from spark_tools.render.docx import names
from spark_tools.render.docx.blocks import draw_block
from spark_tools.render.docx.house.frame import END
from spark_tools.render.docx.house.furniture import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spark_tools.model import Block, Section
    from spark_tools.render.docx.draft import Draft
    from spark_tools.render.docx.house.opened import House

_LAST_PARAGRAPH = "<w:p><w:pPr>"
_PROPERTIES_END = "</w:pPr>"
_TABLE_END = "</w:tbl>"
_KEEP_NEXT = "<w:keepNext/>"
_PAGE_BREAK = "<w:pageBreakBefore/>"
_UNKEPT = re.compile(r"<w:p><w:pPr>(?:<w:pStyle [^>]*/>)?(?!<w:pStyle|<w:keepNext/>)")


def main_part(
    sections: tuple[Section, ...], house: House, draft: Draft, values: Mapping[str, str]
) -> str:
    """Give the XML of the whole main part; *values* go in what the house file has round the body.

    A section's properties stand in its last paragraph, the last section's at the end of
    the body. After a table stands a paragraph that takes no room, as Word needs one.
    """
    frame = house.frame
    written, properties = [fill(frame.opening, values)], ""
    for section in sections:
        if properties:
            written.append(_ended(written.pop(), properties))
        properties = draft.turn(section.orientation)
        blocks = _blocks(section, draft)
        if draft.after_table or not any(blocks):
            draft.keep = 0.0
            blocks.append(draft.paragraph(names.SECTION_END, ""))
        written.append("".join(_in_company(blocks, section)))
    return "".join((*written, fill(frame.closing, values), properties, END))


def _blocks(section: Section, draft: Draft) -> list[str]:
    """Draw each block; what a heading keeps with it ends where the next such heading begins."""
    drawn: list[str] = []
    before: Block | None = None
    for block in section.blocks:
        begins = isinstance(block, Heading) and block.keep_start
        if begins and drawn and not isinstance(before, Heading):
            drawn.append(_released(drawn.pop()))
        drawn.append(draw_block(block, draft))
        before = block
    return drawn


def _in_company(drawn: list[str], section: Section) -> list[str]:
    """Give what is *drawn* of *section* so that one last paragraph never has a page to itself."""
    *others, last = drawn
    alone = last.count(_LAST_PARAGRAPH) == 1 and _PAGE_BREAK not in last
    if not others or not alone or isinstance(section.blocks[len(others) - 1], Heading):
        return drawn
    end = _end(others[-1])
    kept = _UNKEPT.sub(rf"\g<0>{_KEEP_NEXT}", others[-1][end:])
    return [*others[:-1], others[-1][:end] + kept, last]


def _released(block: str) -> str:
    """Give *block* with its last row, or its last paragraph, free of what follows."""
    last = _end(block)
    return block[:last] + block[last:].replace(_KEEP_NEXT, "")


def _end(block: str) -> int:
    """Give where the last row of *block* begins, or else its last paragraph."""
    return max(0, block.rfind("<w:tr>" if block.endswith(_TABLE_END) else _LAST_PARAGRAPH))


def _ended(section: str, properties: str) -> str:
    last = section.rindex(_LAST_PARAGRAPH)
    end = section.index(_PROPERTIES_END, last)
    return section[:end] + properties + section[end:]

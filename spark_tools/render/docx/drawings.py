"""Pictures: drawings as inline PNG with their description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.render.docx import names
from spark_tools.render.docx.runs import attribute
from spark_tools.render.pictures import to_png

if TYPE_CHECKING:
    from spark_tools.model import Picture
    from spark_tools.render.docx.draft import Draft

_EMU = 36000
_LINES_BESIDE = 7
"""For how many lines of text there is room on a page beside its tallest drawing."""
_LEAST_SHARE = 0.65
"""How small, of what it should be, a picture may become to stay on a page."""


def draw_picture(picture: Picture, draft: Draft) -> str:
    """Give the paragraph that holds *picture*, no wider than the text.

    It is a little smaller where it would otherwise leave the title of its sheet alone.
    """
    width = min(picture.width, draft.page.width)
    png = to_png(draft.house.painted(picture.svg), width * draft.scale)
    height = width * png.height / png.width
    highest = draft.page.height - _LINES_BESIDE * draft.house.measures.line
    if _LEAST_SHARE * height <= draft.room < height:
        highest = min(highest, draft.room)
    if height > highest:
        width, height = width * highest / height, highest
    draft.drawings += 1
    number, across, down = draft.drawings, round(width * _EMU), round(height * _EMU)
    drawn = (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{down}"/>'
        f'<wp:docPr id="{number}" name="Picture {number}" descr="{attribute(picture.alt)}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{draft.picture(png.bytes)}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    draft.used(height)
    return draft.block(names.PICTURE, drawn)

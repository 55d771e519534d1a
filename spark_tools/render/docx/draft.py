"""What is gathered while one document's body is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.model import Orientation
from spark_tools.render.docx import names
from spark_tools.render.form import Form

if TYPE_CHECKING:
    from spark_tools.model import Document
    from spark_tools.render.docx.house.frame import Page
    from spark_tools.render.docx.house.opened import House

_GAP = 0.4
"""How many lines high the gap under a paragraph is."""
_AFTER_TABLE = '<w:spacing w:before="180"/>'


class Draft:
    """One document on its way: its fields, lists, links and pictures, and where the pen is.

    All is drawn on A4; ``scale`` is how much larger it will be. ``page`` is what the
    current section lies on. ``page_break`` asks the next paragraph to start a page,
    ``keep`` is how many mm still have to stay on the page with the heading before them,
    ``filled`` about how many the section has taken so far, and ``after_table`` says that
    the last thing drawn was a table.
    """

    def __init__(self, house: House, document: Document) -> None:
        self.house = house
        self.language = document.language
        self.scale = document.paper.scale
        self.form = Form(document)
        self.page: Page = house.frame.pages[Orientation.PORTRAIT]
        self.orientations = set(house.frame.orientations)
        self.begun = False
        self.page_break = False
        self.after_table = False
        self.keep = self.filled = 0.0
        self.lists: list[str] = []
        self.links: dict[str, str] = {}
        self.pictures: dict[bytes, str] = {}
        self.drawings = house.frame.drawings
        self.controls = 0

    def turn(self, orientation: Orientation) -> str:
        """Start a new page that lies that way; gives the properties of its section."""
        first, self.begun = not self.begun, True
        self.page = self.house.frame.pages[orientation]
        self.orientations.add(orientation)
        self.keep, self.after_table, self.page_break = 0.0, False, False
        self.filled = self.house.frame.above if first else 0.0
        return self.page.first if first else self.page.section

    def paragraph(
        self,
        style: str,
        content: str,
        *,
        numbering: str = "",
        spacing: str = "",
        indent: str = "",
        mark: str = "",
    ) -> str:
        """Give a paragraph in the style named *style*.

        The rest are its own properties beside the style's; *mark* is how the paragraph
        mark looks.
        """
        asked = self.house.property(names.PARAGRAPH, style)
        if self.keep > 0:
            asked += "<w:keepNext/>"
        if self.page_break:
            asked += "<w:pageBreakBefore/>"
            self.page_break = False
        return f"<w:p><w:pPr>{asked}{numbering}{spacing}{indent}{mark}</w:pPr>{content}</w:p>"

    def block(
        self,
        style: str,
        content: str,
        *,
        numbering: str = "",
        indent: str = "",
        mark: str = "",
    ) -> str:
        """Give a paragraph outside tables, with air between it and a table before it."""
        spacing = _AFTER_TABLE if self.after_table else ""
        self.after_table = False
        return self.paragraph(
            style, content, numbering=numbering, spacing=spacing, indent=indent, mark=mark
        )

    def character(self, style: str) -> str:
        """Give the run property for the character style named *style*."""
        return self.house.property(names.CHARACTER, style)

    def table(self, style: str) -> str:
        """Give the table property for the table style named *style*."""
        return self.house.property(names.TABLE, style)

    def in_table(self, style: str) -> str:
        """Give the style that is *style* in tables, where the house file has such a one."""
        special = names.IN_TABLES.format(style)
        return special if self.house.property(names.PARAGRAPH, special) else style

    def used(self, height: float) -> None:
        """Note that *height* mm of the page have been drawn on."""
        self.keep = max(0.0, self.keep - height)
        self.filled += height + self._gap

    @property
    def room(self) -> float:
        """About how many mm are left on the section's first page, over a line at its foot."""
        return self.page.height - self.filled - self.house.measures.line - 2 * self._gap

    @property
    def _gap(self) -> float:
        return self.house.measures.line * _GAP

    def height(self, letters: int, share: float = 1.0) -> float:
        """Give about how many mm *letters* take in that share of the page's width."""
        measures = self.house.measures
        return measures.line * (1 + letters // max(1.0, self.page.width * share / measures.letter))

    def number(self, ordered: bool) -> int:
        """Give the number of a new list that starts from 1."""
        lists = self.house.lists
        number = lists.first + len(self.lists)
        self.lists.append(
            f'<w:num w:numId="{number}">'
            f'<w:abstractNumId w:val="{lists.number if ordered else lists.bullet}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        return number

    def link(self, address: str) -> str:
        """Give the relationship id of the link to *address*."""
        return self.links.setdefault(address, f"link{len(self.links) + 1}")

    def picture(self, png: bytes) -> str:
        """Give the relationship id of the picture *png*."""
        return self.pictures.setdefault(png, f"picture{len(self.pictures) + 1}")

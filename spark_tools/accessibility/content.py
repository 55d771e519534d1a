"""What a document is made of once it has been walked through: paragraphs, runs, tables, fields."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from spark_tools.accessibility.place import Story, described, quote
from spark_tools.accessibility.tongues import language_of
from spark_tools.accessibility.wording import say

if TYPE_CHECKING:
    from lxml.etree import _Element

    from spark_tools.wordfile.looks import ParagraphSays, RunLook
    from spark_tools.wordfile.table_styles import CellSays


_WORD = re.compile(r"[^\W\d_]+")


def words_in(text: str) -> tuple[str, ...]:
    """Give the words of *text* in lower case, without numbers."""
    return tuple(_WORD.findall(text.lower()))


@frozen(eq=False)
class Link:
    """A hyperlink, and the address it leads to: nothing for a place in the document itself."""

    address: str


@frozen(eq=False)
class Run:
    """Visible characters that look the same.

    ``look`` is how they look in the end. ``field`` is the instruction of the field they
    are the result of (``PAGE``), or nothing.
    """

    text: str
    look: RunLook
    element: _Element
    link: Link | None = None
    control: _Element | None = None
    field: str = ""


@define(eq=False, slots=False)
class Paragraph:
    """A paragraph with its visible runs.

    ``style`` is its style's id, ``says`` what its properties and styles come to, ``level``
    its heading level (from 1) or None. ``path`` are the headings above it; ``number`` counts
    from the nearest of them, or in its cell or text box. ``holds`` says that there is more to
    see than characters.
    """

    element: _Element
    story: Story
    style: str
    says: ParagraphSays
    level: int | None
    path: tuple[str, ...]
    number: int
    cell: Cell | None = None
    box: _Element | None = None
    runs: tuple[Run, ...] = ()
    holds: bool = False

    @cached_property
    def text(self) -> str:
        """The visible characters, tabs and line breaks with them."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The visible words in lower case, without numbers."""
        return words_in(self.text)

    @cached_property
    def written_in(self) -> str:
        """``da`` or ``en`` where its words are plainly in that language, else nothing."""
        return language_of(self.words)

    @property
    def is_empty(self) -> bool:
        """Whether nothing can be seen in it."""
        return not self.holds and not self.text.strip()

    def where(self, *more: str) -> str:
        """Say where it stands; *more* are elements in it.

        A heading is found by its own words, and not by the headings before it.
        """
        steps = list(self.cell.steps()) if self.cell else []
        if self.box is not None:
            steps.append(say("text box"))
        if self.level is not None and self.text.strip():
            heading = say("the heading {text}", text=quote(self.text))
            if self.story.is_body and not (steps and self.path):
                return ", ".join((*steps, heading, *more))
            steps.append(heading)
        elif not (self.cell and (self.number == 1 or more)):
            steps.append(say("paragraph {number}", number=self.number))
        return described(self.story, self.path, *steps, *more)


@define(eq=False)
class Cell:
    """A cell: ``row`` and ``column`` count from 0 as the cells are written; ``span`` columns wide.

    ``says`` is what the table style says of it, ``ground`` the colour of its own ground or
    None, ``merged`` whether it continues another or spans several.
    """

    element: _Element
    table: Table
    row: int
    column: int
    says: CellSays
    ground: str | None
    span: int = 1
    merged: bool = False

    def steps(self) -> tuple[str, ...]:
        """Give the steps to it from the heading above."""
        row = say("row {number}", number=self.row + 1)
        cell = say("cell {number}", number=self.column + 1)
        return (*self.table.steps(), row, cell)

    def where(self) -> str:
        """Say where it stands."""
        return described(self.table.story, self.table.path, *self.steps())


@frozen(eq=False)
class Row:
    """A row of a table, and how many columns it leaves out before and after its cells."""

    element: _Element
    cells: tuple[Cell, ...]
    left_out: int = 0


@define(eq=False)
class Table:
    """A table; ``outer`` is the cell it stands in, if any. ``number`` counts from the heading."""

    element: _Element
    story: Story
    path: tuple[str, ...]
    number: int
    outer: Cell | None = None
    rows: list[Row] = field(factory=list)

    def steps(self) -> tuple[str, ...]:
        """Give the steps to it from the heading above."""
        above = self.outer.steps() if self.outer else ()
        return (*above, say("table {number}", number=self.number))

    def where(self, *more: str) -> str:
        """Say where it stands; *more* are elements in it."""
        return described(self.story, self.path, *self.steps(), *more)


@frozen(eq=False)
class Drawing:
    """A picture, a chart or a shape, and the paragraph it stands in."""

    element: _Element
    paragraph: Paragraph
    number: int

    def where(self) -> str:
        """Say where it stands."""
        return self.paragraph.where(say("picture {number}", number=self.number))


@frozen(eq=False)
class Control:
    """A content control, the story it stands in, and its first paragraph where it has one."""

    element: _Element
    story: Story
    paragraph: Paragraph | None
    cell: Cell | None

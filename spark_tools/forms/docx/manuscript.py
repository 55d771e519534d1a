"""A Word file's text as it is read: paragraphs of pieces, each with what it stands in."""

from __future__ import annotations


class Control:
    """A content control, and what it says of itself.

    ``tag`` and ``title`` are its names, ``id`` its number in the file. ``prompting`` says
    that it is empty and shows its prompt. ``checked`` says whether a box is ticked (None
    where it is no box), and ``glyphs`` are its two looks (open, ticked). ``day`` is the date
    it holds, as it is written. ``block`` says that whole paragraphs, cells or rows stand in
    it, ``holds`` how many other controls do.
    """

    __slots__ = (
        "block",
        "checked",
        "day",
        "glyphs",
        "holds",
        "id",
        "outer",
        "prompting",
        "tag",
        "title",
    )

    def __init__(self, outer: Control | None, block: bool) -> None:
        self.outer = outer
        self.block = block
        self.holds = 0
        if outer is not None:
            outer.holds += 1
        self.tag = self.title = self.id = self.day = ""
        self.prompting = False
        self.checked: bool | None = None
        self.glyphs = ("", "")


class Piece:
    """A stretch of text in one paragraph; empty where a control or bookmark begins."""

    __slots__ = ("bookmarks", "control", "line", "text")

    def __init__(
        self, text: str, line: Line, control: Control | None, bookmarks: tuple[str, ...]
    ) -> None:
        self.text = text
        self.line = line
        self.control = control
        self.bookmarks = bookmarks


class Line:
    """A paragraph; ``place`` is its number in the file."""

    __slots__ = ("cell", "pieces", "place", "style")

    def __init__(self, place: int, style: str, cell: Cell | None) -> None:
        self.place = place
        self.style = style
        self.cell = cell
        self.pieces: list[Piece] = []

    @property
    def text(self) -> str:
        """All that stands in it."""
        return "".join(piece.text for piece in self.pieces)


class Cell:
    """A cell: its table, its row from 0, its column from 0, and the cell its table stands in."""

    __slots__ = ("column", "lines", "outer", "row", "table")

    def __init__(self, table: Table, row: int, column: int, outer: Cell | None) -> None:
        self.table = table
        self.row = row
        self.column = column
        self.outer = outer
        self.lines: list[Line] = []

    @property
    def text(self) -> str:
        """All that stands in it, a line for each paragraph."""
        return "\n".join(line.text for line in self.lines)


class Table:
    """A table: its rows of cells."""

    __slots__ = ("rows",)

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []


class Manuscript:
    """The text of a file: its paragraphs and tables in order."""

    __slots__ = ("lines", "tables")

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.tables: list[Table] = []

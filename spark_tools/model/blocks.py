"""The closed set of blocks every tool builds from and every renderer draws.

Blocks are closed and renderers are open: a new format needs one function a
block, and a new tool needs none. Lengths are millimetres on paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from attrs import frozen

from spark_tools.model.meaning import Meaning
from spark_tools.model.text import Text, plain


class Role(StrEnum):
    """What a paragraph is for; a renderer maps each role to one look."""

    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    CAUTION = "caution"
    FACILITATOR = "facilitator"
    SAY = "say"
    LABEL = "label"
    EXAMPLE = "example"
    SOURCE = "source"


@frozen
class Heading:
    """A heading; level 1 to 4, where the document's title is level 1.

    ``keep_start`` asks that the heading starts a page rather than stand in the
    last quarter of one.
    """

    level: int
    text: Text
    keep_start: bool = False


@frozen
class Paragraph:
    """One paragraph with a role."""

    text: Text
    role: Role = Role.BODY


@frozen
class ListBlock:
    """A flat list, one paragraph an item; numbered from 1 when ``ordered``."""

    items: tuple[Text, ...]
    ordered: bool = False


class TableRole(StrEnum):
    """What a table shows: clock times down the side, facts, or anything else."""

    PLAIN = "plain"
    AGENDA = "agenda"
    STEPS = "steps"
    FACTS = "facts"


class RowRole(StrEnum):
    """What a row is: content, a pause, or spare time."""

    NORMAL = "normal"
    BREAK = "break"
    BUFFER = "buffer"


@frozen
class Column:
    """A column; ``width`` is its share of the table's width (any positive unit).

    ``language`` is the title's, as in `Span`.
    """

    title: str
    width: float
    language: str = ""


@frozen
class Cell:
    """A cell: paragraphs and lists only, so that no table nests in another."""

    blocks: tuple[Paragraph | ListBlock, ...] = ()


@frozen
class Row:
    """A row with exactly one cell a column; ``height`` is its least height in mm."""

    cells: tuple[Cell, ...]
    role: RowRole = RowRole.NORMAL
    height: float = 0.0


@frozen
class Table:
    """A table whose first row is a header row made from the column titles."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    role: TableRole = TableRole.PLAIN


class FieldKind(StrEnum):
    """What a field takes: a line, several lines, a date, one of some, a tick."""

    TEXT = "text"
    LINES = "lines"
    DATE = "date"
    CHOICE = "choice"
    CHECK = "check"


TICK = "x"
"""The value of a box that is ticked; that of an open one is empty."""


@frozen
class Field:
    """Room to write, with a visible label.

    ``lines`` is the room in handwritten lines (each at least 12 mm with the
    first), ``choices`` the words to choose between, ``prompt`` a faint help
    text, ``value`` what is filled in beforehand. ``means`` is what the answer
    tells the logbook. ``id`` is unique in its handout. ``language`` is that of the
    label, the choices and the prompt, as in `Span`; a value may be in any.
    """

    id: str
    label: str
    kind: FieldKind = FieldKind.LINES
    lines: int = 1
    choices: tuple[str, ...] = ()
    prompt: str = ""
    value: str = ""
    means: Meaning | None = None
    language: str = ""


@frozen
class GridColumn:
    """A column of a field grid; each of its cells is a field of ``kind``."""

    id: str
    title: str
    width: float
    kind: FieldKind = FieldKind.LINES
    choices: tuple[str, ...] = ()
    prompt: str = ""
    means: Meaning | None = None


@frozen
class FieldGrid:
    """A table to write in: one field for each row and column.

    ``labels`` names the rows, in a first column headed ``corner``; without
    labels there are ``rows`` unnamed rows. ``rows_from`` asks for a row for each
    action (never fewer than ``rows``): ``actions`` for each that waits for a
    look-back, ``course`` for each that the course has had. ``row_ids`` names the
    first rows; a row without an id is known by its number from 1. ``height`` is
    the least height of a row in mm. ``example`` is a first row in grey that shows
    how it is filled in; ``values`` maps (row, column id), rows counted from 1, to
    what is filled in beforehand. ``language`` is that of all words but the values, as
    in `Span`.
    """

    id: str
    columns: tuple[GridColumn, ...]
    rows: int
    labels: tuple[str, ...] = ()
    corner: str = ""
    label_width: float = 0.0
    rows_from: str = ""
    height: float = 14.0
    example: tuple[str, ...] = ()
    values: tuple[tuple[int, str, str], ...] = ()
    row_ids: tuple[str, ...] = ()
    language: str = ""


@frozen
class Picture:
    """A drawing: SVG source, what it shows in words, and its width in mm.

    ``language`` is that of the words, as in `Span`.

    In content ``svg`` may hold Jinja2 with the variables of the closed list; in
    a finished document it is plain SVG.
    """

    svg: str
    alt: str
    width: float
    language: str = ""


@frozen
class PageBreak:
    """What follows starts on a new page."""


Block = Heading | Paragraph | ListBlock | Table | Field | FieldGrid | Picture | PageBreak


def running_text(block: Block) -> Iterator[str]:
    """Give the words of each paragraph of *block*, a table's titles first.

    Fields, grids, pictures and page breaks hold none.
    """
    match block:
        case Heading() | Paragraph():
            yield plain(block.text)
        case ListBlock():
            yield from map(plain, block.items)
        case Table():
            yield from (column.title for column in block.columns)
            for row in block.rows:
                for cell in row.cells:
                    for inner in cell.blocks:
                        yield from running_text(inner)

"""Table styles: what a cell takes from its place in the table (first row, every other row…)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from spark_tools.wordfile.looks import NOTHING, RunSays, read_run, shading
from spark_tools.wordfile.markup import W, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from spark_tools.wordfile.styles import Style, Styles
    from spark_tools.wordfile.theme import Theme

_WHOLE_TABLE = "wholeTable"
_BITS = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}


@frozen
class CellSays:
    """What a table style says of a cell: of the text in it, and its ground (None for nothing)."""

    run: RunSays = NOTHING
    ground: str | None = None


@frozen
class Place:
    """Where in its table a cell stands, rows and columns counted from 0."""

    row: int
    column: int
    rows: int
    columns: int


def asked(look: _Element | None) -> frozenset[str]:
    """Give what a ``w:tblLook`` asks for, by the names of its attributes (``firstRow``…)."""
    if look is None:
        return frozenset()
    try:
        bits = int(look.get(f"{W}val", "0"), 16)
    except ValueError:
        bits = 0
    found = set()
    for name, bit in _BITS.items():
        written = look.get(f"{W}{name}")
        if (written.lower() in ("1", "true", "on")) if written is not None else bits & bit:
            found.add(name)
    return frozenset(found)


class TableLook:
    """What the table style *style_id* says of the cells of a table that asks for *wanted* of it."""

    def __init__(self, styles: Styles, style_id: str | None, wanted: frozenset[str]) -> None:
        self._theme = styles.theme
        self._chain = styles.chain(style_id)
        self._wanted = wanted
        self._rows = _size(self._chain, "tblStyleRowBandSize")
        self._columns = _size(self._chain, "tblStyleColBandSize")
        self._known: dict[tuple[str, ...], CellSays] = {}

    def cell(self, at: Place) -> CellSays:
        """Give what it says of the cell *at* that place."""
        conditions = tuple(_conditions(self._wanted, at, self._rows, self._columns))
        if conditions not in self._known:
            self._known[conditions] = self._says(conditions)
        return self._known[conditions]

    def _says(self, conditions: tuple[str, ...]) -> CellSays:
        run, ground = NOTHING, None
        for kind in (*reversed(conditions), _WHOLE_TABLE):
            for style in self._chain:
                part = _part(style, kind)
                if part is not None:
                    run = run.over(read_run(part.find(f"{W}rPr"), self._theme))
                    ground = _ground(part, self._theme) if ground is None else ground
        for style in self._chain:
            run = run.over(style.run)
            ground = _ground(style.element, self._theme) if ground is None else ground
        return CellSays(run, ground)


def _part(style: Style, kind: str) -> _Element | None:
    for each in style.element.iterfind(f"{W}tblStylePr"):
        if each.get(f"{W}type") == kind:
            return each
    return None


def _ground(element: _Element, theme: Theme) -> str | None:
    for properties in ("tcPr", "tblPr"):
        found = shading(element.find(f"{W}{properties}/{W}shd"), theme)
        if found is not None:
            return found
    return None


def _conditions(
    wanted: frozenset[str], at: Place, band_rows: int, band_columns: int
) -> Iterator[str]:
    """Give the names of what applies to the cell, what weighs least first."""
    top = "firstRow" in wanted and at.row == 0
    bottom = "lastRow" in wanted and at.row == at.rows - 1 and at.rows > 1
    left = "firstColumn" in wanted and at.column == 0
    right = "lastColumn" in wanted and at.column == at.columns - 1 and at.columns > 1
    if "noVBand" not in wanted and not (left or right):
        place = at.column - ("firstColumn" in wanted)
        yield f"band{1 + place // band_columns % 2}Vert"
    if "noHBand" not in wanted and not (top or bottom):
        place = at.row - ("firstRow" in wanted)
        yield f"band{1 + place // band_rows % 2}Horz"
    for applies, name in ((top, "firstRow"), (bottom, "lastRow")):
        if applies:
            yield name
    for applies, name in ((left, "firstCol"), (right, "lastCol")):
        if applies:
            yield name
    for down, row in ((top, "n"), (bottom, "s")):
        for across, column in ((left, "w"), (right, "e")):
            if down and across:
                yield f"{row}{column}Cell"


def _size(chain: tuple[Style, ...], name: str) -> int:
    for style in chain:
        found = style.element.find(f"{W}tblPr/{W}{name}")
        if found is not None:
            return max(1, whole(found.get(f"{W}val")) or 1)
    return 1

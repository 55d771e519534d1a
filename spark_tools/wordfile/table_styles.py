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


def cell_says(styles: Styles, style_id: str | None, wanted: frozenset[str], at: Place) -> CellSays:
    """Give what the table style *style_id* says of the cell *at* that place."""
    chain = styles.chain(style_id)
    if not chain:
        return CellSays()
    run, ground = NOTHING, None
    for kind in (*reversed(tuple(_conditions(chain, wanted, at))), _WHOLE_TABLE):
        for style in chain:
            part = _part(style, kind)
            if part is None:
                continue
            run = run.over(read_run(part.find(f"{W}rPr"), styles.theme))
            if ground is None:
                ground = _ground(part, styles)
    for style in chain:
        run = run.over(style.run)
        if ground is None:
            ground = _ground(style.element, styles)
    return CellSays(run, ground)


def _part(style: Style, kind: str) -> _Element | None:
    for each in style.element.iterfind(f"{W}tblStylePr"):
        if each.get(f"{W}type") == kind:
            return each
    return None


def _ground(element: _Element, styles: Styles) -> str | None:
    for properties in ("tcPr", "tblPr"):
        found = shading(element.find(f"{W}{properties}/{W}shd"), styles.theme)
        if found is not None:
            return found
    return None


def _conditions(chain: tuple[Style, ...], wanted: frozenset[str], at: Place) -> Iterator[str]:
    """Give the names of what applies to the cell, what weighs least first."""
    top, bottom = (
        "firstRow" in wanted and at.row == 0,
        ("lastRow" in wanted and at.row == at.rows - 1 and at.rows > 1),
    )
    left = "firstColumn" in wanted and at.column == 0
    right = "lastColumn" in wanted and at.column == at.columns - 1 and at.columns > 1
    if "noVBand" not in wanted and not (left or right):
        place = at.column - ("firstColumn" in wanted)
        yield f"band{1 + place // _size(chain, 'tblStyleColBandSize') % 2}Vert"
    if "noHBand" not in wanted and not (top or bottom):
        place = at.row - ("firstRow" in wanted)
        yield f"band{1 + place // _size(chain, 'tblStyleRowBandSize') % 2}Horz"
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

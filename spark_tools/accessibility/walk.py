"""Walking through a text: its paragraphs and tables in order, and what they look like."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from spark_tools.accessibility.content import (
    Cell,
    Control,
    Drawing,
    Paragraph,
    Row,
    Table,
)
from spark_tools.accessibility.inline import Inline, OpenField
from spark_tools.accessibility.wrapping import text_boxes, unwrapped
from spark_tools.wordfile.looks import AUTOMATIC, NOTHING, read_paragraph, read_run, shading
from spark_tools.wordfile.markup import W, whole
from spark_tools.wordfile.styles import LEVELS, PARAGRAPH, TABLE, Styles
from spark_tools.wordfile.table_styles import CellSays, Place, TableLook, asked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from spark_tools.accessibility.place import Story
    from spark_tools.wordfile.looks import RunLook, RunSays

_P, _TBL, _TR, _TC = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
_MOST_SPAN = 1_000


class Walk:
    """One story walked through from its *root*: its paragraphs, tables, drawings and controls.

    ``links`` are the addresses that relationships lead to, by their ids.
    """

    def __init__(
        self, root: _Element, story: Story, styles: Styles, links: Mapping[str, str]
    ) -> None:
        self.story = story
        self.styles = styles
        self.links = links
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.drawings: list[Drawing] = []
        self.controls: list[Control] = []
        self.open_fields: list[OpenField] = []
        self._path: tuple[tuple[int, str], ...] = ()
        self._names: tuple[str, ...] = ()
        self._paragraph_number = self._table_number = 0
        self._inside: Counter[int] = Counter()
        self._bases: dict[tuple[str, str, RunSays], RunSays] = {}
        self._table_looks: dict[tuple[str, frozenset[str]], TableLook] = {}
        self._default = styles.default(PARAGRAPH)
        self._default_table = styles.default(TABLE)
        body = root.find(f"{W}body")
        self._blocks(root if body is None else body, None, None)

    def look(self, style: str, cell: Cell | None, properties: _Element | None) -> RunLook:
        """Give how text with those *properties* looks in a paragraph of *style* in *cell*."""
        named = None if properties is None else properties.find(f"{W}rStyle")
        character = "" if named is None else named.get(f"{W}val", "")
        table = cell.says.run if cell else NOTHING
        key = (style, character, table)
        if key not in self._bases:
            styles = self.styles
            below = styles.run_says(style)
            base = styles.run_says(character).toggling(below) if character else below
            self._bases[key] = base.over(table).over(styles.run_defaults)
        return read_run(properties, self.styles.theme).over(self._bases[key]).look()

    def _blocks(self, container: _Element, cell: Cell | None, box: _Element | None) -> None:
        def note(control: _Element) -> None:
            self.controls.append(Control(control, self.story, None, cell))

        number = 0
        for block in unwrapped(container, (_P, _TBL), note):
            if block.tag == _P:
                number += 1
                self._paragraph(block, cell, box, number)
            else:
                self._table(block, cell, box)

    def _paragraph(
        self, element: _Element, cell: Cell | None, box: _Element | None, number: int
    ) -> None:
        properties = element.find(f"{W}pPr")
        named = None if properties is None else properties.find(f"{W}pStyle")
        style = "" if named is None else named.get(f"{W}val", "")
        if self.styles.get(style) is None and self._default:
            style = self._default.id
        says = read_paragraph(properties, self.styles.theme)
        says = says.over(self.styles.paragraph_says(style)).over(self.styles.paragraph_defaults)
        outline = says.outline
        level = outline + 1 if outline is not None and 0 <= outline < LEVELS else None
        if cell is None and box is None:
            self._paragraph_number += 1
            number = self._paragraph_number
        paragraph = Paragraph(
            element, self.story, style, says, level, self._names, number, cell, box
        )
        self.paragraphs.append(paragraph)
        inline = Inline(self, paragraph)
        paragraph.runs = tuple(inline.runs(element))
        paragraph.holds = inline.holds
        for number, drawing in enumerate(inline.drawings, start=1):
            self.drawings.append(Drawing(drawing, paragraph, number))
        for control in inline.controls:
            self.controls.append(Control(control, self.story, paragraph, cell))
        if level is not None and cell is None and box is None and not paragraph.is_empty:
            self._enter(level, paragraph.text)
        for drawing in inline.drawings:
            for content in text_boxes(drawing):
                self._blocks(content, cell, content)

    def _enter(self, level: int, heading: str) -> None:
        """Go in under a heading."""
        self._path = (*(each for each in self._path if each[0] < level), (level, heading))
        self._names = tuple(name for _, name in self._path)
        self._paragraph_number = self._table_number = 0

    def _table(self, element: _Element, outer: Cell | None, box: _Element | None) -> None:
        if outer is None:
            self._table_number += 1
            number = self._table_number
        else:
            self._inside[id(outer)] += 1
            number = self._inside[id(outer)]
        table = Table(element, self.story, self._names, number, outer)
        self.tables.append(table)
        properties = element.find(f"{W}tblPr")
        look, own = self._table_look(properties)
        rows = [row for row in unwrapped(element, (_TR,)) if not _is_deleted(row)]
        for down, row in enumerate(rows):
            table.rows.append(Row(row, (), _left_out(row)))
            cells: list[Cell] = []
            found = list(unwrapped(row, (_TC,)))
            for across, each in enumerate(found):
                says = look.cell(Place(down, across, len(rows), len(found)))
                cell = _cell(each, table, down, across, says, own, self.styles)
                cells.append(cell)
                self._blocks(each, cell, box)
            table.rows[-1] = Row(row, tuple(cells), _left_out(row))

    def _table_look(self, properties: _Element | None) -> tuple[TableLook, str | None]:
        """Give what a table's style says of its cells, and the ground of the table itself."""
        named = None if properties is None else properties.find(f"{W}tblStyle")
        style = "" if named is None else named.get(f"{W}val", "")
        if self.styles.get(style) is None and self._default_table:
            style = self._default_table.id
        wanted = asked(None if properties is None else properties.find(f"{W}tblLook"))
        key = (style, wanted)
        if key not in self._table_looks:
            self._table_looks[key] = TableLook(self.styles, style, wanted)
        if properties is None:
            return self._table_looks[key], None
        return self._table_looks[key], shading(properties.find(f"{W}shd"), self.styles.theme)


def _is_deleted(row: _Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _left_out(row: _Element) -> int:
    properties = row.find(f"{W}trPr")
    if properties is None:
        return 0
    found = (properties.find(f"{W}{name}") for name in ("gridBefore", "gridAfter"))
    return sum(max(0, whole(each.get(f"{W}val")) or 0) for each in found if each is not None)


def _cell(
    element: _Element,
    table: Table,
    row: int,
    column: int,
    says: CellSays,
    own: str | None,
    styles: Styles,
) -> Cell:
    properties = element.find(f"{W}tcPr")
    ground, span, merged = None, 1, False
    if properties is not None:
        ground = shading(properties.find(f"{W}shd"), styles.theme)
        wide = properties.find(f"{W}gridSpan")
        span = 1 if wide is None else whole(wide.get(f"{W}val")) or 1
        span = min(_MOST_SPAN, max(1, span))
        merged = span > 1 or any(
            properties.find(f"{W}{name}") is not None for name in ("vMerge", "hMerge")
        )
    ground = next((each for each in (ground, says.ground, own) if each is not None), None)
    return Cell(
        element, table, row, column, says, None if ground == AUTOMATIC else ground, span, merged
    )

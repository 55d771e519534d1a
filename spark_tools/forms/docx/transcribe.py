"""From Word's XML to a manuscript: what a person sees on the page, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from spark_tools.document.form import OPEN_BOX, TICKED_BOX, is_bookmark
from spark_tools.forms.docx.manuscript import Cell, Control, Line, Manuscript, Piece, Table
from spark_tools.forms.docx.symbols import symbol
from spark_tools.wordfile.markup import COMPATIBILITY, MATHS, NEW_SYMBOLS, WORD, WORD_2010

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

_W = f"{{{WORD}}}"
_W14 = f"{{{WORD_2010}}}"
_VAL = f"{_W}val"
_W14_VAL = f"{_W14}val"
_OFF = ("0", "false", "off")
_TEXT = f"{_W}t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AS_SHOWN = {
    **dict.fromkeys(map(ord, "\t\n\r"), " "),
    **dict.fromkeys((*range(0x7F, 0xA0), 0x202D, 0x202E)),
}
"""Blanks as Word shows them, and nothing for what steers a terminal or turns text round."""
_MOST_OPEN = 32
"""How many of our bookmarks may overlap; a sheet's stand one after the other."""


def transcribe(main: _Element) -> Manuscript:
    """Read *main*, the root of a Word file's text, once from its beginning to its end.

    What was deleted with tracked changes, hidden text, field codes and the fallbacks of
    newer drawings are left out; the text of text boxes stands where they are anchored.
    """
    pen = _Pen()
    body = main.find(f"{_W}body")
    if body is not None:
        pen.within(body)
    return pen.manuscript


class _Pen:
    """Where the reading has come to."""

    def __init__(self) -> None:
        self.manuscript = Manuscript()
        self._control: Control | None = None
        self._cell: Cell | None = None
        self._table: Table | None = None
        self._line: Line | None = None
        self._open: dict[str, str] = {}
        self._bookmarks: tuple[str, ...] = ()
        self._waiting = False
        self._column = 0
        self._codes: list[bool] = []
        self._hidden = 0

    def within(self, element: _Element) -> None:
        """Read what stands in *element*."""
        for child in element:
            tag = child.tag
            if tag in _SKIPPED:
                continue
            read = _READERS.get(tag)
            if read is None:
                self.within(child)
            else:
                read(self, child)

    def _write(self, text: str) -> None:
        if self._line is not None and not (text and self._hidden):
            self._line.pieces.append(Piece(text, self._line, self._control, self._bookmarks))

    def _mark(self) -> None:
        """Leave a mark where a control or bookmark begins, in the next paragraph if need be."""
        if self._line is None:
            self._waiting = True
        else:
            self._write("")

    def _cells(self) -> Iterator[Cell]:
        """Give the cell that is read, and those that its table stands in."""
        cell = self._cell
        while cell is not None:
            yield cell
            cell = cell.outer

    def paragraph(self, element: _Element) -> None:
        if self._line is not None:  # a text box in a paragraph
            self._write("\n")
            self.within(element)
            self._write("\n")
            return
        properties = element.find(f"{_W}pPr")
        style = properties.find(f"{_W}pStyle") if properties is not None else None
        name = style.get(_VAL, "") if style is not None else ""
        manuscript = self.manuscript
        self._line = Line(len(manuscript.lines), name, self._cell)
        manuscript.lines.append(self._line)
        for cell in self._cells():
            cell.lines.append(self._line)
        if self._waiting or (self._control is not None and self._control.block):
            self._waiting = False
            self._write("")
        self.within(element)
        self._line = None
        self._codes.clear()
        self._hidden = 0

    def run(self, element: _Element) -> None:
        before = ""
        for child in element:
            tag = child.tag
            if tag == _TEXT:
                text = _words(child)
                # LibreOffice leaves out the break between two lines of an input field.
                self._write("\n" + text if before == _TEXT else text)
            elif tag == _RUN_PROPERTIES:
                if _on(child.find(f"{_W}vanish")):
                    return
            elif (text := _CHARACTERS.get(tag, "")) != "":
                self._write(text)
            elif tag not in _SKIPPED:
                read = _READERS.get(tag, _Pen.within)
                read(self, child)
            before = tag

    def symbol(self, element: _Element) -> None:
        names = f"{{{etree.QName(element).namespace}}}"
        self._write(symbol(element.get(f"{names}font", ""), element.get(f"{names}char", "")))

    def other_text(self, element: _Element) -> None:
        self._write(_words(element))

    def field_code(self, element: _Element) -> None:
        """Between a field's beginning and its separator stands its code, which nobody sees."""
        kind = element.get(f"{_W}fldCharType", "")
        if kind == "begin":
            box = element.find(f"{_W}ffData/{_W}checkBox")
            if box is not None:
                ticked = box.find(f"{_W}checked")
                switch = box.find(f"{_W}default") if ticked is None else ticked
                self._write(TICKED_BOX if _on(switch) else OPEN_BOX)
            self._codes.append(True)
            self._hidden += 1
        elif kind == "separate" and self._codes:
            self._hidden -= self._codes[-1]
            self._codes[-1] = False
        elif kind == "end" and self._codes:
            self._hidden -= self._codes.pop()

    def control(self, element: _Element) -> None:
        outer = self._control
        self._control = control = Control(outer, self._line is None)
        properties = element.find(f"{_W}sdtPr")
        if properties is not None:
            _describe(control, properties)
        if not control.block:
            self._write("")
        content = element.find(f"{_W}sdtContent")
        if content is not None:
            self.within(content)
        self._control = outer

    def bookmark_start(self, element: _Element) -> None:
        name = element.get(f"{_W}name", "")
        if is_bookmark(name) and len(self._open) < _MOST_OPEN:
            self._open[element.get(f"{_W}id", "")] = name
            self._bookmarks = tuple(self._open.values())
            self._mark()

    def bookmark_end(self, element: _Element) -> None:
        if self._open.pop(element.get(f"{_W}id", ""), None) is not None:
            self._bookmarks = tuple(self._open.values())

    def table(self, element: _Element) -> None:
        if self._line is not None:  # in a text box
            self.within(element)
            return
        outer = self._table
        self._table = Table()
        self.manuscript.tables.append(self._table)
        self.within(element)
        self._table = outer

    def row(self, element: _Element) -> None:
        if self._table is None or self._line is not None:
            self.within(element)
            return
        properties = element.find(f"{_W}trPr")
        if properties is not None and properties.find(f"{_W}del") is not None:
            return
        before = properties.find(f"{_W}gridBefore") if properties is not None else None
        self._column = _columns(before, 0)
        self._table.rows.append([])
        self.within(element)

    def cell(self, element: _Element) -> None:
        table = self._table
        if table is None or not table.rows or self._line is not None:
            self.within(element)
            return
        outer = self._cell
        self._cell = Cell(table, len(table.rows) - 1, self._column, outer)
        table.rows[-1].append(self._cell)
        following = self._column + _columns(element.find(f"{_W}tcPr/{_W}gridSpan"), 1)
        self.within(element)
        self._cell, self._column = outer, following

    def alternatives(self, element: _Element) -> None:
        chosen = element.find(f"{{{COMPATIBILITY}}}Choice")
        if chosen is None:
            chosen = element.find(f"{{{COMPATIBILITY}}}Fallback")
        if chosen is not None:
            (self.within if self._line is None else self.run)(chosen)


def _describe(control: Control, properties: _Element) -> None:
    for each in properties:
        tag = each.tag
        if tag == f"{_W}tag":
            control.tag = each.get(_VAL, "")
        elif tag == f"{_W}alias":
            control.title = each.get(_VAL, "").translate(_AS_SHOWN)
        elif tag == f"{_W}id":
            control.id = each.get(_VAL, "")
        elif tag == f"{_W}showingPlcHdr":
            control.prompting = _on(each)
        elif tag == f"{_W}date":
            control.day = each.get(f"{_W}fullDate", "")
        elif tag == f"{_W14}checkbox":
            control.checked = _on(each.find(f"{_W14}checked"))
            control.glyphs = (
                _glyph(each.find(f"{_W14}uncheckedState")),
                _glyph(each.find(f"{_W14}checkedState")),
            )


def _words(element: _Element) -> str:
    """Give the text of *element*, blanks as Word shows them."""
    text = element.text or ""
    if not text.isprintable():
        text = text.translate(_AS_SHOWN)
    return text if element.get(_SPACE) == "preserve" else text.strip(" ")


def _columns(element: _Element | None, usually: int) -> int:
    """Give how many columns *element* says."""
    written = element.get(_VAL, "") if element is not None else ""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 4 else usually


def _glyph(state: _Element | None) -> str:
    if state is None:
        return ""
    return symbol(state.get(f"{_W14}font", ""), state.get(_W14_VAL, ""))


def _on(element: _Element | None) -> bool:
    """Say whether a switch is there and on."""
    if element is None:
        return False
    value = element.get(_VAL) or element.get(_W14_VAL)
    return value not in _OFF


_RUN_PROPERTIES = f"{_W}rPr"
_SKIPPED = frozenset(
    f"{_W}{name}"
    for name in (
        *("pPr", "rPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sectPr", "sdtPr"),
        *("sdtEndPr", "del", "moveFrom", "delText", "instrText", "delInstrText", "rt"),
    )
)
_CHARACTERS = {
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_READERS: dict[str | object, Callable[[_Pen, _Element], None]] = {
    f"{_W}p": _Pen.paragraph,
    f"{_W}r": _Pen.run,
    f"{_W}sdt": _Pen.control,
    f"{_W}bookmarkStart": _Pen.bookmark_start,
    f"{_W}bookmarkEnd": _Pen.bookmark_end,
    f"{_W}tbl": _Pen.table,
    f"{_W}tr": _Pen.row,
    f"{_W}tc": _Pen.cell,
    f"{_W}sym": _Pen.symbol,
    f"{{{NEW_SYMBOLS}}}symEx": _Pen.symbol,
    f"{_W}fldChar": _Pen.field_code,
    f"{{{COMPATIBILITY}}}AlternateContent": _Pen.alternatives,
    f"{{{MATHS}}}t": _Pen.other_text,
}

"""Headers and footers made for one width of text, on pages that lie the other way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from spark_tools.wordfile.styles import Styles

_CLEAR = "clear"
_MIDDLE, _EDGE = (0.35, 0.65), (0.8, 1.1)
_WIDTHS = ("w:gridCol", "w:tcW", "w:tblW")
_BEFORE_TABS = "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
_BEFORE_TABS += "suppressLineNumbers pBdr shd"


def turn(root: Any, styles: Styles, was: int, width: int) -> None:
    """Let a header or footer for text *was* twips wide fit text of another *width*.

    Tab stops at the right edge and in the middle stay there, whether they are the
    paragraph's own or its style's, and none lies in the margin, where words could be lost;
    a table as wide as the text stays that wide.
    """
    for paragraph in root.iter(qn("w:p")):
        _move_stops(paragraph, styles, was, width)
    for table in root.iter(qn("w:tbl")):
        columns = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
        whole = sum(int(column.get(qn("w:w"), 0)) for column in columns)
        if _EDGE[0] * was <= whole <= _EDGE[1] * was:
            _widen(table, width / was)


def _move_stops(paragraph: Any, styles: Styles, was: int, width: int) -> None:
    properties = paragraph.find(qn("w:pPr"))
    named = properties.find(qn("w:pStyle")) if properties is not None else None
    default = styles.default("paragraph")
    asked = named.get(qn("w:val")) if named is not None else None
    chain = styles.chain(asked or (default.id if default else None))
    inherited = _stops(style.element.find(qn("w:pPr")) for style in reversed(chain))
    stops = {**inherited, **_stops([properties])}
    moved = {
        position: _moved(position, kind, was, width)
        for position, kind in stops.items()
        if kind != _CLEAR
    }
    if all(position == new for position, new in moved.items()):
        return
    if properties is None:
        properties = etree.Element(qn("w:pPr"))
        paragraph.insert(0, properties)
    own = properties.find(qn("w:tabs"))
    if own is not None:
        properties.remove(own)
    listed = dict.fromkeys(inherited, _CLEAR)
    listed |= {new: stops[position] for position, new in moved.items()}
    tabs = etree.Element(qn("w:tabs"))
    for position, kind in sorted(listed.items()):
        etree.SubElement(tabs, qn("w:tab"), {qn("w:val"): kind, qn("w:pos"): str(position)})
    before = {qn(f"w:{name}") for name in _BEFORE_TABS.split()}
    properties.insert(sum(child.tag in before for child in properties), tabs)


def _stops(layers: Iterable[Any]) -> Mapping[int, str]:
    """Give the kind of each tab stop that *layers* of paragraph properties say, by its place."""
    return {
        int(stop.get(qn("w:pos"), 0)): stop.get(qn("w:val"), "left")
        for layer in layers
        if layer is not None
        for stop in layer.findall(f"{qn('w:tabs')}/{qn('w:tab')}")
    }


def _moved(position: int, kind: str, was: int, width: int) -> int:
    share = position / was
    if kind in ("right", "end") and _EDGE[0] <= share <= _EDGE[1]:
        return min(position, was) + width - was
    if kind == "center" and _MIDDLE[0] <= share <= _MIDDLE[1]:
        return position + (width - was) // 2
    return position


def _widen(table: Any, share: float) -> None:
    for each in table.iter(*map(qn, _WIDTHS)):
        if each.get(qn("w:type"), "dxa") == "dxa" and each.get(qn("w:w"), "").isdecimal():
            each.set(qn("w:w"), str(round(int(each.get(qn("w:w"))) * share)))

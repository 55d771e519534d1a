"""Styles that a house file lacks: borrowed from the bundled look, in the house's own colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from spark_tools.render.docx import names
from spark_tools.render.docx.house.measures import first_line
from spark_tools.render.docx.house.palette import exchanged, palette
from spark_tools.render.docx.house.roles import Part
from spark_tools.wordfile.styles import Style, Styles

_COLOURS = ("w:val", "w:color", "w:fill")
_SIZES = (qn("w:sz"), qn("w:szCs"))
_SPACING, _BORDERS = qn("w:spacing"), qn("w:pBdr")
_SPACES = ("w:before", "w:after")
_LEFT = {"w:ind": {"w:left": "0", "w:right": "0", "w:firstLine": "0"}, "w:jc": {"w:val": "left"}}


def borrow(root: Any, own: Styles, lender: Styles, parts: Iterable[Part]) -> dict[str, str]:
    """Add a style to the styles part *root* for each of *parts* that none of its *own* plays.

    What is added is the *lender*'s with the ink, accent, tint and size of the house file,
    on its default styles. Gives the ids by the lender's.
    """
    parts = tuple(parts)
    ids = _ids(own, lender, parts)
    look = palette(own)
    colours = exchanged(lender, look)
    share = look.size / palette(lender).size
    for style in _missing(lender, parts):
        element = deepcopy(style.element)
        element.set(qn("w:styleId"), ids[style.id])
        element.set(qn("w:customStyle"), "1")
        _lead_elsewhere(element, ids)
        _recolour(element, colours)
        _resize(element, share)
        if style.name == names.FIELD_FIRST_LINE:
            _set_size(element, first_line(look.size / 2))
        if style.name == names.TABLE_TEXT:
            _set_left(element)
        root.append(element)
    return ids


def _missing(lender: Styles, parts: Iterable[Part]) -> Iterator[Style]:
    for part in parts:
        if part.style is None and (style := lender.by_name(part.kind, part.role)):
            yield style


def _ids(own: Styles, lender: Styles, parts: Iterable[Part]) -> dict[str, str]:
    """Give the id in the house file of each of the *lender*'s styles; nothing for one not there."""
    ids = {}
    for style in lender:
        if style.default:
            default = own.default(style.kind)
            ids[style.id] = default.id if default else ""
    taken = {style.id.lower() for style in own}
    for part in parts:
        lent = lender.by_name(part.kind, part.role)
        if lent is None:
            continue
        wanted = part.style.id if part.style else lent.id
        while part.style is None and wanted.lower() in taken:
            wanted += "0"
        ids[lent.id] = wanted
    return ids


def _lead_elsewhere(element: Any, ids: Mapping[str, str]) -> None:
    """Let *element* name the house file's styles, and no list of the lender's."""
    for name in ("w:basedOn", "w:next", "w:link"):
        for each in element.findall(qn(name)):
            if known := ids.get(each.get(qn("w:val")), ""):
                each.set(qn("w:val"), known)
            else:
                element.remove(each)
    for numbering in element.findall(f"{qn('w:pPr')}/{qn('w:numPr')}"):
        numbering.getparent().remove(numbering)


def _recolour(element: Any, colours: Mapping[str, str | None]) -> None:
    for each in list(element.iter()):
        for name in map(qn, _COLOURS):
            if each.get(name) in colours:
                colour = colours[each.get(name)]
                if colour is None:
                    each.getparent().remove(each)
                    break
                each.set(name, colour)


def _resize(element: Any, share: float) -> None:
    """Make sizes and the spaces that go with them *share* times as large; lines stay as thick."""
    if share == 1:
        return
    for each in element.iter(*_SIZES):
        if each.get(qn("w:val")):
            each.set(qn("w:val"), str(round(int(each.get(qn("w:val"))) * share)))
    for spacing in element.iter(_SPACING):
        multiples = spacing.get(qn("w:lineRule")) == "auto"
        for name in map(qn, _SPACES if multiples else (*_SPACES, "w:line")):
            if spacing.get(name, "").isdecimal():
                spacing.set(name, str(round(int(spacing.get(name)) * share)))


def _set_size(element: Any, points: float) -> None:
    for each in element.iter(*_SIZES):
        each.set(qn("w:val"), str(round(points * 2)))


def _set_left(element: Any) -> None:
    """Let text in tables be ragged right and not indented, whatever the house's body is."""
    properties = element.find(qn("w:pPr"))
    for name, values in _LEFT.items():
        made = properties.makeelement(qn(name), {qn(key): value for key, value in values.items()})
        properties.append(made)

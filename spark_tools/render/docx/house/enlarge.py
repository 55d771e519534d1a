"""From A4 to A3: every length in a Word file's XML √2 as large, but letters and air as asked."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import attrs
from attrs import frozen
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from lxml import etree

from spark_tools.model import Paper
from spark_tools.render.docx.house.opened import written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spark_tools.render.docx.house.opened import House, Relation

_SCALE = Paper.A3.scale
_A3 = (16838, 23811)
_A3_CODE = "8"
_NEAR = 20
_PLAIN_SIZE = 20
"""Word's own size of text in half points, where a file says none."""
_THICKEST, _FARTHEST = 96, 31
"""How thick a border may be in eighths of a point, and how far from the text in points."""

_WITH_LENGTHS = (RT.STYLES, RT.SETTINGS, RT.FOOTNOTES, RT.ENDNOTES)
_AFTER_THE_SIZE = tuple(
    qn(f"w:{name}")
    for name in (
        *("szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign"),
        *("rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"),
    )
)
_LENGTHS = {
    "w:ind": ("w:left", "w:right", "w:start", "w:end", "w:hanging", "w:firstLine"),
    "w:tab": ("w:pos",),
    "w:trHeight": ("w:val",),
    "w:gridCol": ("w:w",),
    "w:pgSz": ("w:w", "w:h"),
    "w:pgMar": ("w:left", "w:right", "w:gutter"),
    "w:cols": ("w:space",),
    "w:col": ("w:w", "w:space"),
    "w:framePr": ("w:w", "w:h", "w:hSpace", "w:vSpace", "w:x", "w:y"),
    "w:tblpPr": (
        *(f"w:{side}FromText" for side in ("left", "right", "top", "bottom")),
        *("w:tblpX", "w:tblpY"),
    ),
    "w:defaultTabStop": ("w:val",),
    "w:hyphenationZone": ("w:val",),
    "w:lnNumType": ("w:distance",),
    "wp:extent": ("cx", "cy"),
    "wp:effectExtent": ("l", "t", "r", "b"),
    "wp:inline": ("distT", "distB", "distL", "distR"),
    "wp:anchor": ("distT", "distB", "distL", "distR"),
    "wp:simplePos": ("x", "y"),
    "a:ext": ("cx", "cy"),
    "a:chExt": ("cx", "cy"),
    "a:off": ("x", "y"),
    "a:chOff": ("x", "y"),
    "a:ln": ("w",),
}
_OF_LETTERS = {
    **dict.fromkeys(("w:sz", "w:szCs", "w:kern", "w:position"), ("w:val",)),
    "w:spacing": ("w:val",),
    "w:docGrid": ("w:linePitch",),
}
_OF_AIR = {
    "w:spacing": ("w:before", "w:after"),
    "w:pgMar": ("w:top", "w:bottom", "w:header", "w:footer"),
}
_LENGTHS_BY_TAG, _LETTERS_BY_TAG, _AIR_BY_TAG = (
    {
        qn(tag): tuple(qn(name) if ":" in name else name for name in names)
        for tag, names in table.items()
    }
    for table in (_LENGTHS, _OF_LETTERS, _OF_AIR)
)
_BORDER, _DISTANCE = qn("w:sz"), qn("w:space")
_WIDTH, _TYPE, _DXA = qn("w:w"), qn("w:type"), "dxa"
_LINE, _RULE = qn("w:line"), qn("w:lineRule")
_OVER_AND_UNDER = (qn("w:top"), qn("w:bottom"))
_VML = "{urn:schemas-microsoft-com:vml}"
_WITH_UNITS = ("style", "strokeweight", "inset")
_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(pt|in|mm|cm|pc|pi|px)")


@frozen
class Growth:
    """How many times as large as on A4 letters are, and lines from each other; and the air.

    Air is the space between paragraphs, above and below what stands in a table and on a page.
    """

    letters: float = _SCALE
    air: float = _SCALE


ALIKE = Growth()
"""All grows as the paper does."""


@lru_cache(maxsize=8)
def enlarged(house: House, growth: Growth = ALIKE) -> House:
    """Give *house* for A3: its shared parts, its lists, its headers and footers.

    Its frame stays that of A4, as a body is drawn on A4 and enlarged as a whole.
    """
    lists = house.lists
    numbering = enlarge(f"{lists.opening}<!--lists-->{lists.closing}", growth)
    opening, closing = numbering.split("<!--lists-->")
    return attrs.evolve(
        house,
        kept=tuple(_kept(each, growth) for each in house.kept),
        lists=attrs.evolve(lists, opening=opening, closing=closing),
        furniture=tuple(
            attrs.evolve(each, xml=enlarge(each.xml, growth)) for each in house.furniture
        ),
    )


def on_a4(house: House, growth: Growth) -> House:
    """Give *house* with the letters that a body on A4 is to be drawn for, before it is enlarged."""
    return attrs.evolve(house, measures=house.measures.times(growth.letters / _SCALE))


def enlarge(xml: str | bytes, growth: Growth = ALIKE) -> str:
    """Give the XML of a part with every length √2 as large, but letters and air as *growth* says.

    A page of A4 becomes one of A3, to the twentieth of a point. Shares and multiples
    stay as they are.
    """
    whole = xml.encode() if isinstance(xml, str) else xml
    root = etree.fromstring(whole, etree.XMLParser(resolve_entities=False))
    rules = _line_rules(root)
    for element in root.iter(etree.Element):
        _enlarge(element, rules, growth)
    if root.tag == qn("w:styles"):
        _say_the_size(root, growth)
    return str(etree.tostring(root, encoding="unicode"))


def _kept(relation: Relation, growth: Growth) -> Relation:
    if relation.type not in _WITH_LENGTHS:
        return relation
    larger = enlarge(relation.part.blob, growth).encode()
    return attrs.evolve(relation, part=written(relation.part, larger))


def _enlarge(element: Any, rules: Mapping[Any, str], growth: Growth) -> None:
    for name in _LENGTHS_BY_TAG.get(element.tag, ()):
        _multiply(element, name)
    for name in _LETTERS_BY_TAG.get(element.tag, ()):
        _multiply(element, name, by=growth.letters)
    for name in _AIR_BY_TAG.get(element.tag, ()):
        _multiply(element, name, by=growth.air)
    if element.tag == qn("w:pgSz"):
        _to_the_paper(element)
    elif element.tag == qn("w:spacing"):
        if rules.get(element, element.get(_RULE, "auto")) != "auto":
            _multiply(element, _LINE, by=growth.letters)
    elif element.tag == qn("wp:posOffset"):
        element.text = _times(element.text or "")
    elif element.tag.startswith(_VML):
        for name in _WITH_UNITS:
            _multiply(element, name)
    elif element.get(_TYPE) == _DXA:
        _multiply(element, _WIDTH, by=growth.air if element.tag in _OVER_AND_UNDER else _SCALE)
    elif element.get(_BORDER):
        _multiply(element, _BORDER, _THICKEST)
        _multiply(element, _DISTANCE, _FARTHEST)


def _multiply(element: Any, name: str, most: int | None = None, by: float = _SCALE) -> None:
    value = element.get(name)
    if value:
        larger = _times(value, by)
        element.set(name, str(min(int(larger), most)) if most and larger.isdecimal() else larger)


def _times(value: str, by: float = _SCALE) -> str:
    """Give the length *value* times *by*: a whole number, or numbers with their units."""
    if value.removeprefix("-").isdecimal():
        return str(round(int(value) * by))
    return _MEASURE.sub(lambda found: f"{float(found[1]) * by:.2f}{found[2]}", value)


def _to_the_paper(size: Any) -> None:
    """Make a page that is A3 but for the rounding exactly that, to printers too."""
    names = sorted((qn("w:w"), qn("w:h")), key=lambda name: int(size.get(name)))
    size.attrib.pop(qn("w:code"), None)
    if all(abs(int(size.get(name)) - side) <= _NEAR for name, side in zip(names, _A3, strict=True)):
        for name, side in zip(names, _A3, strict=True):
            size.set(name, str(side))
        size.set(qn("w:code"), _A3_CODE)


def _line_rules(root: Any) -> dict[Any, str]:
    """Give how lines are measured, for what says so in a style that it is based on only."""
    if root.tag != qn("w:styles"):
        return {}
    styles = {style.get(qn("w:styleId")): style for style in root.findall(qn("w:style"))}
    default = root.find(
        f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{qn('w:pPr')}/{qn('w:spacing')}"
    )

    def rule(style: Any, before: tuple[Any, ...] = ()) -> str:
        if style is None or style in before:
            return "auto" if default is None else str(default.get(_RULE, "auto"))
        spacing = style.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
        if spacing is not None and spacing.get(_RULE):
            return str(spacing.get(_RULE))
        based = style.find(qn("w:basedOn"))
        above = None if based is None else styles.get(based.get(qn("w:val")))
        return rule(above, (*before, style))

    return {
        spacing: rule(style)
        for style in styles.values()
        if (spacing := style.find(f"{qn('w:pPr')}/{qn('w:spacing')}")) is not None
    }


def _say_the_size(styles: Any, growth: Growth) -> None:
    """Say in *styles* what size text has by default, where Word's own would hold otherwise."""
    parent = styles
    for name in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        child = parent.find(qn(name))
        if child is None:
            child = etree.Element(qn(name))
            parent.insert(0, child)
        parent = child
    if parent.find(qn("w:sz")) is None:
        size = etree.Element(qn("w:sz"), {qn("w:val"): _times(str(_PLAIN_SIZE), growth.letters)})
        after = (n for n, child in enumerate(parent) if child.tag in _AFTER_THE_SIZE)
        parent.insert(next(after, len(parent)), size)

"""The frame of the main part: what stands round the body, and the pages it lies on."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from attrs import frozen
from docx.oxml.ns import nsmap, qn
from lxml import etree

from spark_tools.model import Orientation
from spark_tools.render.docx.house.file import is_body

if TYPE_CHECKING:
    from collections.abc import Mapping

TWIPS = 1440 / 25.4
_EMU, _LINE = 36000, 7.0
END = "</w:body></w:document>"

_NAMESPACES = {
    **{prefix: nsmap[prefix] for prefix in ("w", "r", "wp", "a", "pic", "w14")},
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
_IGNORABLE = f"{{{_NAMESPACES['mc']}}}Ignorable"
_NEWER = ("w14", "w15")
_REFERENCES = (qn("w:headerReference"), qn("w:footerReference"))
_HELD = ("w:t", "w:drawing", "w:pict", "w:sectPr")
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_DECLARATIONS = re.compile(r' xmlns:\w+="[^"]*"')


@frozen
class Page:
    """Pages that lie one way: the size of the text in mm, and the section's properties.

    ``first`` are those of the document's first section: only there is a first page
    otherwise than the rest, and only there do page numbers begin.
    """

    width: float
    height: float
    section: str
    first: str


@frozen
class Frame:
    """The main part's XML before and after the body.

    The last section's properties stand between ``closing`` and `END`. ``width`` is that
    of the text on the pages as they lie in the house file, in mm. ``orientations`` are
    those of the house file's own sections, and ``drawings`` is the highest number of a
    picture of its own. About ``above`` mm of its own stand before the body.
    """

    opening: str
    closing: str
    width: float
    pages: Mapping[Orientation, Page]
    orientations: frozenset[Orientation] = frozenset()
    drawings: int = 0
    above: float = 0.0


def twips(millimetres: float) -> int:
    """Give *millimetres* in twentieths of a point."""
    return round(millimetres * TWIPS)


def read_frame(main: Any) -> Frame:
    """Read the frame from the main part's root element.

    The body goes where a paragraph holds nothing but ``{{ body }}``, else to the end.
    """
    main = deepcopy(main)
    etree.cleanup_namespaces(
        main, top_nsmap=_NAMESPACES, keep_ns_prefixes=[*_NAMESPACES, *filter(None, main.nsmap)]
    )
    ignorable = main.get(_IGNORABLE, "").split()
    main.set(_IGNORABLE, " ".join(dict.fromkeys((*ignorable, *_NEWER))))
    body = main.find(qn("w:body"))
    section = body.find(qn("w:sectPr"))
    if section is None:
        section = etree.SubElement(body, qn("w:sectPr"))
    body.remove(section)
    own = [each for each in body.iter(qn("w:sectPr")) if each is not section]
    orientations = frozenset(map(_turn_references, own))
    mark = etree.Comment("body")
    place = next((p for p in body.findall(qn("w:p")) if is_body(p)), None)
    if place is None:
        _drop_blank_end(body)
        body.append(mark)
    else:
        body.replace(place, mark)
    before = body[: body.index(mark)]
    opening, closing = etree.tostring(main, encoding="unicode").split("<!--body-->")
    return Frame(
        opening=opening,
        closing=closing.removesuffix(END),
        width=_text_size(section)[0],
        pages={orientation: _page(section, orientation) for orientation in Orientation},
        orientations=orientations,
        drawings=max((int(each.get("id", 0)) for each in body.iter(qn("wp:docPr"))), default=0),
        above=sum(map(_height, before)),
    )


def _height(block: Any) -> float:
    """Give about how many mm a paragraph or a table of the house file's own takes."""
    pictures = sum(int(each.get("cy", 0)) for each in block.iter(qn("wp:extent"))) / _EMU
    lines = sum(1 for _ in block.iter(qn("w:tr"))) or 1
    return max(pictures, lines * _LINE)


def _drop_blank_end(body: Any) -> None:
    """Take out the empty paragraphs that *body* ends in: a Word file is never without one."""
    while len(body) and body[-1].tag == qn("w:p") and not _holds_anything(body[-1]):
        body.remove(body[-1])


def _holds_anything(paragraph: Any) -> bool:
    broken = any(each.get(qn("w:type")) for each in paragraph.iter(qn("w:br")))
    return broken or any(True for _ in paragraph.iter(*map(qn, _HELD), _FORMULA))


def turned(identifier: str, orientation: Orientation) -> str:
    """Give the relationship id of a header or footer on pages that lie that way."""
    return f"{identifier}-{orientation}"


def _page(section: Any, orientation: Orientation) -> Page:
    section = deepcopy(section)
    for name in ("w:type", "w:cols", "w:formProt"):
        for each in section.findall(qn(name)):
            section.remove(each)
    size = _size(section)
    short, long = sorted((int(size.get(qn("w:w"))), int(size.get(qn("w:h")))))
    landscape = orientation is Orientation.LANDSCAPE
    width, height = (long, short) if landscape else (short, long)
    size.set(qn("w:w"), str(width))
    size.set(qn("w:h"), str(height))
    size.attrib.pop(qn("w:orient"), None)
    if landscape:
        size.set(qn("w:orient"), "landscape")
    _turn_references(section)
    first = _written(section)
    for name in ("w:titlePg", "w:pgNumType"):
        for each in section.findall(qn(name)):
            section.remove(each)
    return Page(*_text_size(section), _written(section), first)


def _turn_references(section: Any) -> Orientation:
    """Let *section* have the headers and footers of pages that lie as its do; say how that is."""
    size = _size(section)
    wide = int(size.get(qn("w:w"))) > int(size.get(qn("w:h")))
    orientation = Orientation.LANDSCAPE if wide else Orientation.PORTRAIT
    for reference in section:
        if reference.tag in _REFERENCES:
            reference.set(qn("r:id"), turned(reference.get(qn("r:id")), orientation))
    return orientation


def _written(section: Any) -> str:
    return _DECLARATIONS.sub("", etree.tostring(section, encoding="unicode"))


def _text_size(section: Any) -> tuple[float, float]:
    """Give how wide and high the text on the section's pages is, in mm."""
    size, margins = _size(section), _margins(section)
    across = sum(int(margins.get(qn(side), 0)) for side in ("w:left", "w:right", "w:gutter"))
    down = sum(abs(int(margins.get(qn(side), 0))) for side in ("w:top", "w:bottom"))
    width, height = int(size.get(qn("w:w"))) - across, int(size.get(qn("w:h"))) - down
    return width / TWIPS, height / TWIPS


def _size(section: Any) -> Any:
    """Give the section's page size; A4 where the house file does not say."""
    size = section.find(qn("w:pgSz"))
    if size is None:
        size = etree.Element(qn("w:pgSz"), {qn("w:w"): "11906", qn("w:h"): "16838"})
        section.insert(sum(child.tag in _REFERENCES for child in section), size)
    return size


def _margins(section: Any) -> Any:
    """Give the section's margins; 20 mm round where the house file does not say."""
    margins = section.find(qn("w:pgMar"))
    if margins is None:
        sides = {qn(f"w:{side}"): "1134" for side in ("top", "right", "bottom", "left")}
        distances = {qn("w:header"): "567", qn("w:footer"): "567", qn("w:gutter"): "0"}
        margins = etree.Element(qn("w:pgMar"), {**sides, **distances})
        section.insert(section.index(section.find(qn("w:pgSz"))) + 1, margins)
    return margins

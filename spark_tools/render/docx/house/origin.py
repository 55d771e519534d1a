"""Where a house file comes from: who wrote it, when and on what machine is left behind."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import nsmap, qn
from lxml import etree

_W = f"{{{nsmap['w']}}}"
_NEWER = f"{{{nsmap['w14']}}}"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_MARK = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    f'<adec:decorative xmlns:adec="{_DECORATIVE}" val="1"/></a:ext></a:extLst>'
)
_EXTENSIONS = "{http://schemas.openxmlformats.org/drawingml/2006/main}extLst"

_TAKEN_OUT = (
    "attachedTemplate commentRangeEnd commentRangeStart commentReference dataBinding del "
    "docVars lastRenderedPageBreak mailMerge moveFrom numberingChange pPrChange proofErr "
    "rPrChange rsid rsids sectPrChange tblGridChange tblPrChange tblPrExChange tcPrChange "
    "trPrChange"
)
_UNWRAPPED = ("ins", "moveTo")
_PATH = ("\\", "/")
_PICTURES = (".bmp", ".emf", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".wmf")


def forget_origin(root: Any) -> None:
    """Take out of a part what says who wrote it and when, and accept changes that were tracked.

    A picture loses its file name; one that no words describe is marked as decorative.
    """
    for name in _TAKEN_OUT.split():
        for element in list(root.iter(f"{_W}{name}")):
            _take_out(element)
    for name in _UNWRAPPED:
        for element in list(root.iter(f"{_W}{name}")):
            _unwrap(element)
    for element in root.iter():
        for name in [key for key in element.attrib if _tells(key)]:
            del element.attrib[name]
    for number, picture in enumerate(root.iter(qn("wp:docPr")), start=1):
        picture.set("name", f"Picture {number}")
        _describe(picture)
    for picture in root.iter(qn("pic:cNvPr")):
        picture.set("name", "Picture")
        picture.attrib.pop("descr", None)


def is_described(picture: Any) -> bool:
    """Whether the ``wp:docPr`` *picture* says in words what it shows, and not in a file name."""
    words = picture.get("descr", "").strip()
    return bool(words) and not words.lower().endswith(_PICTURES) and not words.startswith(_PATH)


def _tells(attribute: str) -> bool:
    return attribute.startswith((f"{_W}rsid", f"{_NEWER}paraId", f"{_NEWER}textId"))


def _describe(picture: Any) -> None:
    if is_described(picture):
        return
    picture.attrib.pop("descr", None)
    picture.attrib.pop("title", None)
    if not any(True for _ in picture.iter(f"{{{_DECORATIVE}}}decorative")):
        mark = etree.fromstring(_MARK)
        own = picture.find(_EXTENSIONS)
        if own is None:
            picture.append(mark)
        else:
            own.append(mark[0])


def _take_out(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in list(element):
        parent.insert(place, child)
        place += 1
    parent.remove(element)

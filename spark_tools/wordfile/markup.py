"""XML from a stranger, parsed within bounds; and the names that Word's XML uses."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from spark_tools.wordfile.archive import Unreadable
from spark_tools.wordfile.bounds import SHEET, Bounds
from spark_tools.wordfile.wording import say

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
NEW_SYMBOLS = "http://schemas.microsoft.com/office/word/2015/wordml/symex"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W = f"{{{WORD}}}"
"""What stands before the names of Word's own elements and attributes."""

_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = b"http://schemas.openxmlformats.org/"
_STRICT_NAMES = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"officeDocument/math", b"officeDocument/2006/math"),
    (b"drawingml/main", b"drawingml/2006/main"),
    (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    (b"drawingml/picture", b"drawingml/2006/picture"),
)
_MARK, _EQUALS = b"<", b"="
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WHOLE = re.compile(r"[-+]?[0-9]{1,9}")
_UNDECLARED = re.compile(r"Namespace prefix (\S+)(?: for \S+)? on \S+ is not defined")
_DOCTYPE = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)


def parse(content: bytes, bounds: Bounds = SHEET) -> etree._Element:
    """Give the root of the XML *content*; what "Strict Open XML" calls otherwise is renamed.

    No entity is expanded and no reference followed.

    Raises:
        Unreadable: it is not well-formed, declares a document type, is larger than
            *bounds* allow, or is deeper than any Word file.
    """
    if content.startswith(_UTF_16):
        content = content.decode("utf-16", "replace").encode("utf-8", "replace")
    if _DOCTYPE.search(content):
        raise Unreadable(say("it declares a document type, which no Word file does"))
    if content.count(_MARK) > bounds.marks or content.count(_EQUALS) > bounds.attributes:
        raise Unreadable(say("it holds more than this program takes in"))
    if _STRICT in content:
        for strict, usual in _STRICT_NAMES:
            content = content.replace(_STRICT + strict, _USUAL + usual)
    parser = etree.XMLParser(
        encoding="utf-8",  # whatever the file claims: Word writes no other but UTF-16
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise Unreadable(say("its parts lie too deep inside one another")) from None
        if missing := _UNDECLARED.search(str(error)):
            said = say("it uses the prefix {prefix} and does not declare it", prefix=missing[1])
            raise Unreadable(said) from None
        raise Unreadable(say("it is damaged: what it holds is not well-formed")) from None


def is_on(element: etree._Element | None) -> bool | None:
    """Whether a switch such as ``w:b`` is on; None where there is none."""
    if element is None:
        return None
    return element.get(f"{W}val", "1").lower() not in ("0", "false", "off", "none")


def whole(written: str | None) -> int | None:
    """Give the whole number *written* in a Word file, or None where it is none."""
    digits = (written or "").strip()
    return int(digits) if _WHOLE.fullmatch(digits) else None

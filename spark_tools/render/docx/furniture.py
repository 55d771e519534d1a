"""Headers and footers: placeholders in the house file that a document fills in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from lxml import etree

from spark_tools.render.docx.frame import twips
from spark_tools.render.docx.runs import run

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{\{ ?(\w+) ?\}\}")
_RUN = re.compile(
    r"<w:r(?: [^>]*)?>(?:<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr>)?<w:t(?: [^>]*)?>([^<]*)</w:t></w:r>"
)
_TAB_STOP = re.compile(r'(<w:tab (?=[^>]*w:val="right")[^>]*w:pos=")(\d+)')
_NEAR = 20
_FIELDS = re.compile(r"\{(page|pages)\}")
_INSTRUCTIONS = {"page": "PAGE", "pages": "NUMPAGES"}


def isolate_placeholders(root: Any) -> str:
    """Give the XML of a header or footer with no placeholder split between runs.

    Word splits text into runs as it likes; a placeholder is gathered in the run where
    it begins.
    """
    for paragraph in root.iter(qn("w:p")):
        pieces = list(paragraph.iter(qn("w:t")))
        letters = [(piece, letter) for piece in pieces for letter in piece.text or ""]
        for found in _PLACEHOLDER.finditer("".join(letter for _, letter in letters)):
            for place in range(found.start(), found.end()):
                letters[place] = (letters[found.start()][0], letters[place][1])
        for piece in pieces:
            piece.text = "".join(letter for owner, letter in letters if owner is piece)
    return str(etree.tostring(root, encoding="unicode"))


def widen(xml: str, own: float, width: float) -> str:
    """Give a header or footer for text *width* mm wide instead of its *own* width.

    A tab stop at the right edge of the text moves with it.
    """

    def moved(stop: re.Match[str]) -> str:
        at_edge = abs(int(stop[2]) - twips(own)) <= _NEAR
        return stop[1] + (str(twips(width)) if at_edge else stop[2])

    return _TAB_STOP.sub(moved, xml)


def fill(xml: str, values: Mapping[str, str]) -> bytes:
    """Give a header or footer with its placeholders filled in, in one pass.

    ``page_label`` may hold ``{page}`` and ``{pages}``, which become fields that count.
    A placeholder that *values* does not name stays as it is.
    """

    def filled(found: re.Match[str]) -> str:
        looks, words = found[1] or "", found[2]
        if "{{" not in words:
            return found[0]
        drawn, end = [], 0
        for place in _PLACEHOLDER.finditer(words):
            if place[1] in values:
                drawn.append(_run(words[end : place.start()], looks))
                drawn.append(_value(place[1], values[place[1]], looks))
                end = place.end()
        drawn.append(_run(words[end:], looks))
        return "".join(drawn)

    return _RUN.sub(filled, xml).encode()


def _run(escaped: str, looks: str) -> str:
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    content = f'<w:r>{properties}<w:t xml:space="preserve">{escaped}</w:t></w:r>'
    return content if escaped else ""


def _value(name: str, value: str, looks: str) -> str:
    if name != "page_label":
        return run(" ".join(value.split()), looks)
    pieces = _FIELDS.split(value)
    return "".join(
        f'<w:fldSimple w:instr="{_INSTRUCTIONS[piece]}">{run("1", looks)}</w:fldSimple>'
        if place % 2
        else run(piece, looks)
        for place, piece in enumerate(pieces)
    )

"""Headers and footers: placeholders in the house file that a document fills in."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from spark_tools.document.clock import NO_BREAK, date
from spark_tools.render.docx.runs import run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spark_tools.model import Document

PLACEHOLDER = re.compile(r"\{\{ ?(\w+) ?\}\}")
PLACEHOLDERS = (
    *("title", "workplace", "date", "page_label"),
    *("header_left", "header_right", "footer_left"),
)
"""What a house file may name in its header and footer: the last three are the bundled look's."""

_START_OR_RUN = re.compile(
    r"<w:p[ >]|<w:tab/>|"
    r"<w:r(?: [^>]*)?>(?:<w:rPr/>|<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr>)?"
    r"<w:t(?: [^>]*)?>([^<]*)</w:t></w:r>"
)
_SEPARATOR = r" *[·•|–—,/-] *"
_SEPARATED = re.compile(f"(?:{_SEPARATOR})?{PLACEHOLDER.pattern}")
_SEPARATOR_AT_END = re.compile(f"{_SEPARATOR}$")
_FIELDS = re.compile(r"\{(page|pages)\}")
_INSTRUCTIONS = {"page": "PAGE", "pages": "NUMPAGES"}


def isolate_placeholders(root: Any) -> None:
    """Let each run of *root* that holds a placeholder hold all of it, and nothing else but words.

    Word splits text into runs as it likes; a placeholder is gathered where it begins, with
    the sign that parts it from what is before.
    """
    for paragraph in root.iter(qn("w:p")):
        pieces = list(paragraph.iter(qn("w:t")))
        letters = [(piece, letter) for piece in pieces for letter in piece.text or ""]
        if not (found := list(_SEPARATED.finditer("".join(letter for _, letter in letters)))):
            continue
        for each in found:
            for place in range(each.start(), each.end()):
                letters[place] = (letters[each.start()][0], letters[place][1])
        for piece in pieces:
            piece.text = "".join(letter for owner, letter in letters if owner is piece)
            if PLACEHOLDER.search(piece.text):
                _let_stand_alone(piece)


def _let_stand_alone(piece: Any) -> None:
    """Give what stands beside *piece* in its run a run of its own, with the same looks."""
    run = piece.getparent()
    looks = run.find(qn("w:rPr"))
    after = run
    for child in [each for each in run if each is not looks]:
        own = deepcopy(run)
        for inner in list(own):
            if inner.tag != qn("w:rPr"):
                own.remove(inner)
        own.append(child)
        after.addnext(own)
        after = own
    run.getparent().remove(run)


def said_of(document: Document) -> Mapping[str, str]:
    """Give what each placeholder stands for in *document*; the day in the reader's own words."""
    day = document.date
    return {
        "title": document.title,
        "workplace": document.workplace,
        "date": date(day, document.language).replace(NO_BREAK, " ") if day else "",
        "header_left": document.header_left,
        "header_right": document.header_right,
        "footer_left": document.footer_left,
        "page_label": document.page_label,
    }


def fill(xml: str, values: Mapping[str, str]) -> str:
    """Give the XML of a part with its placeholders filled in, in one pass.

    ``page_label`` may hold ``{page}`` and ``{pages}``, which become fields that count.
    A placeholder that *values* does not name stays as it is; with one that stands for
    nothing goes the sign that parts it from the words before.
    """
    begun = False

    def filled(found: re.Match[str]) -> str:
        nonlocal begun
        looks, words = found[1] or "", found[2]
        if words is None:
            begun = False
            return found[0]
        drawn: list[str] = []
        end = 0
        for place in PLACEHOLDER.finditer(words):
            if place[1] not in values:
                continue
            before, value = words[end : place.start()], values[place[1]]
            rest = _SEPARATOR_AT_END.sub("", before)
            if not value or not (begun or rest.strip()):
                before = rest
            drawn += (_run(before, looks), _value(place[1], value, looks))
            begun = begun or bool(before.strip() or value)
            end = place.end()
        begun = begun or bool(words[end:].strip())
        return "".join((*drawn, _run(words[end:], looks))) if end else found[0]

    return _START_OR_RUN.sub(filled, xml) if "{{" in xml else xml


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

"""Running text as runs: every character comes out as it went in, but blanks that make room."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from attrs import evolve

from spark_tools.render.docx import names
from spark_tools.render.docx.locales import spoken

if TYPE_CHECKING:
    from spark_tools.model import Text
    from spark_tools.render.docx.draft import Draft

_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BLANKS = "[ \u00a0\u2000-\u200a\u3000]"
_ROOM = re.compile(rf"{_BLANKS}{{3,}}|\t[ \t\u00a0]*\t")
_SEVERAL = re.compile(rf"{_BLANKS}{{2,}}|\t[ \t\u00a0]*\t")
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def legal(characters: str) -> str:
    """Give *characters* without those that XML cannot hold."""
    return characters if characters.isprintable() else _ILLEGAL.sub("", characters)


def attribute(characters: str) -> str:
    """Give *characters* as the value of an XML attribute."""
    return escape(" ".join(legal(characters).split()))


def letters(characters: str) -> str:
    """Give *characters* as the content of a run, with line breaks and tabs."""
    if characters.isprintable():
        return f'<w:t xml:space="preserve">{escape(characters, quote=False)}</w:t>'
    lines = _BREAKS.split(_ILLEGAL.sub("", characters))
    return "<w:br/>".join("<w:tab/>".join(map(_piece, line.split("\t"))) for line in lines)


def _piece(characters: str) -> str:
    if not characters:
        return ""
    return f'<w:t xml:space="preserve">{escape(characters, quote=False)}</w:t>'


def run(characters: str, looks: str = "") -> str:
    """Give *characters* as one run; *looks* is what stands in its properties."""
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f"<w:r>{properties}{letters(characters)}</w:r>" if characters else ""


def closed(characters: str) -> str:
    """Give *characters* with one blank where several in a row only make room."""
    return _ROOM.sub(_one, legal(characters)) if _makes_room(characters) else characters


def _makes_room(characters: str) -> bool:
    """Whether *characters* hold blanks that only make room: printable ones have but one kind."""
    if characters.isprintable():
        return "   " in characters
    return _ROOM.search(legal(characters)) is not None


def _one(several: re.Match[str]) -> str:
    return "\t" if "\t" in several[0] else " "


def runs(spans: Text, draft: Draft) -> str:
    """Give *spans* as runs and hyperlinks; blanks in a row that only make room become one."""
    whole = spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])
    if _makes_room(whole):
        spans = tuple(evolve(span, text=_SEVERAL.sub(_one, legal(span.text))) for span in spans)
    if len(spans) == 1 and not (spans[0].strong or spans[0].emphasis or spans[0].link):
        return run(spans[0].text, spoken(spans[0].language))
    drawn = []
    for span in spans:
        looks = draft.character(names.LINK) if span.link else ""
        looks += ("<w:b/>" if span.strong else "") + ("<w:i/>" if span.emphasis else "")
        looks += spoken(span.language)
        written = run(span.text, looks)
        if span.link and written:
            written = f'<w:hyperlink r:id="{draft.link(span.link)}">{written}</w:hyperlink>'
        drawn.append(written)
    return "".join(drawn)

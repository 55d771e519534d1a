"""A PDF beside a document: whether it is tagged, and says its language, its title and PDF/UA-1.

What a PDF says of itself is read, not the pages: its catalogue, which may lie in a packed
object stream, and its metadata. Whether the tags are the right ones is for a validator to say.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator

from attrs import frozen

from spark_tools.accessibility.clauses import LANGUAGE, RELATIONSHIPS, TITLED, beyond
from spark_tools.accessibility.flaw import Clause, Flaw
from spark_tools.accessibility.place import in_properties, whole_document
from spark_tools.accessibility.wording import _, say
from spark_tools.model import Fault, FaultError

_MOST_STREAM = 8 * 2**20
_MOST_UNPACKED = 64 * 2**20
_LONGEST_DICTIONARY = 2_000
_EDGE = 1024
"""How near its edges a PDF must say that it begins and ends, in bytes."""
_SAYS_LENGTH = re.compile(rb"/Linearized\b[^>]{0,500}/L\s+(\d{1,15})\b")
_END = re.compile(rb"startxref\s+\d+\s+%%EOF")
_STREAM = re.compile(rb"\bstream\r?\n")
_PACKED, _TELLING = b"/FlateDecode", (b"/ObjStm", b"/Metadata")
_MARKED = re.compile(rb"/Marked\s+true\b")
_LANGUAGE = re.compile(
    rb"/Lang\s*(\(\s*[A-Za-z]{2}[^)]*\)|<(?:FEFF)?[0-9A-Fa-f]{4,}>|\((?:\xfe\xff|\\376\\377)[^)]+\))"
)
_TITLE = re.compile(rb"<dc:title>(?:(?!</dc:title>).)*?<rdf:li[^>]*>\s*[^<\s]", re.DOTALL)
_SHOWS_TITLE = re.compile(rb"/DisplayDocTitle\s+true\b")
_UA = re.compile(rb"<pdfuaid:part>\s*\d|pdfuaid:part\s*=\s*[\"']\s*\d")


@frozen
class PdfRule:
    """An assertion about PDF files; ``holds`` tells whether what a PDF says of itself meets it."""

    id: str
    clause: Clause
    asks: str
    what: str
    remedy: str
    where: Callable[[], str]
    holds: Callable[[bytes], bool]


def flaws(content: bytes, name: str = "") -> tuple[Flaw, ...]:
    """Give every flaw of the PDF *content*; *name* is what the file is called in a fault.

    Raises:
        FaultError: with one fault where it is no PDF, or not the whole of one.
    """
    if b"%PDF-" not in content[:_EDGE]:
        raise FaultError([Fault(say("it is not a PDF"), name)])
    if not _is_whole(content):
        cut = say("it is damaged or cut short; ask for it to be sent again")
        raise FaultError([Fault(cut, name)])
    said = b"\n".join((content, *_unpacked(content)))
    return tuple(
        Flaw(rule.id, rule.clause, say(rule.what), rule.where(), say(rule.remedy))
        for rule in RULES
        if not rule.holds(said)
    )


def _is_whole(content: bytes) -> bool:
    """Whether *content* ends as a PDF does, and is as long as it says where it says so."""
    told = _SAYS_LENGTH.search(content[:_EDGE])
    if told and int(told[1]) > len(content):
        return False
    return bool(_END.search(content.rstrip(b"\0\t\r\n ")[-_EDGE:]))


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Give what lies packed in object streams and metadata, within bounds."""
    left = _MOST_UNPACKED
    for start in _STREAM.finditer(content):
        head = content[max(0, start.start() - _LONGEST_DICTIONARY) : start.start()]
        head = head[head.rfind(b" obj") + 1 :]
        if left <= 0 or _PACKED not in head or not any(each in head for each in _TELLING):
            continue
        try:
            part = zlib.decompressobj().decompress(
                content[start.end() :][:_MOST_STREAM], _MOST_STREAM
            )
        except zlib.error:
            continue
        left -= len(part)
        yield part


RULES = (
    PdfRule(
        "pdf-untagged",
        RELATIONSHIPS,
        _("The PDF is tagged."),
        _("The PDF is not tagged: a screen reader finds no headings, lists or tables in it."),
        _(
            "In Word: File › Save As › PDF › Options, and tick “Document structure tags for"
            " accessibility”; or let spark draw the PDF."
        ),
        whole_document,
        lambda said: b"/StructTreeRoot" in said and bool(_MARKED.search(said)),
    ),
    PdfRule(
        "pdf-language",
        LANGUAGE,
        _("The PDF says what language it is in."),
        _("The PDF does not say what language it is in."),
        _("Set the language in the Word file (Review › Language), and save the PDF anew."),
        whole_document,
        lambda said: bool(_LANGUAGE.search(said)),
    ),
    PdfRule(
        "pdf-title",
        TITLED,
        _("The PDF has a title, and shows it."),
        _("The PDF has no title that is shown."),
        _("Set the title in the Word file (File › Info › Title), and save the PDF anew."),
        in_properties,
        lambda said: bool(_TITLE.search(said) and _SHOWS_TITLE.search(said)),
    ),
    PdfRule(
        "pdf-ua",
        beyond(RELATIONSHIPS),
        _("The PDF says that it is PDF/UA-1."),
        _("The PDF does not say that it is PDF/UA-1 (ISO 14289-1)."),
        _(
            "Let spark draw the PDF, or in LibreOffice: File › Export As › Export as PDF ›"
            " Universal Accessibility (PDF/UA). Word seldom writes the mark, whatever you"
            " tick: set it with Acrobat Pro (Preflight), or accept that it is missing if"
            " the PDF has no other flaw."
        ),
        in_properties,
        lambda said: bool(_UA.search(said)),
    ),
)

"""What LibreOffice leaves wanting in a PDF, put right: PDF/UA-1, and the same bytes any day."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject, PdfWriter
    from pypdf.generic import DictionaryObject

_MADE = re.compile(rb"\s*<(xmp:\w+Date|xmp:CreatorTool|pdf:Producer)>[^<]*</\1>")
_OPENING, _CLOSING = (b"BMC", b"BDC"), b"EMC"
_PATH = (b"m", b"re")
_PAINTED = (b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"n", b"sh")
_STANDARD = (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 "
    "H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference "
    "BibEntry Code Link Annot Ruby Warichu Figure Formula Form"
)
"""The structure types of PDF 1.7 (ISO 32000-1, 14.8.4), which must not be given another role."""


def mend(pdf: bytes) -> bytes:
    """Give *pdf*, written by LibreOffice, so that it is PDF/UA-1 and tells of no day or program.

    Lines outside the text become artifacts, annotations are visited in reading order,
    and paragraph styles named like a standard structure type lend their name to none. Of a
    row that was moved whole to the next page no empty one is left behind.
    """
    from pypdf import PdfReader, PdfWriter

    reader = PdfReader(BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    for page in writer.pages:
        _mark_lines(writer, page)
        _order(page)
    _keep_standard_roles(writer)
    _drop_empty_rows(writer)
    _forget_when(writer)
    return _written(writer)


def _mark_lines(writer: PdfWriter, page: PageObject) -> None:
    """Make an artifact of every line that is drawn outside marked content (ISO 14289-1, 7.1)."""
    from pypdf.generic import ContentStream, NameObject

    contents = page.get_contents()
    if contents is None:
        return
    operations: list[tuple[object, bytes]] = []
    depth, drawing = 0, False
    for operands, operator in ContentStream(contents, writer).operations:
        if not depth and not drawing and operator in _PATH:
            operations.append(([NameObject("/Artifact")], b"BMC"))
            drawing = True
        operations.append((operands, operator))
        depth += (operator in _OPENING) - (operator == _CLOSING)
        if drawing and operator in _PAINTED:
            operations.append(([], _CLOSING))
            drawing = False
    marked = ContentStream(None, writer)
    marked.operations = operations
    page.replace_contents(marked)
    page.compress_content_streams()


def _order(page: PageObject) -> None:
    """Let annotations be visited in the order of the text (ISO 14289-1, 7.18.3)."""
    from pypdf.generic import NameObject

    if "/Annots" in page:
        page[NameObject("/Tabs")] = NameObject("/S")


def _keep_standard_roles(writer: PdfWriter) -> None:
    """Give elements whose type is mapped away from its standard meaning the type they stand for."""
    from pypdf.generic import NameObject

    root = _object(writer.root_object, "/StructTreeRoot")
    roles = _object(root, "/RoleMap")
    remapped = {
        name: str(roles[name]) for name in roles if name.removeprefix("/") in _STANDARD.split()
    }
    for name in remapped:
        del roles[name]
    for element in _elements(root) if remapped else ():
        if (role := remapped.get(str(element.get("/S")))) is not None:
            element[NameObject("/S")] = NameObject(role)


def _drop_empty_rows(writer: PdfWriter) -> None:
    """Take rows without cells out of the tables (ISO 14289-1, 7.5)."""
    from pypdf.generic import ArrayObject

    for element in _elements(_object(writer.root_object, "/StructTreeRoot")):
        kids = element.get("/K")
        kids = kids.get_object() if kids is not None else None
        if not isinstance(kids, ArrayObject):
            continue
        for place in reversed(range(len(kids))):
            row = kids[place].get_object()
            if isinstance(row, dict) and row.get("/S") == "/TR" and not row.get("/K"):
                del kids[place]


def _elements(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """Give every structure element below *root*."""
    from pypdf.generic import ArrayObject, DictionaryObject

    waiting = [root]
    while waiting:
        kids = waiting.pop().get("/K")
        kids = kids.get_object() if kids is not None else ()
        for kid in kids if isinstance(kids, ArrayObject) else (kids,):
            element = kid.get_object() if kid else None
            if isinstance(element, DictionaryObject) and "/S" in element:
                yield element
                waiting.append(element)


def _object(parent: DictionaryObject, name: str) -> DictionaryObject:
    """Give the dictionary *name* of *parent*; an empty one where there is none."""
    from pypdf.generic import DictionaryObject

    found = parent.get(name)
    found = found.get_object() if found is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _forget_when(writer: PdfWriter) -> None:
    """Keep the title alone of what is told about the file."""
    title = writer.metadata.title if writer.metadata else ""
    writer.metadata = {"/Title": title} if title else {}
    described = writer.root_object.get("/Metadata")
    if described is not None:
        stream = described.get_object()
        stream.set_data(_MADE.sub(b"", stream.get_data()))


def _written(writer: PdfWriter) -> bytes:
    writer._ID = None  # made from the clock, and there is no public way to leave it out
    made = BytesIO()
    writer.write(made)
    return made.getvalue()

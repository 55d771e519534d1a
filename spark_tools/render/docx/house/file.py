"""An organisation's own Word file, read from the disk: sound, and fit to be taken along."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import nsmap, qn

from spark_tools.i18n import messages
from spark_tools.model import HOUSE_FILES, Fault, FaultError
from spark_tools.wordfile.archive import Unreadable
from spark_tools.wordfile.disk import read_file
from spark_tools.wordfile.opening import CONTENT_TYPES, open_word_file

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import Part

    from spark_tools.model import Look

BODY = re.compile(r"\{\{ ?body ?\}\}")
CARRIED = frozenset({RT.IMAGE, RT.HYPERLINK, RT.FOOTNOTES, RT.ENDNOTES, RT.HEADER, RT.FOOTER})
"""What the text of a house file may point at and take along."""

TEMPLATE = ".dotx"
"""How the name of a Word template ends."""

_TYPES = (b"wordprocessingml.template.main", b"wordprocessingml.document.main")
_R = f"{{{nsmap['r']}}}"


def read_house_file(path: Path) -> WordDocument:
    """Open the house file at *path*, ``.docx`` or ``.dotx``.

    Raises:
        FaultError: it is missing, damaged, hostile or not a Word file, ``{{ body }}`` is not
            in a paragraph of its own, or it holds what cannot be taken along.
    """
    _ = messages("render")
    content = read_file(path)
    try:
        file = open_word_file(content)
    except Unreadable as reason:
        raise FaultError([Fault(str(reason), str(path))]) from None
    try:
        # python-docx opens no template, so it is made the document that Word makes of it.
        whole = _retyped(content, *_TYPES) if file.is_template else content
        document = Document(io.BytesIO(whole))
    except Exception:  # python-docx meets what is wrong with a package in many ways
        said = _("it is damaged; open it in Word and save it again")
        raise FaultError([Fault(said, str(path))]) from None
    if faults := tuple(_faults(document)):
        raise FaultError([Fault(each, str(path)) for each in faults])
    return document


def is_body(paragraph: Any) -> bool:
    """Whether *paragraph* holds ``{{ body }}`` and nothing else."""
    return BODY.fullmatch(words_of(paragraph).strip()) is not None


def starting_point(look: Look, *, as_template: bool = False) -> bytes:
    """Give the Word file of *look* for an organisation to make its own."""
    content = look.find(HOUSE_FILES[0]).read_bytes()
    document, template = reversed(_TYPES)
    return _retyped(content, document, template if as_template else document)


def _retyped(content: bytes, old: bytes, new: bytes) -> bytes:
    """Give the Word file *content* as of another type: a document of a template, or back."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for each in before.infolist():
            part = before.read(each)
            if each.filename == CONTENT_TYPES:
                part = part.replace(old, new)
            after.writestr(zipfile.ZipInfo(each.filename), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _faults(document: WordDocument) -> Iterator[str]:
    _ = messages("render")
    main: Any = document.part
    body = main.element.find(qn("w:body"))
    marked = [each for each in body.iter(qn("w:p")) if BODY.search(words_of(each))]
    if any(each.getparent() is not body or not is_body(each) for each in marked):
        yield _("{{ body }} does not stand in a paragraph of its own, outside tables and boxes")
    elif len(marked) > 1:
        yield _("{{{{ body }}}} is there {count} times; once is enough", count=len(marked))
    parts = [main, *furniture_of(main)]
    if any(rel.is_external and rel.reltype == RT.IMAGE for part in parts for rel in _used(part)):
        yield _("a picture is linked to a file elsewhere; insert the picture itself")
    if any(rel.reltype not in CARRIED for rel in _used(main)):
        yield _(
            "its text holds a chart, an embedded object or the like, which cannot be taken along; "
            "remove it"
        )


def furniture_of(main: Part) -> Iterator[Any]:
    """Give the parts that are headers and footers of the main part."""
    rels = main.rels.values()
    return (rel.target_part for rel in rels if rel.reltype in (RT.HEADER, RT.FOOTER))


def _used(part: Any) -> list[Any]:
    """Give the relationships that the text of *part* names."""
    named = {
        value
        for element in part.element.iter()
        for name, value in element.attrib.items()
        if name.startswith(_R)
    }
    return [rel for rel in part.rels.values() if rel.rId in named]


def words_of(paragraph: Any) -> str:
    """Give the words of *paragraph*."""
    return "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))

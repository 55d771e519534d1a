"""The house file: opened once, then every document is cut from it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import frozen
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from spark_tools.model import Orientation
from spark_tools.render.docx import names
from spark_tools.render.docx.frame import Frame, read_frame, turned
from spark_tools.render.docx.furniture import isolate_placeholders, widen
from spark_tools.render.docx.lists import Lists, read_lists
from spark_tools.render.docx.locales import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from docx.parts.document import DocumentPart

_TAGS = {
    names.PARAGRAPH: "w:pStyle",
    names.CHARACTER: "w:rStyle",
    names.TABLE: "w:tblStyle",
}
_KEPT = (RT.STYLES, RT.SETTINGS, RT.FONT_TABLE, RT.THEME, RT.FOOTNOTES, RT.ENDNOTES, RT.IMAGE)


@frozen
class Relation:
    """A part that the main part points at, by the relationship's id and type."""

    id: str
    type: str
    part: Part


@frozen
class Furniture:
    """A header or a footer for pages that lie one way, before its placeholders are filled in."""

    relation: Relation
    orientation: Orientation
    xml: str


@frozen
class House:
    """What every document takes from the house file; nothing of it is ever changed.

    ``styles`` maps (kind, name in lower case) to the property that asks for the style.
    ``kept`` are the parts that all documents share.
    """

    name: str
    content_type: str
    frame: Frame
    styles: Mapping[tuple[str, str], str]
    lists: Lists
    kept: tuple[Relation, ...]
    furniture: tuple[Furniture, ...]

    def property(self, kind: str, name: str) -> str:
        """Give the property that asks for the style *name*, or nothing without such a style."""
        return self.styles.get((kind, name.lower()), "")


def open_house(path: Path, language: str) -> House:
    """Give the house file at *path* for documents in *language*, read again when it changes."""
    status = path.stat()
    return _open(path, status.st_mtime_ns, status.st_size, language)


@lru_cache(maxsize=8)
def _open(path: Path, _changed: int, _size: int, language: str) -> House:
    document = Document(str(path))
    main = document.part
    _set_language(document.styles.element, LOCALES.get(language, language))
    _forget_origin(document.settings.element)
    frame = read_frame(main.element)
    return House(
        name=main.partname,
        content_type=main.content_type,
        frame=frame,
        styles=_styles(document.styles.element),
        lists=read_lists(main),
        kept=tuple(_kept(main)),
        furniture=tuple(_furniture(main, frame)),
    )


def _kept(main: DocumentPart) -> Iterator[Relation]:
    for rel in main.rels.values():
        if rel.reltype in _KEPT and not rel.is_external:
            yield Relation(rel.rId, rel.reltype, written(rel.target_part, rel.target_part.blob))


def _furniture(main: DocumentPart, frame: Frame) -> Iterator[Furniture]:
    for rel in main.rels.values():
        if rel.reltype in (RT.HEADER, RT.FOOTER):
            part: Any = rel.target_part
            xml = isolate_placeholders(part.element)
            for orientation, page in frame.pages.items():
                name = PackURI(f"{part.partname.removesuffix('.xml')}-{orientation}.xml")
                relation = Relation(
                    turned(rel.rId, orientation), rel.reltype, written(part, b"", name)
                )
                yield Furniture(relation, orientation, widen(xml, frame.width, page.width))


def written(part: Part, blob: bytes, name: PackURI | None = None) -> Part:
    """Give a part like *part*, with its relationships, that holds *blob*."""
    copy = Part(name or part.partname, part.content_type, blob)
    for rel in part.rels.values():
        target = rel.target_ref if rel.is_external else rel.target_part
        copy.load_rel(rel.reltype, target, rel.rId, rel.is_external)
    return copy


def _set_language(styles: Any, locale: str) -> None:
    """Make *locale* the one language of the document's own text."""
    for language in styles.findall(f"{qn('w:style')}//{qn('w:lang')}"):
        language.getparent().remove(language)
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None:
        language = defaults.find(qn("w:lang"))
        if language is None:
            language = etree.SubElement(defaults, qn("w:lang"))
        language.set(qn("w:val"), locale)


def _forget_origin(settings: Any) -> None:
    """Take out what says where, when and from what template the house file was written."""
    for name in ("w:attachedTemplate", "w:rsids", "w:docVars", "w:mailMerge"):
        for element in settings.findall(qn(name)):
            settings.remove(element)


def _styles(styles: Any) -> dict[tuple[str, str], str]:
    found = {}
    for style in styles.findall(qn("w:style")):
        kind, name = style.get(qn("w:type")), style.find(qn("w:name"))
        default = style.get(qn("w:default")) in ("1", "true", "on")
        if name is not None and kind in _TAGS and not default:
            identifier = style.get(qn("w:styleId"))
            found[kind, name.get(qn("w:val")).lower()] = f'<{_TAGS[kind]} w:val="{identifier}"/>'
    return found

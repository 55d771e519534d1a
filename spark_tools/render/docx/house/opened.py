"""The house file: opened once, then every document is cut from it."""

from __future__ import annotations

from copy import deepcopy
from functools import cache, lru_cache
from importlib.resources import files
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from spark_tools.model import Orientation
from spark_tools.render.docx import names
from spark_tools.render.docx.house.borrowing import borrow
from spark_tools.render.docx.house.file import read_house_file
from spark_tools.render.docx.house.fitting import (
    raise_headings,
    round_lengths,
    set_language,
    settle,
)
from spark_tools.render.docx.house.frame import Frame, read_frame, turned, twips
from spark_tools.render.docx.house.furniture import isolate_placeholders
from spark_tools.render.docx.house.measures import Measures, read_measures
from spark_tools.render.docx.house.origin import forget_origin
from spark_tools.render.docx.house.palette import painted, palette
from spark_tools.render.docx.house.roles import cast
from spark_tools.render.docx.house.turning import turn
from spark_tools.render.docx.lists import Lists, read_lists
from spark_tools.render.docx.locales import LOCALES
from spark_tools.wordfile.markup import parse
from spark_tools.wordfile.styles import Styles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.document import Document
    from docx.parts.document import DocumentPart

_TAGS = {
    names.PARAGRAPH: "w:pStyle",
    names.CHARACTER: "w:rStyle",
    names.TABLE: "w:tblStyle",
}
_KEPT = (RT.STYLES, RT.SETTINGS, RT.FONT_TABLE, RT.THEME, RT.FOOTNOTES, RT.ENDNOTES, RT.IMAGE)
_FIRST_FURNITURE = 1_000_000
"""The first number of a picture in a header or footer; those in the text are numbered below."""


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


@frozen(eq=False)
class House:
    """What every document takes from the house file; nothing of it is ever changed.

    ``styles`` maps (kind, role) to the property that asks for the style.
    ``colours`` maps those of the bundled look, which pictures are drawn in, to the file's own.
    ``kept`` are the parts that all documents share, and ``links`` the addresses in the
    house file's own text, by the relationship's id.
    """

    name: str
    content_type: str
    frame: Frame
    styles: Mapping[tuple[str, str], str]
    measures: Measures
    lists: Lists
    kept: tuple[Relation, ...]
    links: Mapping[str, str]
    colours: Mapping[str, str]
    furniture: tuple[Furniture, ...]

    def property(self, kind: str, role: str) -> str:
        """Give the property that asks for the style of *role*; nothing for the default style."""
        return self.styles.get((kind, role), "")

    def painted(self, svg: str) -> str:
        """Give the drawing *svg* in the house file's own colours."""
        for colour, own in self.colours.items():
            svg = svg.replace(f"#{colour}", f"#{own}")
        return svg


def open_house(path: Path, language: str) -> House:
    """Give the house file at *path* for documents in *language*, read again when it changes.

    Raises:
        FaultError: as `read_house_file`.
    """
    try:
        status = path.stat()
        stamp = status.st_mtime_ns, status.st_size
    except OSError:
        stamp = 0, 0
    return _open(path, stamp, language)


@lru_cache(maxsize=8)
def _open(path: Path, _stamp: tuple[int, int], language: str) -> House:
    document = read_house_file(path)
    main = document.part
    forget_origin(main.element)
    round_lengths(main.element)
    isolate_placeholders(main.element)
    settle(document.settings.element)
    forget_origin(document.settings.element)
    styles: Any = document.styles.element
    forget_origin(styles)
    round_lengths(styles)
    set_language(styles, LOCALES.get(language, language))
    own = read_styles(document)
    lender = own if path == _bundled_file() else bundled()
    parts = tuple(cast(own, lender))
    raise_headings(parts, own)
    ids = borrow(styles, own, lender, parts)
    complete = all(part.style for part in parts)
    frame = read_frame(main.element)
    return House(
        name=main.partname,
        content_type=main.content_type,
        frame=frame,
        measures=read_measures(own if complete else read_styles(document)),
        styles={
            (part.kind, part.role): f'<{_TAGS[part.kind]} w:val="{ids[lent.id]}"/>'
            for part in parts
            if (lent := lender.by_name(part.kind, part.role))
        },
        lists=read_lists(main, own),
        kept=tuple(_kept(main)),
        links={
            rel.rId: rel.target_ref
            for rel in main.rels.values()
            if rel.is_external and rel.reltype == RT.HYPERLINK
        },
        colours=painted(lender, palette(own)),
        furniture=tuple(_furniture(main, frame, own)),
    )


def read_styles(document: Document) -> Styles:
    """Give the styles of a house file."""
    rels = document.part.rels.values()
    theme = next((rel.target_part.blob for rel in rels if rel.reltype == RT.THEME), None)
    return Styles(document.styles.element, parse(theme) if theme else None)


@cache
def bundled() -> Styles:
    """Give the styles of the bundled look, which has one for every role."""
    return read_styles(read_house_file(_bundled_file()))


def _bundled_file() -> Path:
    return Path(str(files("spark_tools_templates") / "word" / "house.docx"))


def _kept(main: DocumentPart) -> Iterator[Relation]:
    for rel in main.rels.values():
        if rel.reltype in _KEPT and not rel.is_external:
            part = rel.target_part
            outside = rel.reltype != RT.SETTINGS  # which name the template on the author's disk
            yield Relation(rel.rId, rel.reltype, written(part, part.blob, outside=outside))


def _furniture(main: DocumentPart, frame: Frame, own: Styles) -> Iterator[Furniture]:
    numbers = count(_FIRST_FURNITURE)
    for rel in main.rels.values():
        if rel.reltype in (RT.HEADER, RT.FOOTER):
            part: Any = rel.target_part
            forget_origin(part.element)
            round_lengths(part.element)
            isolate_placeholders(part.element)
            for orientation, page in frame.pages.items():
                root = deepcopy(part.element)
                for picture in root.iter(qn("wp:docPr")):
                    picture.set("id", str(next(numbers)))
                turn(root, own, twips(frame.width), twips(page.width))
                xml = etree.tostring(root, encoding="unicode")
                name = PackURI(f"{part.partname.removesuffix('.xml')}-{orientation}.xml")
                relation = Relation(
                    turned(rel.rId, orientation), rel.reltype, written(part, b"", name)
                )
                yield Furniture(relation, orientation, xml)


def written(part: Part, blob: bytes, name: PackURI | None = None, *, outside: bool = True) -> Part:
    """Give a part like *part* that holds *blob*, with its relationships, *outside* or not."""
    copy = Part(name or part.partname, part.content_type, blob)
    for rel in part.rels.values():
        target = rel.target_ref if rel.is_external else rel.target_part
        if outside or not rel.is_external:
            copy.load_rel(rel.reltype, target, rel.rId, rel.is_external)
    return copy

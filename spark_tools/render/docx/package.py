"""The package: a document's own parts beside those it shares with the house file."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package

from spark_tools.render.docx.archive import Member, archive
from spark_tools.render.docx.house.furniture import fill
from spark_tools.render.docx.house.opened import written
from spark_tools.render.docx.locales import LOCALES
from spark_tools.render.docx.runs import legal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spark_tools.model import Document
    from spark_tools.render.docx.draft import Draft
    from spark_tools.render.docx.house.opened import House

_ADDRESS = "%/:=&?~#+!$,;'@()*[]"
_LONGEST_PROPERTY = 255
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{CT.OPC_RELATIONSHIPS}"/>'
    f'<Default Extension="xml" ContentType="{CT.XML}"/>'
    f'<Default Extension="png" ContentType="{CT.PNG}"/>'
)
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    "{}</Properties>"
)
_PROPERTY = (
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property>"
)
_FIRST_PROPERTY = 2


def assemble(
    document: Document, house: House, draft: Draft, main: str, values: Mapping[str, str]
) -> bytes:
    """Give the bytes of the Word file whose main part is *main*; *values* go in the furniture."""
    package = Package()
    part = Part(PackURI(house.name), house.content_type, main.encode())
    package.load_rel(RT.OFFICE_DOCUMENT, part, "rId1")
    package.load_rel(RT.CORE_PROPERTIES, _properties(document, package), "rId2")
    if own := _own_properties(document.identifier):
        package.load_rel(RT.CUSTOM_PROPERTIES, own, "rId3")
    for kept in house.kept:
        part.load_rel(kept.type, kept.part, kept.id)
    for identifier, address in house.links.items():
        part.load_rel(RT.HYPERLINK, address, identifier, True)
    lists = house.lists
    numbering = "".join((lists.opening, *draft.lists, lists.closing)).encode()
    part.load_rel(RT.NUMBERING, Part(lists.name, lists.content_type, numbering), lists.id)
    for each in house.furniture:
        if each.orientation in draft.orientations:
            place, xml = each.relation, fill(each.xml, values).encode()
            part.load_rel(place.type, written(place.part, xml), place.id)
    for address, identifier in draft.links.items():
        part.load_rel(RT.HYPERLINK, quote(legal(address), _ADDRESS), identifier, True)
    for number, (png, identifier) in enumerate(draft.pictures.items(), start=1):
        picture = Part(PackURI(f"/word/media/drawing{number}.png"), CT.PNG, png)
        part.load_rel(RT.IMAGE, picture, identifier)
    return archive(_members(package, house))


def _properties(document: Document, package: Package) -> CorePropertiesPart:
    """Give the properties: what the document is, never who made it, when or where."""
    name = PackURI("/docProps/core.xml")
    part = CorePropertiesPart(name, CT.OPC_CORE_PROPERTIES, CT_CoreProperties.new(), package)
    part.core_properties.title = legal(document.title)[:_LONGEST_PROPERTY]
    part.core_properties.language = LOCALES.get(document.language, document.language)
    part.core_properties.identifier = legal(document.identifier)[:_LONGEST_PROPERTY]
    return part


def _own_properties(identifier: str) -> Part | None:
    """Give *identifier* once more, parted into its course and its sheet."""
    course, _, sheet = identifier.partition("/")
    named = {"spark-course": course, "spark-sheet": sheet}
    properties = "".join(
        _PROPERTY.format(number=number, name=name, value=escape(legal(value)[:_LONGEST_PROPERTY]))
        for number, (name, value) in enumerate(named.items(), start=_FIRST_PROPERTY)
        if value
    )
    if not properties:
        return None
    content = _PROPERTIES.format(properties).encode()
    return Part(PackURI("/docProps/custom.xml"), CT.OFC_CUSTOM_PROPERTIES, content)


def _members(package: Package, house: House) -> Iterator[Member]:
    parts = list(package.iter_parts())
    overrides = "".join(
        f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>'
        for part in parts
        if part.content_type != CT.PNG
    )
    lasting = {id(kept.part) for kept in house.kept}
    yield Member("[Content_Types].xml", f"{_TYPES}{overrides}</Types>".encode())
    yield Member("_rels/.rels", _bytes(package.rels.xml))
    for part in parts:
        lasts = id(part) in lasting or part.content_type == CT.PNG
        yield Member(part.partname.membername, part.blob, lasts)
        if part.rels:
            yield Member(part.partname.rels_uri.membername, _bytes(part.rels.xml))


def _bytes(xml: str | bytes) -> bytes:
    return xml.encode() if isinstance(xml, str) else xml

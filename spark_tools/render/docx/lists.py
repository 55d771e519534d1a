"""Lists: every list is a list of its own and starts from 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import parse_xml
from lxml import etree

from spark_tools.model import plain
from spark_tools.render.docx import names
from spark_tools.render.docx.house.roles import find
from spark_tools.render.docx.runs import runs

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

    from spark_tools.model import ListBlock
    from spark_tools.render.docx.draft import Draft
    from spark_tools.wordfile.styles import Styles

_EMPTY = f'<w:numbering xmlns:w="{nsmap["w"]}"/>'
_OWN = (
    f'<w:abstractNum xmlns:w="{nsmap["w"]}" w:abstractNumId="{{id}}">'
    '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="{format}"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="369" w:hanging="369"/></w:pPr></w:lvl></w:abstractNum>'
)


@frozen
class Lists:
    """The house file's numbering part round the documents' own lists.

    ``bullet`` and ``number`` are the ids of the two looks, ``first`` the first free
    number of a list, ``id`` the relationship's.
    """

    id: str
    name: PackURI
    content_type: str
    opening: str
    closing: str
    bullet: str
    number: str
    first: int


def read_lists(main: DocumentPart, own: Styles) -> Lists:
    """Read how the list styles among the house file's *own* number; a look it lacks is added."""
    part: Any = next((r.target_part for r in main.rels.values() if r.reltype == RT.NUMBERING), None)
    root: Any = parse_xml(_EMPTY) if part is None else part.element
    bullet = _look(root, own, names.BULLET_LIST, "bullet", "•")
    number = _look(root, own, names.NUMBER_LIST, "decimal", "%1.")
    taken = [int(each.get(qn("w:numId"))) for each in root.findall(qn("w:num"))]
    mark = etree.Comment("lists")
    after = root.find(qn("w:numIdMacAtCleanup"))
    root.insert(len(root) if after is None else root.index(after), mark)
    opening, closing = etree.tostring(root, encoding="unicode").split("<!--lists-->")
    root.remove(mark)
    return Lists(
        id=next((r.rId for r in main.rels.values() if r.reltype == RT.NUMBERING), "lists"),
        name=PackURI("/word/numbering.xml") if part is None else part.partname,
        content_type=CT.WML_NUMBERING,
        opening=opening,
        closing=closing,
        bullet=bullet,
        number=number,
        first=max(taken, default=0) + 1,
    )


def _look(root: Any, own: Styles, role: str, kind: str, mark: str) -> str:
    """Give the id of the list look behind the style that plays *role*."""
    style = find(own, names.PARAGRAPH, role)
    number = own.paragraph_says(style.id).number if style else None
    for each in root.findall(qn("w:num")):
        if number is not None and each.get(qn("w:numId")) == number:
            return str(each.find(qn("w:abstractNumId")).get(qn("w:val")))
    looks = root.findall(qn("w:abstractNum"))
    new = str(max((int(each.get(qn("w:abstractNumId"))) for each in looks), default=-1) + 1)
    root.insert(
        root.index(looks[-1]) + 1 if looks else 0,
        parse_xml(_OWN.format(id=new, format=kind, mark=mark)),
    )
    return new


def draw_list(block: ListBlock, draft: Draft, *, in_cell: bool = False) -> str:
    """Give a paragraph for each item, all in one list that starts from 1."""
    items = [item for item in block.items if plain(item)]
    if not items:
        return ""
    style = names.NUMBER_LIST if block.ordered else names.BULLET_LIST
    number = draft.number(block.ordered)
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    if in_cell:
        style = draft.in_table(style)
        return "".join(
            draft.paragraph(style, runs(item, draft), numbering=numbering) for item in items
        )
    drawn = []
    for item in items:
        drawn.append(draft.block(style, runs(item, draft), numbering=numbering))
        draft.used(draft.height(len(plain(item))))
    return "".join(drawn)

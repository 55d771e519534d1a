"""What LibreOffice makes is mended: PDF/UA-1, and nothing that tells of a day or a program."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import page
import pypdf
import pytest
import spark_tools_templates
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, NameObject

from spark_tools.model import (
    Cell,
    Column,
    Document,
    Edition,
    Heading,
    ListBlock,
    Look,
    Paragraph,
    Role,
    Row,
    Section,
    Span,
    Table,
    text,
)
from spark_tools.render.docx import draw
from spark_tools.render.office import to_pdf
from spark_tools.render.office.mending import mend
from spark_tools.render.office.program import convert

pytestmark = pytest.mark.needs("soffice")

LOOK = Look((Path(spark_tools_templates.__file__).parent,))
PAINTS = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
STANDARD = {"/P", "/H1", "/Quote", "/Note", "/BlockQuote", "/Span", "/Link", "/L", "/LI", "/Table"}


def cell(words: str) -> Cell:
    return Cell((Paragraph(text(words)),))


def sheet() -> bytes:
    blocks = (
        Heading(1, text("Drejebog")),
        Paragraph((Span("Læs om "), Span("samarbejde", link="https://spark.example/a"), Span("."))),
        Paragraph(text("Skift plads, hvis en gruppe går i stå."), Role.NOTE),
        Paragraph(text("Stop i tide."), Role.CAUTION),
        ListBlock((text("Hvem mangler?"),)),
        Table((Column("Før", 1), Column("Nu", 1)), (Row((cell("Møder"), cell("Tavle"))),)),
    )
    document = Document(
        Edition.GUIDE,
        "Drejebog: Møde 1",
        "da",
        (Section(blocks),),
        header_left="Lindehaven",
        footer_left="SPARK",
    )
    return draw(document, LOOK)


def foreign() -> bytes:
    made = docx.Document()
    made.styles["Quote"].name = "Quote"
    made.add_heading("Overskrift", 1)
    made.add_paragraph("Et citat.", style="Quote")
    made.add_paragraph("Brødtekst.")
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


@pytest.fixture(scope="module")
def raw() -> list[bytes]:
    """Two PDF files as LibreOffice makes them: a sheet of ours, and somebody else's file."""
    return convert([sheet(), foreign()])


@pytest.fixture(scope="module")
def mended(raw: list[bytes]) -> list[bytes]:
    """The same two, mended."""
    return [mend(each) for each in raw]


def read(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def unmarked(pdf: bytes) -> int:
    """Count what is painted outside marked content."""
    reader, depth, found = read(pdf), 0, 0
    for each in reader.pages:
        for _, operator in ContentStream(each.get_contents(), reader).operations:
            depth += (operator in (b"BMC", b"BDC")) - (operator == b"EMC")
            found += not depth and operator in PAINTS
    assert depth == 0
    return found


def elements(pdf: bytes):
    """Give the type of every structure element."""
    waiting = [read(pdf).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        kids = waiting.pop().get("/K", ArrayObject())
        for kid in kids if isinstance(kids, ArrayObject) else (kids,):
            known = kid.get_object()
            if isinstance(known, DictionaryObject) and "/S" in known:
                yield str(known["/S"])
                waiting.append(known)


def test_a_mended_sheet_is_pdf_ua_1(raw, mended):
    failures = [
        [failure.message for failure in page.validate_pdf_bytes(each[0], profile="ua1").failures]
        for each in (raw, mended)
    ]
    assert failures[0] != []
    assert failures[1] == []


def test_no_day_no_program_and_no_id_is_told(mended):
    for pdf in mended:
        assert "/ID" not in read(pdf).trailer
        assert set(read(pdf).metadata or {}) <= {"/Title"}
        described = read(pdf).trailer["/Root"]["/Metadata"].get_data()
        assert not re.search(rb"Date|Producer|CreatorTool|LibreOffice", described)
        assert b"pdfuaid:part" in described


def test_the_title_is_kept(mended):
    assert read(mended[0]).metadata.title == "Drejebog: Møde 1"


def test_it_is_a_pdf_of_the_version_that_it_was(raw, mended):
    assert [read(each).pdf_header for each in mended] == [read(each).pdf_header for each in raw]


def test_mending_the_same_gives_the_same(raw, mended):
    assert [mend(each) for each in raw] == mended


def test_mending_twice_changes_nothing_that_is_read(mended):
    again = mend(mended[0])
    assert list(elements(again)) == list(elements(mended[0]))
    assert unmarked(again) == 0


def test_lines_outside_the_text_are_artifacts(raw, mended):
    assert unmarked(raw[0]) > 0
    assert unmarked(mended[0]) == 0


def test_the_words_and_the_pages_are_as_they_were(raw, mended):
    for before, after in zip(raw, mended, strict=True):
        words = [[each.extract_text() for each in read(pdf).pages] for pdf in (before, after)]
        assert words[0] == words[1]


def test_no_style_gives_a_standard_type_another_meaning(raw, mended):
    roles = [
        [read(each).trailer["/Root"]["/StructTreeRoot"]["/RoleMap"] for each in both]
        for both in (raw, mended)
    ]
    assert [bool(STANDARD & set(role)) for role in roles[0]] == [True, True]
    for role in roles[1]:
        assert STANDARD.isdisjoint(role)


@pytest.mark.parametrize(("number", "name"), [(0, "/Note"), (1, "/Quote")])
def test_paragraphs_in_a_style_named_like_a_standard_type_are_what_they_stood_for(
    raw, mended, number, name
):
    stood_for = read(raw[number]).trailer["/Root"]["/StructTreeRoot"]["/RoleMap"][name]
    before, after = list(elements(raw[number])), list(elements(mended[number]))
    assert name in before
    assert after == [stood_for if each == name else each for each in before]


def test_links_are_visited_in_the_order_of_the_text(raw, mended):
    (link,) = read(mended[0]).pages
    assert [each.get_object()["/Subtype"] for each in link["/Annots"]] == ["/Link"]
    assert link["/Tabs"] == "/S"
    (plain,) = read(mended[1]).pages
    assert "/Annots" not in plain


def test_both_steps_in_one(mended):
    assert to_pdf([sheet()]) == mended[:1]


def test_a_row_without_cells_is_taken_out(raw):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(raw[0]))
    waiting = [writer.root_object["/StructTreeRoot"]]
    while (known := waiting.pop()).get("/S") != "/Table":
        kids = [kid.get_object() for kid in known.get("/K", ArrayObject())]
        waiting += [kid for kid in kids if isinstance(kid, DictionaryObject)]
    known["/K"].insert(1, DictionaryObject({NameObject("/S"): NameObject("/TR")}))
    spoilt = io.BytesIO()
    writer.write(spoilt)

    rows = list(elements(raw[0])).count("/TR")
    assert list(elements(spoilt.getvalue())).count("/TR") == rows + 1
    assert list(elements(mend(spoilt.getvalue()))).count("/TR") == rows

"""Five house files, each of which gives documents in its organisation's own look."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import attrs
import page
import pytest
import spark_tools_templates
from lxml import etree
from openxml_audit import OpenXmlValidator

from spark_tools.document.tool import tool_documents
from spark_tools.model import Document, Edition, Heading, Look, Paragraph, Section, text
from spark_tools.render.docx import draw
from spark_tools.render.plugin import spark_renderers
from spark_tools.wordfile.opening import WordFile, open_word_file
from spark_tools.wordfile.styles import PARAGRAPH, Styles

BUNDLED = Look((Path(spark_tools_templates.__file__).parent,))
ACCENTS = {
    "danish-ids.docx": "8A1538",
    "template.dotx": "005A3C",
    "bare.docx": "1F3A7A",
    "theme-colours.docx": "5B2A06",
    "letterhead.docx": "7A1F3D",
}
FONTS = {"danish-ids.docx": "Verdana", "template.dotx": "Arial", "bare.docx": "Times New Roman"}
AGENDA = Document(
    Edition.AGENDA,
    "Dagsorden til møde 1",
    "da",
    (Section((Heading(1, text("Dagsorden til møde 1")), Paragraph(text("Velkommen.")))),),
    header_left="Lindehaven",
    header_right="Dagsorden",
    workplace="Plejecenter Lindehaven & Co",
    date=date(2027, 2, 3),
)


@pytest.fixture(scope="session")
def documents(library) -> list[Document]:
    """An agenda, and a tool's guide and sheets with lists, pictures, quotations and fields."""
    tool = library.exercise("speaking-listening-positions")
    return [AGENDA, *(entry.document for entry in tool_documents(tool, "da"))]


def look(house: Path) -> Look:
    return attrs.evolve(BUNDLED, house=house)


def opened(content: bytes) -> WordFile:
    return open_word_file(content)


def styles(file: WordFile) -> Styles:
    return Styles(file.related("styles", file.name), file.related("theme", file.name))


def words(file: WordFile, kind: str) -> list[str]:
    found = []
    for relation in file.relations(file.name):
        if relation.kind == kind:
            root = file.part(relation.target)
            found.append("".join(root.itertext()))
    return found


def test_headings_and_what_is_borrowed_have_the_houses_colour(house):
    drawn = styles(opened(draw(AGENDA, look(house))))
    names = ("heading 1", "heading 2", "Lead", "Say", "Table Heading", "Field Label")
    colours = {
        drawn.run_look(found.id).colour
        for name in names
        if (found := drawn.by_name(PARAGRAPH, name) or drawn.by_name("character", name))
    }
    assert colours == {ACCENTS[house.name]}


def test_text_in_tables_is_the_houses_font_and_size(house):
    drawn = styles(opened(draw(AGENDA, look(house))))
    body = drawn.run_look(drawn.default(PARAGRAPH).id)
    table = drawn.run_look(drawn.by_name(PARAGRAPH, "Table Text").id)
    assert (table.font, table.size) == (body.font, body.size)
    assert body.font == FONTS.get(house.name, body.font)


def test_every_style_that_is_asked_for_is_there(house, documents):
    for document in documents:
        file = opened(draw(document, look(house)))
        asked = set(re.findall(r'w:(?:p|r|tbl)Style w:val="([^"]+)"', _xml(file)))
        assert asked <= {style.id for style in styles(file)}


def _xml(file: WordFile) -> str:
    return etree.tostring(file.main, encoding="unicode")


def test_a_validator_finds_no_fault(house, documents, tmp_path):
    for number, document in enumerate(documents):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(draw(document, look(house)))
        assert [str(fault) for fault in OpenXmlValidator().validate(path).errors] == []


def test_nobody_is_named(house):
    with zipfile.ZipFile(io.BytesIO(draw(AGENDA, look(house)))) as package:
        whole = b"".join(package.read(name) for name in package.namelist())
    assert b"Hemmelig" not in whole
    assert str(house.parent).encode() not in whole


def test_placeholders_in_headers_and_footers_are_filled_in(houses):
    file = opened(draw(AGENDA, look(houses["danish-ids.docx"])))
    (header,), (footer,) = words(file, "header"), words(file, "footer")
    assert header == "Lindebjerg KommuneDagsorden til møde 1"
    assert footer == "Plejecenter Lindehaven & Co · 3. februar 2027Side 1 af 1"


def test_a_letterhead_stands_on_the_first_page_of_the_document_alone(houses, documents):
    several = next(each for each in documents if len(each.sections) > 1)
    file = opened(draw(several, look(houses["letterhead.docx"])))
    sections = list(file.main.iter("{*}sectPr"))
    assert [len(each.findall("{*}titlePg")) for each in sections] == [1] + [0] * (len(sections) - 1)


def test_a_logo_without_a_description_is_marked_as_decorative(houses):
    file = opened(draw(AGENDA, look(houses["letterhead.docx"])))
    headers = [r.target for r in file.relations(file.name) if r.kind == "header"]
    pictures = [each for name in headers for each in file.part(name).iter("{*}docPr")]
    assert len(pictures) == 2
    assert all(picture.find(".//{*}decorative").get("val") == "1" for picture in pictures)


@pytest.mark.needs("soffice")
def test_its_pdf_is_made_by_libreoffice_and_accessible(house, documents):
    (renderer,) = (each for each in spark_renderers() if each.format == "pdf")
    drawn = list(renderer.draw_all(documents, look(house)))
    assert len(drawn) == len(documents)
    for pdf in drawn:
        report = page.validate_pdf_bytes(pdf, profile="ua1")
        assert [failure.message for failure in report.failures] == []


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("house", ["letterhead.docx"], indirect=True)
def test_the_same_pdf_is_made_each_time(house, documents):
    (renderer,) = (each for each in spark_renderers() if each.format == "pdf")
    assert renderer.draw(AGENDA, look(house)) == renderer.draw(AGENDA, look(house))

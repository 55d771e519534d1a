"""What is to mind in an organisation's own Word file is said before a course is drawn in it."""

from __future__ import annotations

import io
from pathlib import Path

import attrs
import docx
import pytest
import spark_tools_templates
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, RGBColor

from spark_tools.accessibility.house import HouseReport, check_house
from spark_tools.model import (
    Document,
    Edition,
    FaultError,
    Heading,
    Look,
    Paragraph,
    Picture,
    Section,
    text,
)
from spark_tools.render.docx.house.file import starting_point
from spark_tools.render.pictures import to_png

LOOK = Look((Path(spark_tools_templates.__file__).parent,))
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
)
SHEET = Document(
    Edition.WORKSHEETS,
    "Ark",
    "da",
    (Section((Heading(1, text("Ark")), Paragraph(text("Skriv alene.")))),),
)
NUMBERED = "{{ page_label }}"


@pytest.fixture
def house():
    """A house file that nothing is wrong with."""
    made = docx.Document(io.BytesIO(starting_point(LOOK)))
    made.core_properties.title = "Skabelon"
    return made


@pytest.fixture
def report(tmp_path: Path):
    """What gives the report on that house file."""

    def made(house, *documents: Document) -> HouseReport:
        path = tmp_path / "hus.docx"
        house.save(str(path))
        return check_house(path, documents or (SHEET,), LOOK)

    return made


def test_the_bundled_look_is_fine(report, house):
    found = report(house)
    assert (found.warnings, found.flaws) == ((), ())
    assert all(part.style for part in found.parts)
    assert found.marked
    assert (found.font, found.palette.size, found.palette.accent) == ("Calibri", 22, "1D5560")


@pytest.mark.parametrize(
    ("style", "colour", "words"),
    [
        ("Heading 1", "FF9900", "“heading 1” is #FF9900 on #FFFFFF: contrast 2.14:1, and 3:1"),
        ("Heading 4", "FF9900", "“heading 4” is #FF9900 on #FFFFFF: contrast 2.14:1, and 4.5:1"),
        ("Caution", "7F7F7F", "“Caution” is #7F7F7F on #EAF1F2: contrast 3.5:1, and 4.5:1"),
        ("Normal", "777777", "“Normal” is #777777 on #FFFFFF: contrast 4.47:1, and 4.5:1"),
        ("Footer", "AAAAAA", "“footer” is #AAAAAA on #FFFFFF: contrast 2.32:1, and 4.5:1"),
    ],
)
def test_what_is_too_pale_is_told_with_its_contrast(report, house, style, colour, words):
    house.styles[style].font.color.rgb = RGBColor.from_string(colour)
    told = [warning for warning in report(house).warnings if warning.startswith(words[:10])]
    assert [warning[: len(words)] for warning in told] == [words]


def test_large_letters_may_be_paler(report, house):
    house.styles["Heading 1"].font.color.rgb = RGBColor.from_string("949494")
    assert report(house).warnings == ()


def test_a_pale_style_that_no_document_uses_is_left_alone(report, house):
    strange = house.styles.add_style("Vandmærke", WD_STYLE_TYPE.PARAGRAPH)
    strange.font.color.rgb = RGBColor.from_string("EEEEEE")
    assert report(house).warnings == ()


def test_pale_headings_of_the_organisation_show_as_a_flaw_in_what_is_drawn(report, house):
    house.styles["Heading 1"].font.color.rgb = RGBColor.from_string("FF9900")
    assert [flaw.rule for flaw in report(house).flaws] == ["contrast"]


def test_the_same_flaw_in_many_documents_is_told_once(report, house):
    house.styles["Heading 1"].font.color.rgb = RGBColor.from_string("FF9900")
    assert len(report(house, SHEET, SHEET, SHEET).flaws) == 1


def test_flaws_of_the_documents_themselves_are_told_too(report, house):
    picture = Picture(LOGO, "", 40)
    sections = (Section((*SHEET.sections[0].blocks, picture)),)
    found = report(house, attrs.evolve(SHEET, sections=sections))
    assert len(found.flaws) == 1


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("{{ titel }}", 'there is no placeholder {{ titel }}. Did you mean "title"?'),
        ("{{ xyzzy }}", "there is no placeholder {{ xyzzy }}."),
    ],
)
def test_an_unknown_placeholder_asks_what_was_meant(report, house, written, words):
    house.sections[0].header.add_paragraph(f"{written} {{{{ workplace }}}} {written}")
    found = report(house)
    (warning,) = found.warnings
    assert warning == words
    assert "workplace" in found.placeholders
    assert written.strip("{ }") not in found.placeholders


def test_pages_that_are_not_numbered_are_told(report, house):
    for paragraph in house.sections[0].footer.paragraphs:
        for run in paragraph.runs:
            run.text = ""
    assert report(house).warnings == (
        "the pages are not numbered: write {{ page_label }} in the footer",
    )


@pytest.mark.parametrize(
    ("field", "numbered"),
    [
        ('<w:fldSimple {} w:instr=" PAGE \\* MERGEFORMAT "/>', True),
        ("<w:r {}><w:instrText> PAGE </w:instrText></w:r>", True),
        ("<w:r {}><w:instrText> NUMPAGES </w:instrText></w:r>", False),
    ],
)
def test_a_number_that_word_counts_itself_is_one(report, field, numbered):
    bare = docx.Document()
    footer = bare.sections[0].footer.paragraphs[0]
    footer._p.append(parse_xml(field.format(nsdecls("w"))))
    told = [warning for warning in report(bare).warnings if "not numbered" in warning]
    assert bool(told) is not numbered


def test_a_logo_without_a_description_is_told_and_is_no_flaw(report, house):
    picture = io.BytesIO(to_png(LOGO, 9).bytes)
    run = house.sections[0].header.paragraphs[0].add_run()
    run.add_picture(picture, width=Mm(9))
    found = report(house)
    (warning,) = found.warnings
    assert warning.startswith("a picture in a header or footer has no alternative text")
    assert found.flaws == ()

    (described,) = run._r.xpath(".//wp:docPr")
    described.set("descr", "Kommunens byvåben")
    assert report(house).warnings == ()


def test_what_is_borrowed_is_told(report):
    bare = docx.Document()
    bare.sections[0].footer.paragraphs[0].text = NUMBERED
    found = report(bare)
    assert not found.marked
    borrowed = {part.role for part in found.parts if part.style is None}
    assert {"Caution", "Table Text", "Agenda Table", "Field Label"} <= borrowed
    assert {"heading 1", "List Bullet"}.isdisjoint(borrowed)


def test_a_file_that_cannot_be_used_is_a_fault(tmp_path):
    with pytest.raises(FaultError, match="no such file"):
        check_house(tmp_path / "mangler.docx", (SHEET,), LOOK)

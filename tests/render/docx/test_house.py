"""House files of others: only the names of the styles are relied on."""

import io
import os
import runpy
from pathlib import Path

import docx
import pytest
import spark_tools_templates
from docx.shared import Mm

from spark_tools.model import (
    Document,
    Edition,
    Field,
    Heading,
    ListBlock,
    Look,
    Orientation,
    Paragraph,
    Role,
    Section,
    text,
)
from spark_tools.render.docx import draw

WORD = Path(spark_tools_templates.__file__).parent / "word"
SHEET = Document(
    Edition.GUIDE,
    "Drejebog",
    "da",
    (
        Section((Heading(1, text("Drejebog")), Paragraph(text("Ord"), Role.NOTE))),
        Section(
            (ListBlock((text("a"),)), ListBlock((text("b"),), ordered=True), Field("f", "Hvad?")),
            Orientation.LANDSCAPE,
        ),
    ),
    header_left="Børn & Unge",
    header_right="Møde 1",
)


@pytest.fixture
def house(tmp_path):
    """What saves a house file made with python-docx and gives the look that has it."""
    (tmp_path / "word").mkdir()

    def save(document):
        document.save(str(tmp_path / "word" / "house.docx"))
        return Look((tmp_path,))

    return save


def read(look, document=SHEET):
    return docx.Document(io.BytesIO(draw(document, look)))


def test_the_committed_house_file_is_what_its_parts_give():
    make = runpy.run_path(str(Path(__file__).parents[3] / "templates" / "make_house.py"))
    assert make["house"]() == (WORD / "house.docx").read_bytes()


def test_words_own_template_will_do(house):
    read_again = read(house(docx.Document()))
    assert [p.text for p in read_again.paragraphs if p.text][:3] == ["Drejebog", "Ord", "a"]
    assert read_again.paragraphs[0].style.name == "Heading 1"


def test_a_house_file_need_not_know_of_content_controls(house):
    main = read(house(docx.Document())).element
    assert len(main.xpath("//w:sdt")) == 1
    ignorable = main.get(f"{{{main.nsmap['mc']}}}Ignorable").split()
    assert {"w14", "w15"} <= set(ignorable) <= set(main.nsmap)


def test_text_goes_where_the_house_file_says(house):
    own = docx.Document(str(WORD / "house.docx"))
    own.paragraphs[0].insert_paragraph_before("Kommunens brevhoved")
    own.add_paragraph("Kommunens adresse")
    words = [p.text for p in read(house(own)).paragraphs]
    assert words[0] == "Kommunens brevhoved"
    assert words[-1] == "Kommunens adresse"
    assert "{{ body }}" not in words


def test_without_a_place_for_it_text_goes_to_the_end(house):
    own = docx.Document()
    own.add_paragraph("Kommunens brevhoved")
    assert [p.text for p in read(house(own)).paragraphs][:2] == ["Kommunens brevhoved", "Drejebog"]


def test_placeholders_are_found_however_word_has_split_them(house):
    own = docx.Document()
    line = own.sections[0].header.paragraphs[0]
    for piece in ("Forløb: {{ hea", "der_", "left }} – {{header_right}}, {{ unknown }}"):
        line.add_run(piece)
    read_again = read(house(own))
    assert {s.header.paragraphs[0].text for s in read_again.sections} == {
        "Forløb: Børn & Unge – Møde 1, {{ unknown }}"
    }


def test_margins_are_the_house_files(house):
    own = docx.Document(str(WORD / "house.docx"))
    own.sections[0].left_margin = Mm(40)
    look = house(own)
    margins = [section.left_margin.mm for section in read(look).sections]
    assert margins == pytest.approx([40, 40], abs=0.1)


def test_a_danish_words_ids_are_found_by_their_english_names(house):
    own = docx.Document(str(WORD / "house.docx"))
    heading = own.styles["Heading 1"].element
    heading.set(f"{{{heading.nsmap['w']}}}styleId", "Overskrift1")
    assert 'w:val="Overskrift1"' in read(house(own)).element.xml


def test_a_house_file_that_changes_is_read_again(house):
    first = house(docx.Document(str(WORD / "house.docx")))
    draw(SHEET, first)
    own = docx.Document(str(WORD / "house.docx"))
    own.paragraphs[0].insert_paragraph_before("Nyt brevhoved, som er længere")
    second = house(own)
    path = second.find("word/house.docx")
    os.utime(path, ns=(1, 1))
    assert read(second).paragraphs[0].text == "Nyt brevhoved, som er længere"


def test_the_house_files_own_properties_do_not_follow_along(house):
    own = docx.Document()
    own.core_properties.author = "Ukendt Forfatter"
    own.core_properties.comments = "internt"
    packed = draw(SHEET, house(own))
    again = docx.Document(io.BytesIO(packed)).core_properties
    assert (again.author, again.comments, again.title) == ("", "", "Drejebog")


def test_a_look_without_a_house_file_says_so(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"house\.docx"):
        draw(SHEET, Look((tmp_path,)))

"""House files of others: only the names of the styles are relied on."""

import io
import json
import os
import runpy
from pathlib import Path

import attrs
import docx
import pytest
import spark_tools_templates
from docx.oxml.ns import qn
from docx.shared import Mm

from spark_tools.model import (
    Document,
    Edition,
    Field,
    FieldGrid,
    GridColumn,
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


MAKE = runpy.run_path(str(Path(__file__).parents[4] / "templates" / "make_house.py"))


@pytest.mark.parametrize("folder", MAKE["looks"](), ids=lambda folder: folder.name)
def test_the_committed_house_files_are_what_their_looks_give(folder):
    assert MAKE["house"](folder) == (folder / "word" / "house.docx").read_bytes()


def test_every_bundled_look_has_its_house_file():
    assert [folder.name for folder in MAKE["looks"]()] == ["spark_tools_templates", "large-print"]


def test_a_look_of_ones_own_becomes_a_house_file(tmp_path):
    measures = {"font": "Verdana", "colours": {"accent": "#7A1F3D"}, "margins": {"side": 25}}
    (tmp_path / "look.json").write_text(json.dumps(measures), encoding="utf-8")
    (tmp_path / "word").mkdir()
    (tmp_path / "word" / "house.docx").write_bytes(MAKE["house"](tmp_path))
    read_again = read(Look((tmp_path,)))
    heading = read_again.styles["Heading 1"]
    assert str(heading.font.color.rgb) == "7A1F3D"
    assert "Verdana" in read_again.styles.element.xml
    assert "Calibri" not in read_again.styles.element.xml
    assert read_again.sections[0].left_margin.mm == pytest.approx(25, abs=0.1)
    stops = read_again.sections[0].header.paragraphs[0].paragraph_format.tab_stops
    assert stops[0].position.mm == pytest.approx(210 - 2 * 25, abs=0.1)


def test_large_print_has_no_small_letters(large_print):
    styles = read(large_print).styles.element
    own = ("Placeholder Text", "Section End", "Table Gap", "Field First Line")
    sizes = {
        style.find(qn("w:name")).get(qn("w:val")): int(size.get(qn("w:val"))) / 2
        for style in styles.findall(qn("w:style"))
        if (size := style.find(f"{qn('w:rPr')}/{qn('w:sz')}")) is not None
    }
    assert min(size for name, size in sizes.items() if name not in own) >= 16
    assert sizes["Placeholder Text"] >= 14
    assert sizes["Table Text"] == 18


def test_columns_in_large_print_are_as_wide_as_their_words(large_print):
    titles = {"what": "Hvad", "how": "Hvordan", "when": "Hvornår"}
    columns = tuple(GridColumn(name, title, 1) for name, title in titles.items())
    grid = FieldGrid("g", (attrs.evolve(columns[0], width=40), *columns[1:]), 2)
    document = attrs.evolve(SHEET, sections=(Section((Heading(1, text("Ark")), grid)),))
    wide, *narrow = read(large_print, document).tables[0].columns
    for column in narrow:
        assert column.width.mm > 7 * 16 * 0.5 * 25.4 / 72
    assert sum(each.width.mm for each in (wide, *narrow)) == pytest.approx(180, abs=0.1)


def test_what_is_held_together_follows_the_house_files_letters(house_look, large_print):
    blocks = (Heading(2, text("Øvelsen"), keep_start=True), *[Paragraph(text("Ord"))] * 20)
    document = attrs.evolve(SHEET, sections=(Section(blocks),))
    kept = [
        len(read(look, document).element.findall(f".//{qn('w:keepNext')}"))
        for look in (house_look, large_print)
    ]
    assert kept[0] > kept[1] > 3


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

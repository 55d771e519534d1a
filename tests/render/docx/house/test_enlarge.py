"""A3: every length of the house file and of the body √2 as large, and nothing else changed."""

import io
import re

import attrs
import docx
import pytest
from docx.shared import Mm, Pt
from hypothesis import given
from hypothesis import strategies as st

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
    Paper,
    Paragraph,
    Picture,
    Section,
    text,
)
from spark_tools.render.docx import draw
from spark_tools.render.docx.house.enlarge import Growth, enlarge
from spark_tools.render.pictures import to_png

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><circle r="20"/></svg>'
SHEET = Document(
    Edition.POSTERS,
    "Kort",
    "da",
    (
        Section(
            (
                Heading(1, text("Kort")),
                Paragraph(text("Ord")),
                ListBlock((text("a"),)),
                Picture(SVG, "En ring", 100),
                FieldGrid("g", (GridColumn("a", "A", 1), GridColumn("b", "B", 2)), 2),
                Field("f", "Hvad?"),
            ),
            Orientation.LANDSCAPE,
        ),
    ),
    header_left="Lindehaven",
)
ON_A3 = attrs.evolve(SHEET, paper=Paper.A3)


@pytest.fixture
def both(drawn):
    """The sheet on A4, and the same on A3."""
    return drawn(SHEET), drawn(ON_A3)


def pairs(both, path, part="word/document.xml"):
    """Give each value on *path* as it is on A4 and on A3."""
    small, large = (opened.find(path, part) for opened in both)
    assert len(small) == len(large) > 0
    return [(int(before), int(after)) for before, after in zip(small, large, strict=True)]


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("//w:pgMar/@w:*", "word/document.xml"),
        ("//w:trHeight/@w:val", "word/document.xml"),
        ("//w:gridCol/@w:w | //w:tcW/@w:w | //w:tblW/@w:w", "word/document.xml"),
        ("//wp:extent/@cx | //a:ext/@cx", "word/document.xml"),
        ("//w:sz/@w:val | //w:szCs/@w:val", "word/styles.xml"),
        ("//w:spacing/@w:before | //w:spacing/@w:after", "word/styles.xml"),
        ("//w:spacing[@w:lineRule='atLeast']/@w:line", "word/styles.xml"),
        ("//w:ind/@w:*", "word/styles.xml"),
        ("//w:tblCellMar/*/@w:w", "word/styles.xml"),
        ("//w:pBdr/*/@w:space | //w:tblBorders/*/@w:sz", "word/styles.xml"),
        ("//w:ind/@w:*", "word/numbering.xml"),
        ("//w:defaultTabStop/@w:val", "word/settings.xml"),
        ("//w:tab/@w:pos", "word/header1-landscape.xml"),
    ],
)
def test_every_length_is_the_root_of_two_as_large(both, path, part):
    for before, after in pairs(both, path, part):
        assert after == pytest.approx(before * 2**0.5, abs=0.51)


def test_the_page_is_a3_and_lies_as_it_did(both):
    (size,) = both[1].find("//w:pgSz")
    found = {name.rpartition("}")[2]: value for name, value in size.attrib.items()}
    assert found == {"w": "23811", "h": "16838", "orient": "landscape", "code": "8"}


def test_what_is_no_length_stays_as_it_was(both):
    small, large = both
    for path in ("//w:outlineLvl", "//w:numId", "//w:hyphenationZone/../w:consecutiveHyphenLimit"):
        for part in ("word/styles.xml", "word/settings.xml"):
            assert small.values(path, part) == large.values(path, part)
    assert small.find("//w:spacing[@w:lineRule='auto']/@w:line", "word/styles.xml") == large.find(
        "//w:spacing[@w:lineRule='auto']/@w:line", "word/styles.xml"
    )


def test_a_line_is_measured_as_the_style_that_it_is_based_on_says(both):
    path = "//w:style[w:name/@w:val='Table Source']//w:spacing/@w:line"
    assert pairs(both, path, "word/styles.xml") == [(240, 339)]


def test_the_words_and_the_fields_are_the_same(both):
    small, large = both
    for path in ("//w:t/text()", "//w:tag/@w:val", "//w:bookmarkStart/@w:name", "//w:alias/@w:val"):
        assert small.find(path) == large.find(path)


def test_a_picture_has_as_many_dots_an_inch_as_on_a4(both):
    widths = [
        int.from_bytes(opened.parts["word/media/drawing1.png"][16:20], "big") for opened in both
    ]
    assert widths == [866, 1225]


def test_drawing_on_a3_leaves_a4_as_it_was(house_look):
    before = draw(SHEET, house_look)
    draw(ON_A3, house_look)
    assert draw(SHEET, house_look) == before


def test_the_same_sheet_gives_the_same_bytes(house_look):
    assert draw(ON_A3, house_look) == draw(ON_A3, house_look)


def test_a_house_file_of_others_is_enlarged_too(tmp_path):
    house = docx.Document()
    house.styles["Normal"].font.size = Pt(12)
    house.sections[0].page_width, house.sections[0].page_height = Mm(210), Mm(297)
    picture = io.BytesIO(to_png(SVG, 20.0).bytes)
    house.sections[0].header.paragraphs[0].add_run().add_picture(picture, width=Mm(40))
    (tmp_path / "word").mkdir()
    house.save(str(tmp_path / "word" / "house.docx"))

    small, large = (
        docx.Document(io.BytesIO(draw(sheet, Look((tmp_path,))))) for sheet in (SHEET, ON_A3)
    )

    assert large.styles["Normal"].font.size == Pt(17)
    assert large.sections[0].page_width.mm == pytest.approx(420, abs=0.1)
    widths = [
        int(one.sections[0].header._element.xpath(".//wp:extent/@cx")[0]) for one in (small, large)
    ]
    assert widths[1] == round(widths[0] * 2**0.5)


def test_text_without_a_size_of_its_own_grows_from_words_own():
    styles = (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:b/><w:lang w:val="da-DK"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults></w:styles>"
    )
    assert '<w:b/><w:sz w:val="28"/><w:lang' in enlarge(styles)
    assert '<w:rPr><w:sz w:val="28"/></w:rPr>' in enlarge(f'<w:styles xmlns:w="{W}"/>')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<w:tblW w:w="5000" w:type="pct"/>', 'w:w="5000"'),
        ('<w:tblInd w:w="100" w:type="dxa"/>', 'w:w="141"'),
        ('<w:spacing w:line="360" w:lineRule="auto"/>', 'w:line="360"'),
        ('<w:spacing w:line="360"/>', 'w:line="360"'),
        ('<w:spacing w:line="360" w:lineRule="exact"/>', 'w:line="509"'),
        ('<w:ind w:left="-100" w:hanging="10"/>', 'w:left="-141" w:hanging="14"'),
        ('<w:ind w:left="1.5cm"/>', 'w:left="2.12cm"'),
        ('<w:top w:val="single" w:sz="90" w:space="30"/>', 'w:sz="96" w:space="31"'),
        ('<w:pgSz w:w="12240" w:h="15840" w:code="1"/>', 'w:w="17310" w:h="22401"/>'),
    ],
)
def test_measures_are_told_from_shares_and_stay_within_what_word_takes(before, after):
    assert after in enlarge(f'<w:x xmlns:w="{W}">{before}</w:x>')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<w:sz w:val="40"/>', 'w:val="40"'),
        (
            '<w:spacing w:before="40" w:line="400" w:lineRule="exact"/>',
            'w:before="80" w:line="400"',
        ),
        ('<w:pgMar w:top="100" w:left="100"/>', 'w:top="200" w:left="141"'),
        ('<w:tcMar><w:top w:w="100" w:type="dxa"/></w:tcMar>', 'w:w="200"'),
        ('<w:tcMar><w:left w:w="100" w:type="dxa"/></w:tcMar>', 'w:w="141"'),
        ('<w:trHeight w:val="100"/>', 'w:val="141"'),
    ],
)
def test_letters_and_air_grow_as_they_are_asked_to(before, after):
    assert after in enlarge(f'<w:x xmlns:w="{W}">{before}</w:x>', Growth(letters=1, air=2))


def sizes_of(packed):
    """Give the sizes of text in the styles of a Word file, in points."""
    styles = docx.Document(io.BytesIO(packed)).styles
    return {
        style.name: style.font.size.pt
        for style in styles
        if getattr(style, "font", None) and style.font.size
    }


def test_letters_grow_on_the_wall_as_the_look_says(large_print):
    table, wall = (sizes_of(draw(sheet, large_print)) for sheet in (SHEET, ON_A3))
    assert wall == {name: pytest.approx(size * 1.125, abs=0.5) for name, size in table.items()}
    assert wall["Header"] == 18


def test_an_organisations_own_letters_grow_as_the_paper_does(large_print, tmp_path):
    house = docx.Document()
    house.styles["Normal"].font.size = Pt(12)
    house.save(str(tmp_path / "own.docx"))
    drawn = draw(ON_A3, attrs.evolve(large_print, house=tmp_path / "own.docx"))
    assert sizes_of(drawn)["Normal"] == 17


@given(st.integers(-30000, 30000))
def test_any_length_is_a_whole_number_again(length):
    xml = enlarge(f'<w:x xmlns:w="{W}"><w:ind w:left="{length}"/></w:x>')
    (found,) = re.findall(r'w:left="(-?\d+)"', xml)
    assert abs(int(found) - length * 2**0.5) <= 0.5

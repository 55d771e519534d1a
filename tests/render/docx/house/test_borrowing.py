"""What a house file lacks comes from the bundled look, in the house's own colours and size."""

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

from spark_tools.render.docx.house.borrowing import borrow
from spark_tools.render.docx.house.opened import bundled
from spark_tools.render.docx.house.palette import palette
from spark_tools.render.docx.house.roles import cast
from spark_tools.wordfile.styles import CHARACTER, PARAGRAPH, TABLE, Styles

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ACCENT = "7A1F3D"
KEPT = {"Normal", "Heading 1", "Default Paragraph Font", "Normal Table", "No List"}
BODY_SIZE = '<w:rPr><w:sz w:val="{}"/></w:rPr>'


@pytest.fixture
def bare(a4):
    """A house file that has a heading, and next to nothing else."""
    for style in list(a4.styles):
        if style.name not in KEPT:
            style.element.getparent().remove(style.element)
    heading = a4.styles["Heading 1"]
    heading.element.remove(heading.element.find(qn("w:link")))
    heading.font.color.rgb = RGBColor.from_string(ACCENT)
    a4.styles["Normal"].font.size = Pt(12)
    return a4


@pytest.fixture(scope="session")
def borrowed(element):
    """What adds to these styles those that they lack; gives them all, and their ids by the lent."""

    def whole(*each: str) -> tuple[Styles, dict[str, str]]:
        root = element("styles", "".join(each))
        own = Styles(root)
        ids = borrow(root, own, bundled(), tuple(cast(own, bundled())))
        return Styles(root), ids

    return whole


def normal(style, size: int = 22, inside: str = "") -> str:
    return style("Normal", inside + BODY_SIZE.format(size), default="1", styleId="Brødtekst")


def test_a_house_without_lists_headings_and_tables_gets_them_in_its_own_colour(bare, drawn_in):
    own = drawn_in(bare)
    found = Styles(own.root("word/styles.xml"))
    for name in ("heading 2", "heading 3", "Lead", "Table Heading"):
        assert found.run_look(found.by_name(PARAGRAPH, name).id).colour == ACCENT, name
    assert found.run_look(found.by_name(CHARACTER, "Field Label").id).colour == ACCENT
    for name in ("List Bullet", "List Number"):
        assert found.run_look(found.by_name(PARAGRAPH, name).id).size == 24
    assert found.ground(found.by_name(PARAGRAPH, "Caution").id) == palette(found).tint
    assert found.by_name(TABLE, "Agenda Table")
    left = own.find("//w:style[w:name/@w:val='Caution']//w:left/@w:color", "word/styles.xml")
    assert left == [ACCENT]


def test_a_drawing_in_it_holds_no_colour_of_the_bundled_look(bare, drawn_in):
    xml = drawn_in(bare).parts["word/styles.xml"].decode()
    assert not {colour for colour in ("1B1F23", "1D5560", "EAF1F2") if colour in xml}


def test_a_drawing_in_it_is_valid_and_asks_for_no_style_that_is_not_there(
    bare, drawn_in, invalid_in
):
    assert invalid_in(bare) == []
    own = drawn_in(bare)
    styles = list(Styles(own.root("word/styles.xml")))
    asked = own.find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")
    based_on = {each.based_on for each in styles if each.based_on}
    assert {*asked, *based_on} <= {each.id for each in styles}


def test_what_the_house_has_is_left_as_it_is(borrowed, style):
    note = style("Note", '<w:rPr><w:color w:val="00FF00"/></w:rPr>', styleId="Egen")
    found, ids = borrowed(normal(style), note)
    assert ids["Note"] == "Egen"
    assert [each.id for each in found if each.name == "Note"] == ["Egen"]
    assert found.run_look("Egen").colour == "00FF00"


@pytest.mark.parametrize("taken", ["Caution", "caution", "CAUTION"])
def test_an_id_that_the_house_uses_for_something_else_is_left_to_it(borrowed, style, taken):
    other = style("Forsigtig", styleId=taken)
    also = style("Mere forsigtig", styleId=f"{taken}0")
    found, ids = borrowed(normal(style), other, also)
    assert found.by_name(PARAGRAPH, "Caution").id == ids["Caution"] == "Caution00"
    assert found.get(taken).name == "Forsigtig"


def test_what_is_based_on_a_style_with_another_id_is_led_to_it(borrowed, style):
    found, ids = borrowed(normal(style), style("Bare mit", styleId="TableText"))
    assert ids["TableText"] == "TableText0"
    chain = found.chain(found.by_name(PARAGRAPH, "Table Heading").id)
    assert [each.id for each in chain] == ["TableHeading", "TableText0", "Brødtekst"]


def test_borrowed_styles_are_based_on_the_houses_own(borrowed, style):
    own = style("Tabeltekst", BODY_SIZE.format(17), styleId="Tabel")
    found, _ = borrowed(normal(style), own)
    assert [each.id for each in found.chain("TableRowLabel")] == ["TableRowLabel", "Tabel"]
    assert [each.id for each in found.chain("Lead")] == ["Lead", "Brødtekst"]
    assert found.run_look("TableRowLabel").size == 17


def test_where_the_house_has_no_default_style_nothing_is_based_on_it(borrowed, style):
    found, _ = borrowed(style("heading 1"))
    assert [each.id for each in found.chain("Lead")] == ["Lead"]
    assert [each.id for each in found.chain("AgendaTable")] == ["AgendaTable", "QuietTable"]
    ids = {each.id for each in found}
    assert {each.based_on for each in found} <= {"", *ids}


def test_borrowed_lists_number_by_no_list_of_the_bundled_look(borrowed, style):
    found, _ = borrowed(normal(style))
    assert found.paragraph_says(found.by_name(PARAGRAPH, "List Bullet").id).number is None


@pytest.fixture(params=[(22, 1), (33, 1.5), (16, 16 / 22)], ids=["as lent", "large", "small"])
def resized(request, borrowed, style):
    """How large the house's letters are beside the lender's, and what reads both styles' numbers.

    It gives those of the bundled style of that name on that path, and those of the borrowed.
    """
    size, share = request.param
    found, _ = borrowed(normal(style, size))

    def numbers(name: str, path: str) -> list[list[int]]:
        search = etree.XPath(path, namespaces={"w": W})
        elements = [every.by_name(PARAGRAPH, name).element for every in (bundled(), found)]
        return [[int(each) for each in search(element)] for element in elements]

    return share, numbers


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("heading 2", ".//w:sz/@w:val | .//w:szCs/@w:val"),
        ("heading 2", ".//w:spacing/@w:before | .//w:spacing/@w:after"),
        ("heading 2", ".//w:spacing[@w:lineRule='atLeast']/@w:line"),
        ("Field", ".//w:spacing/@w:before | .//w:spacing/@w:after"),
    ],
)
def test_letters_and_spaces_are_as_large_as_the_houses_own_ask_for(resized, name, path):
    share, numbers = resized
    lent, own = numbers(name, path)
    assert len(lent) > 0
    assert own == pytest.approx([number * share for number in lent], abs=0.5)


@pytest.mark.parametrize(
    ("name", "path"),
    [("Field", ".//w:spacing[@w:lineRule='auto']/@w:line"), ("Caution", ".//w:pBdr/*/@w:sz")],
)
def test_multiples_of_a_line_and_borders_stay_as_they_are(resized, name, path):
    lent, own = resized[1](name, path)
    assert own == lent != []


def test_the_space_for_a_pen_grows_as_the_letters_shrink(borrowed, style):
    sizes = [
        found.run_look(found.by_name(CHARACTER, "Field First Line").id).size
        for found, _ in (borrowed(normal(style, size)) for size in (18, 22, 40))
    ]
    assert sizes[0] > sizes[1] > sizes[2]


@pytest.mark.parametrize("alignment", [WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.CENTER])
def test_text_in_tables_is_ragged_right_and_not_indented(bare, drawn_in, alignment):
    body = bare.styles["Normal"].paragraph_format
    body.alignment, body.first_line_indent = alignment, Mm(8)
    body.left_indent = body.right_indent = Mm(12)
    own = drawn_in(bare)
    path = "//w:style[w:name/@w:val='Table Text']/w:pPr"
    (properties,) = own.find(path, "word/styles.xml")
    assert [each.get(qn("w:val")) for each in properties.findall(qn("w:jc"))] == ["left"]
    (indent,) = properties.findall(qn("w:ind"))
    assert set(indent.attrib.values()) == {"0"}


def test_borrowing_twice_gives_the_same(borrowed, style):
    first, second = borrowed(normal(style)), borrowed(normal(style))
    assert [each.id for each in first[0]] == [each.id for each in second[0]]
    assert first[1] == second[1]


def test_a_style_of_another_kind_lends_its_id_to_none(a4, drawn_in):
    a4.styles.add_style("Lead", WD_STYLE_TYPE.CHARACTER)
    own = drawn_in(a4)
    ids = own.find("//w:style[w:name/@w:val='Lead']/@w:styleId", "word/styles.xml")
    assert sorted(ids) == ["Lead", "Lead0"]

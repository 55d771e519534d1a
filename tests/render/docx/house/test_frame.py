"""What stands round the body in a house file, and the pages that the body lies on."""

import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from lxml import etree

from spark_tools.model import Document, Edition, Heading, Orientation, Paragraph, Section, text
from spark_tools.render.docx.house.frame import END, read_frame

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
BODY = "<w:p><w:r><w:t>{{ body }}</w:t></w:r></w:p>"
SIZE = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = '<w:pgMar w:top="1000" w:right="1100" w:bottom="1200" w:left="1300" w:gutter="200"/>'
MIXED = Document(
    Edition.GUIDE,
    "Drejebog",
    "da",
    (
        Section((Heading(1, text("Drejebog")), Paragraph(text("Ord")))),
        Section((Paragraph(text("Bredt")),), Orientation.LANDSCAPE),
        Section((Paragraph(text("Smalt")),)),
    ),
)


def p(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


@pytest.fixture(scope="session")
def frame(element):
    """What gives the frame of a main part that holds these blocks, and a section like this."""
    return lambda blocks="", section=SIZE + MARGINS: read_frame(
        element("document", f"<w:body>{blocks}<w:sectPr>{section}</w:sectPr></w:body>")
    )


def before_and_after(frame) -> tuple[str, str]:
    """Give the words before the body and after it."""
    whole = etree.fromstring(f"{frame.opening}<body/>{frame.closing}{END}")
    mark = whole.find(".//body")
    body = list(mark.getparent())
    place = body.index(mark)
    pieces = ("".join(each.itertext()) for each in body)
    words = [piece.strip() for piece in pieces]
    return " ".join(words[:place]), " ".join(words[place + 1 :])


def names(section: str) -> list[str]:
    spaces = nsdecls("w", "r")
    root = etree.fromstring(section.replace("<w:sectPr", f"<w:sectPr {spaces}", 1))
    return [etree.QName(each).localname for each in root]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (p("Brevhoved") + BODY + p("Adresse"), ("Brevhoved", "Adresse")),
        (BODY, ("", "")),
        (p("Brevhoved"), ("Brevhoved", "")),
        (p("Brevhoved") + "<w:p/>" + "<w:p><w:pPr/></w:p>", ("Brevhoved", "")),
        ("", ("", "")),
    ],
)
def test_the_body_goes_where_it_is_marked_or_to_the_end(frame, blocks, expected):
    assert before_and_after(frame(blocks)) == expected


def test_empty_paragraphs_at_the_end_are_dropped_and_those_between_are_kept(frame):
    found = frame(p("Brevhoved") + "<w:p/>" + p("Til jer") + "<w:p/><w:p><w:pPr/></w:p>")
    assert found.opening.count("<w:p>") + found.opening.count("<w:p/>") == 3


@pytest.mark.parametrize(
    "holding",
    [
        "<w:r><w:drawing/></w:r>",
        "<w:r><w:pict/></w:r>",
        f"<w:pPr><w:sectPr>{SIZE}</w:sectPr></w:pPr>",
        '<w:r><w:br w:type="page"/></w:r>',
        "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
    ],
)
def test_a_last_paragraph_that_holds_something_else_than_words_stays(frame, holding):
    assert frame(f"<w:p>{holding}</w:p>").opening.count("<w:p>") == 1


def test_where_the_body_is_marked_empty_paragraphs_at_the_end_stay(frame):
    assert frame(BODY + "<w:p/>").closing.count("<w:p/>") == 1


def test_pages_lie_both_ways_whichever_way_the_house_files_do(frame):
    for section in (SIZE, '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'):
        pages = frame(section=section + MARGINS).pages
        portrait, landscape = pages[Orientation.PORTRAIT], pages[Orientation.LANDSCAPE]
        assert 'w:w="11906" w:h="16838"/>' in portrait.section
        assert 'w:w="16838" w:h="11906" w:orient="landscape"/>' in landscape.section
        assert portrait.width * 1440 / 25.4 == pytest.approx(11906 - 2600)
        assert portrait.height * 1440 / 25.4 == pytest.approx(16838 - 2200)
        assert landscape.width * 1440 / 25.4 == pytest.approx(16838 - 2600)


def test_the_width_of_the_frame_is_that_of_the_house_files_own_pages(frame):
    wide = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    assert frame().width == frame().pages[Orientation.PORTRAIT].width
    turned = frame(section=wide + MARGINS)
    assert turned.width == turned.pages[Orientation.LANDSCAPE].width


@pytest.mark.parametrize("section", ["", SIZE, MARGINS])
def test_pages_are_a4_with_margins_of_20_mm_where_nothing_is_said(frame, section):
    page = frame(section=section).pages[Orientation.PORTRAIT]
    assert names(page.section) == ["pgSz", "pgMar"]
    if not section:
        assert page.width == pytest.approx(170, abs=0.1)
        assert page.height == pytest.approx(257, abs=0.1)


def test_a_body_without_a_section_lies_on_a4(element):
    found = read_frame(element("document", f"<w:body>{BODY}</w:body>"))
    assert found.pages[Orientation.PORTRAIT].width == pytest.approx(170, abs=0.1)


def test_columns_are_the_house_files_alone(frame):
    columns = '<w:type w:val="continuous"/>' + SIZE + MARGINS + '<w:cols w:num="2"/>'
    for page in frame(section=columns).pages.values():
        assert names(page.first) == names(page.section) == ["pgSz", "pgMar"]


def test_a_first_page_and_a_first_number_are_those_of_the_first_section_alone(frame):
    section = SIZE + MARGINS + '<w:pgNumType w:start="3"/><w:titlePg/><w:docGrid/>'
    for page in frame(section=section).pages.values():
        assert names(page.first) == ["pgSz", "pgMar", "pgNumType", "titlePg", "docGrid"]
        assert names(page.section) == ["pgSz", "pgMar", "docGrid"]


def test_each_way_has_headers_of_its_own(frame):
    section = '<w:headerReference w:type="default" r:id="rId7"/>' + SIZE + MARGINS
    found = frame(section=section)
    for orientation, page in found.pages.items():
        assert f'r:id="rId7-{orientation}"' in page.section
    assert found.orientations == frozenset()


def test_a_section_of_the_house_files_own_keeps_its_headers_as_it_lies(frame):
    wide = '<w:pgSz w:w="16838" w:h="11906"/>'
    own = f'<w:headerReference w:type="default" r:id="rId5"/>{wide}'
    found = frame(f"<w:p><w:pPr><w:sectPr>{own}</w:sectPr></w:pPr></w:p>{BODY}")
    assert 'r:id="rId5-landscape"' in found.opening
    assert found.orientations == {Orientation.LANDSCAPE}


def test_pictures_round_the_body_are_counted_from(frame):
    drawing = '<w:p><w:r><w:drawing><wp:docPr id="{}"/></w:drawing></w:r></w:p>'
    assert frame(drawing.format(7) + BODY + drawing.format(3)).drawings == 7
    assert frame().drawings == 0


@pytest.fixture
def letter(a4):
    """A house file in two columns, with another first page, whose pages begin at 3."""
    section = a4.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Brevhoved"
    section.header.paragraphs[0].text = "{{ title }}"
    properties = section._sectPr
    for columns in properties.findall(qn("w:cols")):
        columns.set(qn("w:num"), "2")
        columns.addprevious(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="3"/>'))
    return a4


def test_a_document_of_several_sections_begins_once(letter, drawn_in, invalid_in):
    own = drawn_in(letter, MIXED)
    sections = own.find("//w:sectPr")
    told = [[etree.QName(each).localname for each in section] for section in sections]
    assert [each.count("titlePg") for each in told] == [1, 0, 0]
    assert [each.count("pgNumType") for each in told] == [1, 0, 0]
    assert {each.count("cols") for each in told} == {0}
    assert invalid_in(letter) == []


def test_a_cover_of_the_house_files_own_keeps_its_header(a4, drawn_in, invalid_in):
    a4.sections[0].header.paragraphs[0].text = "Forside"
    a4.add_paragraph("Kommunens forside")
    inner = a4.add_section(WD_SECTION.NEW_PAGE)
    inner.header.is_linked_to_previous = False
    inner.header.paragraphs[0].text = "{{ title }}"
    inner.orientation = WD_ORIENT.LANDSCAPE
    inner.page_width, inner.page_height = Mm(297), Mm(210)
    own = drawn_in(a4, MIXED)
    related = {
        each.get("Id"): "".join(own.root(f"word/{each.get('Target')}").itertext())
        for each in own.find("//rel:Relationship", "word/_rels/document.xml.rels")
        if each.get("Type").endswith("/header")
    }
    headers = [
        [related[each] for each in section.xpath("w:headerReference/@r:id", namespaces=NAMES)]
        for section in own.find("//w:sectPr")
    ]
    assert headers == [["Forside"], ["Drejebog"], ["Drejebog"], ["Drejebog"]]
    assert invalid_in(a4) == []


def test_a_page_break_after_a_cover_stays(a4, drawn_in):
    a4.add_paragraph("Kommunens forside")
    a4.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    a4.add_paragraph()
    own = drawn_in(a4, MIXED)
    assert len(own.find("/w:document/w:body/w:p[2]//w:br[@w:type='page']")) == 1
    assert own.find("string(/w:document/w:body/w:p[3])") == "Drejebog"

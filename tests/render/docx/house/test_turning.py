"""Headers and footers keep to the margins when the page is turned."""

import pytest
from lxml import etree

from spark_tools.render.docx.house.turning import turn
from spark_tools.wordfile.styles import Styles

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WAS, WIDTH = 9000, 14000


def element(xml: str):
    return etree.fromstring(f'<w:x xmlns:w="{W}">{xml}</w:x>')


def tab(kind: str, position: int) -> str:
    return f'<w:tab w:val="{kind}" w:pos="{position}"/>'


def styles(*stops: str) -> Styles:
    return Styles(
        element(
            f'<w:style w:type="paragraph" w:styleId="Sidefod"><w:name w:val="footer"/>'
            f"<w:pPr><w:tabs>{''.join(stops)}</w:tabs></w:pPr></w:style>"
        )
    )


def turned(own: str, known: Styles, width: int = WIDTH) -> list[tuple[str, int]]:
    root = element(f'<w:p><w:pPr><w:pStyle w:val="Sidefod"/>{own}</w:pPr></w:p>')
    turn(root, known, WAS, width)
    return [(each.get(f"{{{W}}}val"), int(each.get(f"{{{W}}}pos"))) for each in root.iter("{*}tab")]


def test_stops_of_the_paragraph_move_with_the_edge_and_the_middle():
    own = f"<w:tabs>{tab('left', 1000)}{tab('center', 4500)}{tab('right', 9000)}</w:tabs>"
    assert turned(own, styles()) == [("left", 1000), ("center", 7000), ("right", 14000)]


def test_stops_of_its_style_are_cleared_and_moved():
    known = styles(tab("center", 4500), tab("right", 9000))
    assert turned("", known) == [
        ("clear", 4500),
        ("center", 7000),
        ("clear", 9000),
        ("right", 14000),
    ]


def test_a_stop_in_the_margin_is_drawn_back_to_the_edge():
    known = styles(tab("right", 9360))
    assert turned("", known, WAS) == [("right", 9000), ("clear", 9360)]
    assert turned("", known) == [("clear", 9360), ("right", 14000)]


@pytest.mark.parametrize("stop", [tab("left", 9000), tab("right", 3000), tab("center", 1000)])
def test_other_stops_stay_where_they_are(stop):
    assert turned("", styles(stop)) == []


def test_a_table_as_wide_as_the_text_stays_so_and_a_narrow_one_narrow():
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="{0}" w:type="dxa"/></w:tblPr><w:tblGrid>'
        '<w:gridCol w:w="{1}"/><w:gridCol w:w="{1}"/></w:tblGrid></w:tbl>'
    )
    root = element(table.format(9000, 4500) + table.format(2000, 1000))
    turn(root, styles(), WAS, WIDTH)
    assert [int(each.get(f"{{{W}}}w")) for each in root.iter("{*}gridCol")] == [
        7000,
        7000,
        1000,
        1000,
    ]

import pytest
from lxml import etree

from spark_tools.wordfile.styles import CHARACTER, PARAGRAPH, Styles
from spark_tools.wordfile.table_styles import Place, TableLook, asked

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
THEME = """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>
<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
<a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme>
<a:fontScheme name="x"><a:majorFont><a:latin typeface="Georgia"/></a:majorFont>
<a:minorFont><a:latin typeface="Verdana"/></a:minorFont></a:fontScheme>
</a:themeElements></a:theme>"""
DEFAULTS = """<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/>
<w:sz w:val="22"/><w:lang w:val="da-DK"/></w:rPr></w:rPrDefault></w:docDefaults>"""


def styles(*written: str) -> Styles:
    root = etree.fromstring(f"<w:styles {W}>{DEFAULTS}{''.join(written)}</w:styles>")
    return Styles(root, etree.fromstring(THEME))


def style(identifier, name, *, kind=PARAGRAPH, based_on="", run="", paragraph="", default=False):
    below = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identifier}" w:default="{default:d}">'
        f'<w:name w:val="{name}"/>{below}<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


NORMAL = style("Normal", "Normal", default=True)
HEADING = style(
    "Overskrift1",
    "heading 1",
    based_on="Normal",
    paragraph='<w:outlineLvl w:val="0"/>',
    run='<w:rFonts w:asciiTheme="majorHAnsi"/><w:b/><w:sz w:val="32"/>'
    '<w:color w:val="2F5496" w:themeColor="accent1" w:themeShade="BF"/>',
)


def test_a_style_is_found_by_the_name_that_word_keeps_in_every_language():
    found = styles(NORMAL, HEADING).by_name(PARAGRAPH, "Heading 1")
    assert found is not None
    assert found.id == "Overskrift1"


def test_a_style_comes_to_what_it_says_over_what_it_is_based_on_and_the_defaults():
    own = style("Mit", "My heading", based_on="Overskrift1", run='<w:sz w:val="40"/>')
    look = styles(NORMAL, HEADING, own).run_look("Mit")
    assert (look.font, look.size, look.bold, look.language) == ("Georgia", 40, True, "da-DK")
    assert look.colour == "2F5496"


def test_an_outline_level_is_inherited_and_may_be_taken_back():
    own = style("Mit", "My heading", based_on="Overskrift1")
    body = style("Body", "Body", based_on="Mit", paragraph='<w:outlineLvl w:val="9"/>')
    found = styles(NORMAL, HEADING, own, body)
    assert [found.outline_level(each) for each in ("Mit", "Body", "Normal", "nowhere")] == [
        1,
        None,
        None,
        None,
    ]


def test_a_circle_of_styles_ends():
    circle = styles(style("A", "A", based_on="B"), style("B", "B", based_on="A"))
    assert [each.id for each in circle.chain("A")] == ["A", "B"]


@pytest.mark.parametrize(
    ("shading", "ground"),
    [
        ('<w:shd w:val="clear" w:fill="EAF1F2"/>', "EAF1F2"),
        ('<w:shd w:val="clear" w:fill="auto"/>', None),
        ('<w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/>', "808080"),
        ('<w:shd w:val="solid" w:color="1D5560"/>', "1D5560"),
        (
            '<w:shd w:val="clear" w:fill="D9E2F3" w:themeFill="accent1" w:themeFillTint="33"/>',
            "DAE3F3",
        ),
    ],
)
def test_a_paragraph_stands_on_its_shading(shading, ground):
    assert styles(style("Box", "Box", paragraph=shading)).ground("Box") == ground


def test_automatic_colour_is_none_and_takes_back_what_stands_under_it():
    plain = style("Plain", "Plain", based_on="Overskrift1", run='<w:color w:val="auto"/>')
    assert styles(NORMAL, HEADING, plain).run_look("Plain").colour is None


def test_a_character_style_is_seen_in_a_paragraph_of_the_default_style():
    link = style("Link", "Hyperlink", kind=CHARACTER, run='<w:color w:val="0563C1"/>')
    normal = style("Normal", "Normal", default=True, run='<w:sz w:val="24"/>')
    look = styles(normal, link).run_look("Link")
    assert (look.colour, look.size, look.font) == ("0563C1", 24, "Verdana")


def test_numbers_that_are_none_say_nothing():
    odd = style("Odd", "Odd", run='<w:sz w:val="9e9"/>', paragraph='<w:outlineLvl w:val="x"/>')
    found = styles(odd)
    assert found.run_look("Odd").size == 22
    assert found.outline_level("Odd") is None


TABLE_STYLE = """<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/>
<w:rPr><w:color w:val="111111"/></w:rPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr>
<w:tcPr><w:shd w:val="clear" w:fill="4472C4" w:themeFill="accent1"/></w:tcPr></w:tblStylePr>
<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr>
<w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:fill="D9D9D9"/></w:tcPr>
</w:tblStylePr></w:style>"""
BELOW = """<w:style w:type="table" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Grid"/>
</w:style>"""


@pytest.mark.parametrize(
    ("row", "column", "colour", "bold", "ground"),
    [
        (0, 1, "FFFFFF", True, "4472C4"),
        (1, 1, "111111", None, "D9D9D9"),
        (2, 1, "111111", None, None),
        (2, 0, "111111", True, None),
    ],
)
def test_a_cell_takes_from_its_table_style_what_goes_with_its_place(
    row, column, colour, bold, ground
):
    look = etree.fromstring(f'<w:tblLook {W} w:val="04A0"/>')
    at = Place(row, column, rows=3, columns=2)
    for name in ("Grid", "Own"):
        says = TableLook(styles(TABLE_STYLE, BELOW), name, asked(look)).cell(at)
        assert (says.run.colour, says.run.bold, says.ground) == (colour, bold, ground)


def test_what_a_table_does_not_ask_for_is_not_taken():
    look = etree.fromstring(f'<w:tblLook {W} w:val="04A0" w:firstRow="0" w:noHBand="1"/>')
    says = TableLook(styles(TABLE_STYLE), "Grid", asked(look)).cell(Place(0, 1, 3, 2))
    assert says.ground is None

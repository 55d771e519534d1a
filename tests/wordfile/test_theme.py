import pytest
from lxml import etree

from spark_tools.wordfile.theme import drawn_colour, read_theme

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
HALF = '<a:lumMod val="50000"/><a:lumOff val="50000"/>'
THEME = read_theme(
    etree.fromstring(
        f'<a:theme {A}><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/>'
        '</a:dk1><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:theme>'
    )
)


@pytest.mark.parametrize(
    ("name", "tint", "shade", "expected"),
    [
        ("text1", "", "", "000000"),
        ("accent1", "", "", "4472C4"),
        ("accent1", "99", "", "8EAADB"),  # as Word writes "Blue, Accent 1, Lighter 40%"
        ("accent1", "", "80", "203864"),  # and "Darker 50%", within a step of each part
        ("accent7", "", "", None),
        ("accent1", "zz", "-", "4472C4"),
    ],
)
def test_a_theme_colour_is_lighter_by_its_tint_and_darker_by_its_shade(name, tint, shade, expected):
    found = THEME.colour(name, tint, shade)
    if expected is None or found is None:
        assert found == expected
        return
    for place in (0, 2, 4):
        assert abs(int(found[place : place + 2], 16) - int(expected[place : place + 2], 16)) <= 1


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ('<a:srgbClr {} val="1d5560"/>', "1D5560"),
        ('<a:schemeClr {} val="accent1"/>', "4472C4"),
        (f'<a:schemeClr {{}} val="tx1">{HALF}</a:schemeClr>', "808080"),
        ('<a:srgbClr {} val="000000"><a:tint val="50000"/></a:srgbClr>', "808080"),
        ('<a:srgbClr {} val="FFFFFF"><a:shade val="50000"/></a:srgbClr>', "808080"),
        ('<a:prstClr {} val="red"/>', None),
        ('<a:srgbClr {} val="red"/>', None),
    ],
)
def test_a_drawn_colour_is_worked_out_or_none(element, expected):
    assert drawn_colour(etree.fromstring(element.format(A)), THEME) == expected


def test_no_theme_has_no_colours():
    assert read_theme(None).colour("accent1") is None
    assert read_theme(None).font("minorHAnsi") == ""

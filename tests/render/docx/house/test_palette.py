"""The colours of a house file: its own, made darker only where they could not be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.render.docx.house.opened import bundled
from spark_tools.render.docx.house.palette import READABLE, exchanged, palette
from spark_tools.wordfile.colours import BLACK, WHITE, contrast

colours = st.integers(0, 0xFFFFFF).map("{:06X}".format)


def look(colour: str = "", size: int = 0) -> str:
    said = f'<w:color w:val="{colour}"/>' if colour else ""
    said += f'<w:sz w:val="{size}"/>' if size else ""
    return f"<w:rPr>{said}</w:rPr>"


@pytest.fixture(scope="session")
def house(styles, style):
    """What gives the styles of a house file by the colours of its body and headings."""

    def made(ink: str = "", *headings: str, size: int = 0):
        levels = (
            style(f"heading {level}", look(colour)) for level, colour in enumerate(headings, 1)
        )
        return styles(style("Normal", look(ink, size), default="1"), *levels)

    return made


@given(ink=st.one_of(st.just(""), colours), heading=colours)
def test_text_can_be_read_in_the_accent_and_both_can_on_the_tint(house, ink, heading):
    found = palette(house(ink, heading))
    assert contrast(found.accent, WHITE) >= READABLE
    assert contrast(found.accent, found.tint) >= READABLE
    body = found.ink or BLACK
    assert contrast(body, found.tint) >= min(READABLE, contrast(body, WHITE))


@given(heading=colours.filter(lambda colour: contrast(colour, WHITE) >= READABLE))
def test_a_colour_that_can_be_read_is_the_accent_as_it_is(house, heading):
    assert palette(house(WHITE, heading)).accent == heading


def test_a_pale_heading_gives_a_darker_accent_of_the_same_hue(house):
    red, green, blue = (int(palette(house("", "FF9900")).accent[n : n + 2], 16) for n in (0, 2, 4))
    assert red > green > blue == 0


def test_the_highest_heading_with_a_colour_of_its_own_gives_the_accent(house):
    assert palette(house("1B1F23", "1B1F23", "", "8A1538", "005A3C")).accent == "8A1538"


@pytest.mark.parametrize("headings", [(), ("",), (BLACK, "0A0A0A")])
def test_without_such_a_heading_the_accent_is_the_ink(house, headings):
    found = palette(house("", *headings))
    assert (found.ink, found.accent) == (None, BLACK)


def test_the_tint_is_a_breath_of_the_accent(house):
    found = palette(house("", "1F3A7A"))
    assert found.tint not in (WHITE, found.accent)
    assert contrast(found.tint, WHITE) < 1.3


def test_the_size_is_the_bodys(house):
    assert palette(house("", size=19)).size == 19


def test_the_bundled_look_keeps_its_own_colours():
    own = palette(bundled())
    exchange = exchanged(bundled(), own)
    assert (exchange["1B1F23"], exchange["1D5560"]) == ("1B1F23", "1D5560")


def test_words_own_choice_of_ink_is_kept(house):
    found = palette(house("", "1F3A7A"))
    assert exchanged(bundled(), found) == {
        "1B1F23": None,
        "1D5560": "1F3A7A",
        "EAF1F2": found.tint,
    }

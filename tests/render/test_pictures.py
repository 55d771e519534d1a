import struct

import pytest

from spark_tools.render.pictures import to_png

CIRCLE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><circle r="20"/></svg>'
WORDS = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
    '<text x="5" y="30" font-family="{family}" font-size="14">{words}</text></svg>'
)


def test_a_drawing_has_two_hundred_and_twenty_dots_an_inch():
    png = to_png(CIRCLE, 115.4545)
    assert (png.width, png.height) == (1000, 500)
    assert struct.unpack(">II", png.bytes[16:24]) == (1000, 500)


def test_words_are_drawn_with_the_bundled_typeface_whatever_is_asked_for():
    drawn = to_png(WORDS.format(family="Carlito", words="Æblegrød"), 50.0)
    assert drawn != to_png(WORDS.format(family="Carlito", words=""), 50.0)
    assert drawn == to_png(WORDS.format(family="sans-serif", words="Æblegrød"), 50.0)


def test_a_drawing_is_made_once():
    assert to_png(CIRCLE, 90.0) is to_png(CIRCLE, 90.0)


def test_what_is_no_drawing_is_refused():
    with pytest.raises(ValueError, match=r"."):
        to_png("<svg", 50.0)

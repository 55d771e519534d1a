import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.wordfile.colours import automatic, colour, contrast, mixed, with_lightness

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("000000", "FFFFFF", 21.0),
        ("FFFFFF", "FFFFFF", 1.0),
        ("777777", "FFFFFF", 4.48),
        ("767676", "FFFFFF", 4.54),
        ("4F81BD", "FFFFFF", 4.03),
    ],
)
def test_contrast_is_as_wcag_reckons_it(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@given(COLOURS, COLOURS)
def test_contrast_is_the_same_both_ways(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0000001


@given(COLOURS)
def test_words_automatic_colour_can_be_read_on_light_and_on_very_dark_grounds(ground):
    if contrast(ground, "FFFFFF") < 4.5:
        assert automatic(ground) == "000000"
    if contrast(ground, "000000") < 1.5:
        assert automatic(ground) == "FFFFFF"


@given(COLOURS)
def test_a_colour_with_its_own_lightness_stays_as_it_is(rgb):
    changed = with_lightness(rgb, 1.0)
    assert all(abs(int(rgb[i : i + 2], 16) - int(changed[i : i + 2], 16)) <= 1 for i in (0, 2, 4))


def test_half_black_over_white_is_grey():
    assert mixed("000000", "FFFFFF", 0.5) == "808080"


@pytest.mark.parametrize(
    ("written", "read"),
    [("1d5560", "1D5560"), ("#1D5560", "1D5560"), ("auto", None), ("", None), ("12345", None)],
)
def test_a_colour_is_six_digits_or_none(written, read):
    assert colour(written) == read

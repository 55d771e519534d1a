"""How large letters are is read from the styles, with all that they are based on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.render.docx.house.measures import LEAST_ROOM, POINT, first_line, longest
from spark_tools.render.docx.house.measures import read_measures as measures

SIZE = '<w:rPr><w:sz w:val="{}"/></w:rPr>'
LINE = "<w:pPr><w:spacing {}/></w:pPr>"
SINGLE = 10 * 1.2207 * POINT


def defaults(run: str = "", paragraph: str = "") -> str:
    return (
        f"<w:docDefaults><w:rPrDefault>{run}</w:rPrDefault>"
        f"<w:pPrDefault>{paragraph}</w:pPrDefault></w:docDefaults>"
    )


def test_sizes_are_in_points_by_the_styles_name_in_any_capitals(styles, style):
    found = measures(
        styles(
            defaults(SIZE.format(20)),
            style("Normal", default="1"),
            style("Table Text", '<w:basedOn w:val="Normal"/>' + SIZE.format(17)),
            style("Table Heading", '<w:basedOn w:val="TableText"/>'),
        )
    )
    assert found.body == 10
    assert found.size("TABLE TEXT") == found.size("table heading") == 8.5
    assert found.size("Stranger") == 10


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("", SINGLE),
        ('w:line="360"', 1.5 * SINGLE),
        ('w:line="360" w:lineRule="auto"', 1.5 * SINGLE),
        ('w:line="300" w:lineRule="atLeast"', 15 * POINT),
        ('w:line="280" w:lineRule="exact"', 14 * POINT),
        ('w:after="120"', SINGLE),
    ],
)
def test_a_line_is_as_high_as_the_body_or_the_documents_defaults_say(said, line, styles, style):
    run = SIZE.format(20)
    of_the_body = styles(defaults(run), style("Normal", LINE.format(said), default="1"))
    of_the_document = styles(defaults(run, LINE.format(said)), style("Normal", default="1"))
    assert measures(of_the_body).line == pytest.approx(line)
    assert measures(of_the_document).line == pytest.approx(line)


def test_what_the_body_says_of_lines_goes_before_the_defaults(styles, style):
    body = style("Normal", LINE.format('w:line="480"'), default="1")
    said = defaults(SIZE.format(20), LINE.format('w:line="240"'))
    assert measures(styles(said, body)).line == pytest.approx(2 * SINGLE)


def test_a_file_without_styles_has_words_own_size(styles):
    found = measures(styles())
    assert found.body == found.size("Normal") == 10
    assert found.line == found.single == pytest.approx(SINGLE)


def test_a_broad_typeface_takes_more_room(styles, style):
    letters = {
        font: measures(styles(defaults(f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'))).letter
        for font in ("Calibri", "Verdana", "Egen Grotesk")
    }
    assert letters["Calibri"] < letters["Egen Grotesk"] < letters["Verdana"]


@given(st.integers(6, 72))
def test_a_line_and_the_space_under_it_make_room_for_a_pen(body):
    room = (body + first_line(body)) * 1.2207 * POINT
    assert room >= LEAST_ROOM
    assert first_line(body) >= 1


@given(st.text("abcæøåWi1-? ", max_size=30), st.text("mMl", min_size=1, max_size=9))
def test_the_longest_word_is_at_least_as_wide_as_any(words, another):
    assert longest(f"{words} {another}") == max(longest(words), longest(another))


def test_a_wide_letter_is_wider_than_a_narrow_one():
    assert longest("iii") < longest("mmm")
    assert longest("") == longest("  ") == 0

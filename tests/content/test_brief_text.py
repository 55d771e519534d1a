"""A brief that is written can be read again, by a person and by us."""

import datetime

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.content.brief import BriefOptions, read_brief
from spark_tools.content.brief_text import brief_as_toml
from spark_tools.i18n import speaking
from spark_tools.model import Brief, Dress, MeetingWish

PLAIN = Brief("Lindehaven", "individual", ("cooperation",), 5)


@given(data=st.data())
def test_whatever_a_brief_says_reads_back_equal(data, briefs, library, tmp_path_factory):
    brief = data.draw(briefs(library))
    path = tmp_path_factory.mktemp("brief") / "course.toml"
    path.write_text(brief_as_toml(brief, library), encoding="utf-8")

    read = read_brief(path, BriefOptions(), library)

    assert read == brief
    assert read.dress == brief.dress


def test_a_word_file_of_ones_own_reads_back_too(library, tmp_path):
    house = tmp_path / "hus «A».docx"
    house.touch()
    path = tmp_path / "course.toml"
    dressed = evolve(PLAIN, dress=Dress(house, posters=True))
    path.write_text(brief_as_toml(dressed, library), encoding="utf-8")

    assert read_brief(path, BriefOptions(), library).dress == dressed.dress


def test_a_meeting_says_no_more_than_is_settled(library):
    wish = MeetingWish(start=datetime.time(13), include=("round",))
    written = brief_as_toml(evolve(PLAIN, meetings=(wish, MeetingWish())), library)

    assert written.endswith(
        '\n[[meetings]]\nstart = 13:00:00\ninclude = ["round"]\n\n[[meetings]]\n\n'
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "# One of: individual, joint"), ("da", "# En af: individual, joint")],
)
def test_the_text_explains_itself_in_the_words_of_whoever_reads_it(language, words, library):
    with speaking(language):
        assert words in brief_as_toml(PLAIN, library)

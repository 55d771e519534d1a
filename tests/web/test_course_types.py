from __future__ import annotations

import re

import pytest
from attrs import evolve

from spark_tools.compose.filters import Filters, fitting
from spark_tools.web.course_types import course_type_pages
from spark_tools.web.page import Frame, Page
from spark_tools.web.themes import theme_pages
from spark_tools.web.toolbox import Toolbox


def pages(toolbox: Toolbox, language: str = "da") -> dict[str, Page]:
    return {each.path: each for each in course_type_pages(toolbox.library, language)}


def test_a_course_is_told_meeting_by_meeting(toolbox: Toolbox, frame: Frame) -> None:
    drawn = frame.draw(pages(toolbox)["course-types/individual"])

    kind = toolbox.library.course_type("individual")
    for meeting in kind.meetings:
        assert meeting.title in drawn
        for slot in meeting.slots:
            assert slot.title in drawn


def test_what_suits_a_place_in_a_meeting_is_linked_to(toolbox: Toolbox, frame: Frame) -> None:
    drawn = frame.draw(pages(toolbox)["course-types/individual"])

    assert re.search('fx</span> <a href="../exercises/check-in">Check ind</a>', drawn)


def test_an_exercise_that_is_not_there_is_not_linked_to(toolbox: Toolbox, frame: Frame) -> None:
    fewer = evolve(toolbox.library, exercises=toolbox.library.exercises[:2])
    drawn = {each.path: frame.draw(each) for each in course_type_pages(fewer, "da")}

    assert "exercises/check-in" not in drawn["course-types/individual"]


@pytest.mark.parametrize(
    ("minutes", "language", "said"),
    [
        (90, "da", "90 min"),
        (60, "en", "60 min"),
        (120, "da", "2 timer"),
        (195, "da", "3 timer og 15 min"),
        (105, "en", "1 hour 45 min"),
    ],
)
def test_long_meetings_are_told_in_hours(
    toolbox: Toolbox, frame: Frame, minutes: int, language: str, said: str
) -> None:
    kind = toolbox.library.course_type("full-day")
    (day,) = kind.meetings
    other = evolve(kind, meetings=(evolve(day, minutes=minutes),))
    library = evolve(toolbox.library, course_types=(other,))
    _, page = course_type_pages(library, language)

    assert f'<p class="meta">{said}</p>' in frame.draw(page)


def test_a_theme_says_where_to_turn_and_what_to_take_care_of(
    toolbox: Toolbox, frame: Frame
) -> None:
    drawn = {each.path: frame.draw(each) for each in theme_pages(toolbox.library, "da")}
    page = drawn["themes/harassment"]

    assert page.index("Pas på") < page.index("Her kan I også henvende jer")
    assert page.index("Her kan I også henvende jer") < page.index("Øvelser til netop dette tema")
    fits = fitting(toolbox.library, Filters(theme="harassment"))
    assert page.count('class="card"') == len(fits)


def test_an_english_page_marks_what_is_danish(toolbox: Toolbox, frame: Frame) -> None:
    drawn = frame.draw(pages(toolbox, "en")["course-types/individual"])

    assert '<h1 lang="da">' in drawn
    assert '<span lang="en">such as</span>' in drawn

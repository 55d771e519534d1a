"""Programmes beside each other: what one brings changes nothing in another's courses."""

from __future__ import annotations

from typing import TypeVar

import pytest

from spark_tools.compose.composer import compose
from spark_tools.content.library import AnyThing, Library
from spark_tools.content.load import load_library
from spark_tools.model import Brief, CourseType, SessionPlan
from spark_tools.plugin.loading import load_plugins

Thing = TypeVar("Thing", bound=AnyThing)
FIRST, SECOND = "spark-programme", "regional-counselling"


@pytest.fixture(scope="module")
def both() -> Library:
    """Everything that is bundled."""
    return load_library(load_plugins(strict=True))


@pytest.fixture(scope="module")
def alone() -> Library:
    """Everything but the second programme."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SPARK_TOOLS_BLOCK", SECOND)
        return load_library(load_plugins(strict=True))


def brief(course_type: CourseType, theme: str, language: str) -> Brief:
    people, committees = course_type.participants.min + 2, course_type.committees.min
    return Brief("Kløverskolen", course_type.id, (theme,), people, committees, language)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_courses_of_the_first_are_the_same_with_the_second_and_without(
    language: str, both: Library, alone: Library
) -> None:
    assert {each.origin for each in both.course_types} == {FIRST, SECOND}
    assert {each.origin for each in alone.course_types} == {FIRST}
    for course_type in alone.course_types:
        for theme in ("cooperation", "harassment"):
            asked = brief(course_type, theme, language)
            assert told(compose(asked, both)) == told(compose(asked, alone)), course_type.id


def told(plan: SessionPlan) -> list[list[tuple[str, int]]]:
    return [
        [(each.exercise.id if each.exercise else each.kind, each.minutes) for each in meeting.items]
        for meeting in plan.meetings
    ]


def test_no_exercise_of_the_second_may_come_in_a_course_of_the_first(both: Library) -> None:
    second = {each.id for each in both.course_types if each.origin == SECOND}
    for exercise in both.exercises:
        if exercise.origin == SECOND:
            assert set(exercise.course_types) <= second, exercise.id


def test_what_a_passed_over_exercise_is_about_is_told_in_the_language_of_the_course(
    both: Library,
) -> None:
    theme = "regional-violence-and-offences"
    asked = Brief("Kløverskolen", "regional-half-day", (theme,), 18, language="en")
    reasons = {exercise.id: reason for exercise, reason in compose(asked, both).passed_over}
    assert reasons["decided-or-open"].details == ("Changes at the workplace",)

"""The pack among the tools: every course type can be composed, for any theme and size."""

from collections.abc import Callable

import pytest

from spark_tools import Function, ItemKind, Library, SessionPlan
from spark_tools.testing import PluginSuite, minutes_for

PLUGIN = "spark-programme"
Plan = Callable[..., SessionPlan]

TYPES = ("individual", "two-half-days", "full-day", "joint", "network")
THEMES = (
    "changes-and-transitions",
    "cooperation",
    "violence-and-threats",
    "work-content-and-demands",
    "harassment",
    "lone-work",
)


class TestSparkProgramme(PluginSuite):
    plugin = PLUGIN


@pytest.fixture
def plan(compose: Plan) -> Plan:
    def made(course_type: str, theme: str, people: int, committees: int = 1) -> SessionPlan:
        return compose(
            course_type=course_type, themes=(theme,), participants=people, committees=committees
        )

    return made


@pytest.mark.parametrize("people", [1, 60])
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("course_type", TYPES)
def test_every_course_type_can_be_composed(course_type: str, theme: str, people: int, plan: Plan):
    course = plan(course_type, theme, people)
    for meeting in course.meetings:
        assert sum(item.minutes for item in meeting.items) == meeting.minutes
    last = {function for each in course.meetings[-1].exercises for function in each.functions}
    assert Function.EVALUATE in last
    for meeting in course.meetings[1:]:
        assert any(Function.LOOK_BACK in each.functions for each in meeting.exercises)


def test_an_individual_course_on_cooperation_goes_through_all_the_tools(plan: Plan):
    meetings = plan("individual", "cooperation", 5).meetings
    assert [each.id for each in meetings[0].exercises] == [
        "check-in",
        "homework-collection",
        "perspective-mapping",
        "wish-for-change",
        "next-steps",
        "check-out",
    ]
    work = {each.id for meeting in meetings[1:-1] for each in meeting.exercises}
    assert work >= {
        "since-last-time",
        "over-under-standard",
        "speaking-listening-positions",
        "try-out-actions",
    }
    assert [each.id for each in meetings[-1].exercises] == [
        "check-in",
        "since-last-time",
        "since-last-time-long",
        "learning-and-evaluation",
        "check-out",
    ]


def test_the_intervals_of_a_course_are_not_all_alike(plan: Plan):
    meetings = plan("individual", "cooperation", 5).meetings
    between = [each.exercise.id for meeting in meetings for each in meeting.after]
    assert len(between) == len(set(between)) == 3


@pytest.mark.parametrize("course_type", ["joint", "network"])
def test_many_committees_end_with_a_market(course_type: str, plan: Plan):
    last = plan(course_type, "lone-work", 40, 10).meetings[-1]
    assert "market" in [each.id for each in last.exercises]


@pytest.mark.parametrize("course_type", ["joint", "network"])
def test_many_committees_can_be_composed(course_type: str, plan: Plan):
    for committees, people in ((2, 6), (12, 40), (35, 175), (40, 250)):
        course = plan(course_type, "cooperation", people, committees)
        assert course.meetings


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("course_type", TYPES)
def test_a_committee_of_five_is_neither_rushed_nor_left_waiting(
    course_type: str, theme: str, plan: Plan
):
    people, committees = {"joint": (60, 12), "network": (36, 12)}.get(course_type, (5, 1))
    for meeting in plan(course_type, theme, people, committees).meetings:
        spare = sum(item.minutes for item in meeting.items if item.kind is ItemKind.BUFFER)
        assert spare <= 30, (meeting.number, spare)
        for item in meeting.items:
            for timed in item.steps:
                extra = timed.step.minutes.per_person * max(item.group_sizes, default=0)
                assert timed.minutes >= timed.step.minutes.min + extra


@pytest.mark.parametrize(
    ("name", "minutes"),
    [
        ("check-in", 10),
        ("check-out", 5),
        ("homework-collection", 20),
        ("wish-for-change", 25),
        ("next-steps", 10),
        ("keep-going", 25),
        ("when-it-works", 30),
        ("revisit-wish", 25),
        ("must-and-can", 40),
        ("market", 35),
        ("welcome-across", 25),
        ("learning-and-evaluation", 30),
    ],
)
def test_the_small_exercises_take_what_a_facilitator_expects(
    name: str, minutes: int, library: Library
):
    exercise = library.exercise(name)
    for people in (6, 30, 60):
        assert minutes_for(exercise, people).typical == minutes, people


def test_what_the_course_types_prefer_exists(library: Library):
    known = {exercise.id for exercise in library.exercises}
    for course_type in library.course_types:
        for meeting in course_type.meetings:
            for slot in (*meeting.before, *meeting.slots, *meeting.after):
                assert set(slot.prefer) <= known, (course_type.id, meeting.id, slot.id)


def test_there_is_always_something_for_a_single_person(library: Library):
    for course_type in library.course_types:
        for meeting in course_type.meetings:
            for slot in (*meeting.before, *meeting.slots, *meeting.after):
                fitting = [
                    each
                    for each in library.exercises
                    if set(each.functions) & set(slot.functions)
                    and each.participants.min == 1
                    and each.themes == ("*",)
                    and each.course_types == ("*",)
                ]
                assert fitting or not slot.required, (course_type.id, meeting.id, slot.id)

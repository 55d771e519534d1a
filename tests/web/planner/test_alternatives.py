"""What is offered in an exercise's place can be had there."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from spark_tools.content.library import Library
from spark_tools.model import Function, SessionPlan
from spark_tools.web.planner.alternatives import MOST, choices
from spark_tools.web.planner.changes import Swap, changed
from spark_tools.web.planner.form import MeetingForm, PlanForm
from spark_tools.web.planner.placements import all_standing
from spark_tools.web.planner.reading import form_of

COURSES = {
    "individual": ("5", "1"),
    "full-day": ("8", "1"),
    "joint": ("24", "4"),
    "network": ("36", "10"),
    "two-half-days": ("7", "1"),
}


def offered(plan: SessionPlan, library: Library, meeting: int, exercise: str) -> list[str]:
    others = choices(plan, library)[meeting, exercise].others
    return [other.exercise.id for other in others]


def where(plan: SessionPlan) -> set[tuple[int, str]]:
    return {(one.meeting, one.exercise.id) for one in all_standing(plan)}


@settings(max_examples=25, deadline=None)
@given(data=st.data(), course_type=st.sampled_from(sorted(COURSES)))
def test_whatever_is_offered_can_be_had_without_moving_anything_else(
    data: Any, course_type: str, library: Library, compose: Any
) -> None:
    people, committees = COURSES[course_type]
    theme = data.draw(st.sampled_from([each.id for each in library.themes]))
    plan = compose(
        PlanForm(
            course_type=course_type,
            themes=(theme,),
            workplace="Lindehaven",
            participants=people,
            committees=committees,
        )
    )
    found = choices(plan, library)
    spot = data.draw(st.sampled_from([spot for spot, choice in found.items() if choice.others]))
    other = data.draw(st.sampled_from(found[spot].others)).exercise.id

    after = changed(Swap(*spot, other), plan, lambda brief: compose(form_of(brief)))

    assert where(plan) - where(after) == {spot}
    assert where(after) - where(plan) == {(spot[0], other)}


def test_the_best_comes_first_and_what_is_in_the_plan_already_not_at_all(
    plan: SessionPlan, library: Library
) -> None:
    assert offered(plan, library, 1, "perspective-mapping")[:2] == [
        "reflecting-team",
        "speaking-listening-positions",
    ]
    assert "perspective-mapping" not in offered(plan, library, 2, "over-under-standard")


def test_what_is_done_before_a_meeting_or_after_it_has_others_too(
    plan: SessionPlan, library: Library
) -> None:
    (after,) = plan.meetings[1].after
    others = offered(plan, library, 2, after.exercise.id)

    assert others
    assert all(Function.BETWEEN in library.exercise(name).functions for name in others)


def test_what_others_depend_on_is_not_offered_to_be_lost(
    plan: SessionPlan, library: Library
) -> None:
    idle = evolve(library.exercise("homework"), id="idle", title="Idle", yields=())
    more = evolve(library, exercises=(*library.exercises, idle))

    assert offered(plan, more, 1, "homework") == []
    assert offered(
        plan,
        evolve(
            more,
            exercises=(
                *more.exercises[:-1],
                evolve(idle, yields=library.exercise("homework").yields),
            ),
        ),
        1,
        "homework",
    ) == ["idle"]


def test_what_was_left_out_is_offered_again(
    compose: Any, course: PlanForm, library: Library
) -> None:
    plan = compose(evolve(course, exclude=("over-under-standard",)))
    (explored,) = (
        one.exercise.id for one in all_standing(plan) if (one.meeting, one.slot) == (2, "develop")
    )

    assert "over-under-standard" in offered(plan, library, 2, explored)


def test_what_there_is_no_time_for_comes_last_and_says_by_how_much(
    compose: Any, course: PlanForm, library: Library
) -> None:
    plan = compose(evolve(course, meetings=(MeetingForm(minutes="80"),)))
    others = choices(plan, library)[1, "when-it-works"].others

    assert [other.short for other in others] == [0, 0, 5, 5]


def test_no_more_are_offered_than_can_be_looked_over(plan: SessionPlan, library: Library) -> None:
    one = library.exercise("when-it-works")
    copies = tuple(evolve(one, id=f"copy-{number}") for number in range(40))
    many = evolve(library, exercises=(*library.exercises, *copies))

    assert len(offered(plan, many, 1, "perspective-mapping")) == MOST


@pytest.mark.parametrize(
    ("exercise", "optional"), [("homework-collection", True), ("check-in", False)]
)
def test_a_place_that_may_stay_empty_says_so(
    exercise: str, optional: bool, plan: SessionPlan, library: Library
) -> None:
    assert choices(plan, library)[1, exercise].optional is optional


def test_an_exercise_in_a_place_the_course_type_does_not_know_has_no_others(
    plan: SessionPlan, library: Library
) -> None:
    first, *rest = plan.meetings
    items = tuple(evolve(item, slot="unknown") for item in first.items)
    strange = evolve(plan, meetings=(evolve(first, items=items), *rest))

    assert offered(strange, library, 1, "perspective-mapping") == []

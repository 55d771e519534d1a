"""A change does what was asked for and as little else as can be, or says why it cannot be."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from spark_tools.model import FaultError, MeetingWish, SessionPlan
from spark_tools.web.planner.changes import Change, LeaveOut, Lengthen, LetBe, Swap, changed
from spark_tools.web.planner.form import PlanForm
from spark_tools.web.planner.placements import all_standing
from spark_tools.web.planner.reading import form_of


@pytest.fixture
def make(compose: Any) -> Any:
    """Make a change in a plan."""

    def made(change: Change, plan: SessionPlan) -> SessionPlan:
        return changed(change, plan, lambda brief: compose(form_of(brief)))

    return made


def refusal(make: Any, change: Change, plan: SessionPlan) -> str:
    with pytest.raises(FaultError) as caught:
        make(change, plan)
    return "\n".join(fault.message for fault in caught.value.faults)


def names(plan: SessionPlan, meeting: int) -> list[str]:
    return [one.exercise.id for one in all_standing(plan) if one.meeting == meeting]


def test_one_exercise_comes_in_the_place_of_another(make: Any, plan: SessionPlan) -> None:
    after = make(Swap(2, "over-under-standard", "when-it-works"), plan)
    was, now = names(plan, 2), names(after, 2)

    assert was.index("over-under-standard") == now.index("when-it-works")
    assert [names(after, number) for number in (1, 3)] == [names(plan, 1), names(plan, 3)]


def test_the_brief_then_asks_for_it_in_that_meeting(make: Any, plan: SessionPlan) -> None:
    after = make(Swap(2, "over-under-standard", "when-it-works"), plan)

    assert after.brief.meetings[1] == MeetingWish(include=("when-it-works",))
    assert after.brief.meetings[0] == plan.brief.meetings[0]
    assert after.brief.exclude == ()


def test_a_course_of_the_usual_number_of_meetings_then_has_that_many(
    make: Any, compose: Any, course: PlanForm
) -> None:
    usual = compose(evolve(course, count="", meetings=()))
    assert usual.brief.meetings == ()

    assert len(make(Swap(2, "over-under-standard", "revisit-wish"), usual).brief.meetings) == 4


def test_what_would_come_in_another_meeting_is_left_out(
    make: Any, compose: Any, course: PlanForm
) -> None:
    plan = compose(evolve(course, count="4"))
    after = make(Swap(2, "over-under-standard", "revisit-wish"), plan)

    assert after.brief.exclude == ("over-under-standard",)
    assert names(after, 3) == names(plan, 3)


def test_swapping_back_gives_the_plan_there_was(make: Any, plan: SessionPlan) -> None:
    there = make(Swap(2, "over-under-standard", "when-it-works"), plan)
    back = make(Swap(2, "when-it-works", "over-under-standard"), there)

    assert [names(back, number) for number in (1, 2, 3)] == [
        names(plan, number) for number in (1, 2, 3)
    ]
    assert "when-it-works" not in back.brief.meetings[1].include


def test_what_was_left_out_can_be_swapped_in(make: Any, compose: Any, course: PlanForm) -> None:
    plan = compose(evolve(course, exclude=("over-under-standard",)))
    (develop,) = set(names(plan, 2)) & {"speaking-listening-positions", "when-it-works"}
    after = make(Swap(2, develop, "over-under-standard"), plan)

    assert "over-under-standard" in names(after, 2)
    assert "over-under-standard" not in after.brief.exclude


def test_the_rest_of_a_meeting_is_held_where_it_would_give_way(
    make: Any, compose: Any, course: PlanForm
) -> None:
    plan = compose(evolve(course, count="4"))
    after = make(Swap(1, "next-steps", "try-out-actions"), plan)

    assert set(names(plan, 1)) - set(names(after, 1)) == {"next-steps"}
    assert "perspective-mapping" in after.brief.meetings[0].include


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Swap(2, "over-under-standard", "homework"), "meeting 2 has no place for that"),
        (Swap(2, "over-under-standard", "x"), 'there is no exercise "x"'),
        (Swap(2, "homework", "when-it-works"), "That is no longer in the plan."),
        (Swap(2, "x", "when-it-works"), "That is no longer in the plan."),
        (Swap(9, "check-in", "when-it-works"), "That is no longer in the plan."),
        (LeaveOut("check-in"), "Nothing is left for “Kom i gang” in meeting 2"),
        (Lengthen(2, -155), '"Length in minutes" must be at least 30'),
        (Lengthen(2, -150), "make meeting 2 at least 60 minutes long"),
        (Lengthen(2, 11 * 60), "must be at most 600"),
        (Lengthen(0, 15), "That is no longer in the plan."),
    ],
)
def test_what_cannot_be_is_told(change: Change, said: str, make: Any, plan: SessionPlan) -> None:
    assert said in refusal(make, change, plan)


def test_a_meeting_may_not_go_on_into_the_night(make: Any, compose: Any, course: PlanForm) -> None:
    late = compose(evolve(course, start="19.30"))
    assert "ends after 23:00" in refusal(make, Lengthen(2, 45), late)


def test_an_exercise_is_left_out_of_the_whole_course(make: Any, plan: SessionPlan) -> None:
    after = make(LeaveOut("homework-collection"), plan)

    assert names(after, 1) == [name for name in names(plan, 1) if name != "homework-collection"]
    assert after.brief.exclude == ("homework-collection",)


def test_one_that_was_asked_for_can_be_left_out(make: Any, plan: SessionPlan) -> None:
    wanted = make(Swap(2, "over-under-standard", "when-it-works"), plan)
    after = make(LeaveOut("when-it-works"), wanted)

    assert "when-it-works" not in names(after, 2)
    assert after.brief.meetings[1].include == ()


def test_what_was_chosen_can_be_left_to_the_composer_again(make: Any, plan: SessionPlan) -> None:
    left_out = make(LeaveOut("homework-collection"), plan)
    wanted = make(Swap(2, "over-under-standard", "when-it-works"), left_out)
    after = make(LetBe("when-it-works"), make(LetBe("homework-collection"), wanted))

    assert after.brief == plan.brief
    assert after.meetings == plan.meetings


@pytest.mark.parametrize("minutes", [15, -15])
def test_a_meeting_becomes_longer_or_shorter_and_the_others_do_not(
    minutes: int, make: Any, plan: SessionPlan
) -> None:
    after = make(Lengthen(2, minutes), plan)

    assert [one.minutes for one in after.meetings] == [150, 180 + minutes, 150]
    assert [wish.minutes for wish in after.brief.meetings] == [None, 180 + minutes, None]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (LeaveOut("check-in"), "It comes all the same."),
        (
            Swap(2, "over-under-standard", "when-it-works"),
            "It cannot stand in the place of “Over eller under standard” in meeting 2.",
        ),
    ],
)
def test_a_composer_that_does_not_do_as_it_is_asked_is_not_believed(
    change: Change, said: str, plan: SessionPlan
) -> None:
    with pytest.raises(FaultError) as caught:
        changed(change, plan, lambda brief: evolve(plan, brief=brief))
    assert [fault.message for fault in caught.value.faults] == [said]

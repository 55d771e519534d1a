"""Meetings that have been held stand as they were, and the rest is composed on top of them."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from spark_tools.compose.composer import DoesNotFit, compose
from spark_tools.model import (
    Action,
    ActionState,
    Brief,
    Exercise,
    Function,
    Logbook,
    MeetingWish,
    Outcome,
    Repeat,
    SessionPlan,
)

COURSE_TYPES = ("individual", "two-half-days", "full-day", "joint", "network")


def held(plan: SessionPlan, count: int, *actions: Action) -> Logbook:
    return Logbook(actions, held=count, meetings=plan.meetings[:count])


def outline(plan: SessionPlan) -> list[object]:
    """Tell all that is planned, without why."""
    return [
        (
            meeting.waiting_actions,
            [placement.exercise.id for placement in (*meeting.before, *meeting.after)],
            [evolve(item, reasons=()) for item in meeting.items],
        )
        for meeting in plan.meetings
    ]


def agreed(number: int, meeting: int, state: ActionState = ActionState.AGREED) -> Action:
    return Action(f"a{number}", f"Prøvehandling {number}", meeting=meeting, state=state)


def names(plan: SessionPlan, meeting: int) -> list[str]:
    return [exercise.id for exercise in plan.meetings[meeting - 1].exercises]


def found(plan: SessionPlan) -> dict[str, tuple[str, ...]]:
    return {finding.code: finding.details for finding in plan.findings}


@pytest.mark.parametrize("course_type", COURSE_TYPES)
def test_a_course_is_planned_again_after_each_meeting(bundled, course_type: str) -> None:
    committees = 6 if course_type in ("joint", "network") else 1
    brief = Brief("Lindehaven", course_type, ("cooperation",), 12, committees)
    plan = compose(brief, bundled)
    for count in range(1, len(plan.meetings) + 1):
        actions = [agreed(number, meeting) for meeting in range(1, count + 1) for number in (1, 2)]
        logbook = held(plan, count, *actions)
        again = compose(brief, bundled, logbook)

        assert again.meetings[:count] == plan.meetings[:count]
        assert len(again.meetings) == len(plan.meetings)
        assert again.logbook == logbook
        assert again.course == ""
        assert again == compose(brief, bundled, logbook)
        if count < len(plan.meetings):
            assert again.meetings[count].waiting_actions == 2 * count
            assert any(
                Function.LOOK_BACK in exercise.functions
                for exercise in again.meetings[count].exercises
            )
        plan = again


@pytest.mark.parametrize("course_type", COURSE_TYPES)
def test_without_new_knowledge_the_plan_stays_the_same(bundled, course_type: str) -> None:
    plan = compose(Brief("Lindehaven", course_type, ("cooperation",), 12), bundled)
    for count in range(len(plan.meetings) + 1):
        again = compose(plan.brief, bundled, held(plan, count))
        assert (again.id, again.meetings) == (plan.id, plan.meetings)


def test_when_all_meetings_are_held_the_plan_is_just_those(bundled) -> None:
    plan = compose(Brief("Lindehaven", "individual", ("cooperation",), 5), bundled)
    again = compose(plan.brief, bundled, held(plan, len(plan.meetings)))

    assert again.meetings == plan.meetings
    assert again.next_meeting is None
    assert again.findings == again.passed_over == ()


def test_what_was_used_in_a_held_meeting_does_not_come_again(make) -> None:
    exercises = [
        make.exercise("first", Function.EXPLORE),
        make.exercise("second", Function.EXPLORE),
        make.exercise("ball", Function.ARRIVE, repeatable=True),
    ]
    meeting = make.meeting("work", 60, make.slot(Function.ARRIVE), make.slot(Function.EXPLORE))
    library = make.library(exercises, evolve(meeting, repeat=Repeat(1, 2, 3)))
    plan = compose(make.brief(), library)
    swapped = evolve(library, exercises=tuple(reversed(library.exercises)))

    again = compose(make.brief(), swapped, held(plan, 1))

    assert names(again, 1) == ["ball", "first"]
    assert names(again, 2) == ["ball", "second"]
    assert "first" not in {exercise.id for exercise, _ in again.passed_over}


def test_nothing_is_left_when_everything_was_used(make) -> None:
    exercises = [make.exercise("only", Function.EXPLORE)]
    meeting = make.meeting("work", 60, make.slot(Function.EXPLORE))
    library = make.library(exercises, evolve(meeting, repeat=Repeat(1, 1, 2)))
    plan = compose(make.brief(), library)
    two = make.brief(meetings=(MeetingWish(), MeetingWish()))

    with pytest.raises(DoesNotFit, match=r"“Only” \(already comes in meeting 1\)"):
        compose(two, library, held(plan, 1))


def needing(make) -> tuple[Exercise, Exercise]:
    return (
        make.exercise("look-around", Function.EXPLORE, yields=(Outcome.PERSPECTIVES,)),
        make.exercise("settle", Function.ALIGN, needs=(Outcome.PERSPECTIVES,)),
    )


def test_what_a_held_meeting_yielded_is_there(make) -> None:
    library = make.library(
        list(needing(make)),
        make.meeting("first", 60, make.slot(Function.EXPLORE)),
        make.meeting("last", 60, make.slot(Function.ALIGN)),
    )
    plan = compose(make.brief(), library)
    again = compose(make.brief(), library, held(plan, 1))

    assert names(again, 2) == ["settle"]
    assert again.meetings[1].items[0].reasons == plan.meetings[1].items[0].reasons


def test_an_exercise_that_the_library_has_no_longer_still_yields(make) -> None:
    before = make.library(
        list(needing(make)),
        make.meeting("first", 60, make.slot(Function.EXPLORE)),
        make.meeting("last", 60, make.slot(Function.ALIGN)),
    )
    wish = MeetingWish(include=("look-around",))
    brief = make.brief(meetings=(wish, MeetingWish()), include=("look-around",))
    plan = compose(brief, before)
    after = evolve(before, exercises=before.exercises[1:])

    again = compose(brief, after, held(plan, 1))

    assert again.meetings[0] == plan.meetings[0]
    assert names(again, 2) == ["settle"]


def working(make, *more: Exercise):
    exercises = [
        make.exercise("talk", Function.EXPLORE, repeatable=True),
        make.exercise("extra", Function.EXPLORE),
        make.exercise("further", Function.EXPLORE),
        *more,
    ]
    meeting = make.meeting("work", 90, make.slot(Function.EXPLORE, max=3))
    return make.library(exercises, evolve(meeting, repeat=Repeat(1, 2, 4)))


def test_a_wish_that_a_held_meeting_met_is_met(make) -> None:
    library = working(make)
    brief = make.brief(
        include=("extra",), meetings=(MeetingWish(include=("extra",)),) * 1 + (MeetingWish(),)
    )
    plan = compose(brief, library)
    again = compose(brief, library, held(plan, 1))

    assert "extra" in names(again, 1)
    assert "extra" not in names(again, 2)


def test_a_wish_that_is_still_open_comes_in_a_later_meeting(make) -> None:
    library = working(make)
    plan = compose(make.brief(exclude=("extra", "further")), library)
    again = compose(make.brief(include=("extra",)), library, held(plan, 1))

    assert "extra" in names(again, 2)


def test_a_wish_for_a_held_meeting_that_was_not_in_it_is_said(make) -> None:
    library = working(make)
    plan = compose(make.brief(exclude=("extra", "further")), library)
    wishes = (MeetingWish(include=("extra", "talk")), MeetingWish())
    again = compose(make.brief(meetings=wishes), library, held(plan, 1))

    assert again.meetings[0] == plan.meetings[0]
    assert found(again)["held-without"] == ("1", "Extra")


def test_another_date_for_a_held_meeting_changes_nothing_and_is_said(make) -> None:
    library = working(make)
    days = [datetime.date(2027, 2, 3), datetime.date(2027, 3, 3)]
    dated = tuple(MeetingWish(date=day) for day in days)
    plan = compose(make.brief(meetings=dated), library)
    moved = (MeetingWish(date=datetime.date(2027, 2, 4)), dated[1])

    assert "held-another-day" not in found(
        compose(make.brief(meetings=dated), library, held(plan, 1))
    )
    again = compose(make.brief(meetings=moved), library, held(plan, 1))
    assert again.meetings[0] == plan.meetings[0]
    assert found(again)["held-another-day"] == ("1",)


def test_a_wish_for_a_held_meeting_need_not_be_in_the_library_any_more(make) -> None:
    library = working(make)
    plan = compose(make.brief(), library)
    wishes = (MeetingWish(include=("vanished",)), MeetingWish())
    again = compose(make.brief(meetings=wishes), library, held(plan, 1))

    assert found(again)["held-without"] == ("1", "vanished")


def test_nothing_is_found_about_days_that_have_passed(make) -> None:
    library = working(make)
    days = [datetime.date(2027, 2, day) for day in (7, 6, 10)]
    brief = make.brief(meetings=tuple(MeetingWish(date=day) for day in days))
    plan = compose(brief, library)

    assert {"weekend", "order", "short-interval"} <= found(plan).keys()
    assert "short-interval" in found(compose(brief, library, held(plan, 2)))
    assert not {"weekend", "order"} & found(compose(brief, library, held(plan, 2))).keys()


def test_a_wish_that_never_came_is_said_when_all_is_over(make) -> None:
    library = working(make)
    plan = compose(make.brief(exclude=("extra", "further")), library)
    again = compose(make.brief(include=("extra",)), library, held(plan, 2))

    assert found(again) == {"over-without": ("Extra",)}


def test_fewer_meetings_than_were_held_is_a_clear_fault(make) -> None:
    library = working(make)
    plan = compose(make.brief(), library)

    with pytest.raises(DoesNotFit, match="2 meetings have been held, and the brief settles 1"):
        compose(make.brief(meetings=(MeetingWish(),)), library, held(plan, 2))


def test_a_held_meeting_cannot_become_another_kind_of_meeting(bundled) -> None:
    plan = compose(Brief("Lindehaven", "individual", ("cooperation",), 5), bundled)
    three = (MeetingWish(),) * 3

    with pytest.raises(DoesNotFit, match=r"Meeting 3 has been held as “Arbejdsmøde 2”, and the"):
        compose(evolve(plan.brief, meetings=three), bundled, held(plan, 3))
    with pytest.raises(DoesNotFit, match="keep the course type"):
        compose(evolve(plan.brief, course_type="full-day"), bundled, held(plan, 1))


def test_more_meetings_may_follow_those_held(bundled) -> None:
    plan = compose(Brief("Lindehaven", "individual", ("cooperation",), 5), bundled)
    five = evolve(plan.brief, meetings=(MeetingWish(),) * 5)
    again = compose(five, bundled, held(plan, 2))

    assert len(again.meetings) == 5
    assert again.meetings[:2] == plan.meetings[:2]


def test_a_held_meeting_may_be_as_long_as_it_was(bundled) -> None:
    plan = compose(Brief("Lindehaven", "individual", ("cooperation",), 5), bundled)
    wish = MeetingWish(minutes=17, start=datetime.time(23, 55))
    brief = evolve(plan.brief, meetings=(wish, *(MeetingWish(),) * 3))

    assert compose(brief, bundled, held(plan, 1)).meetings[0] == plan.meetings[0]


def test_every_action_that_is_open_has_a_row(bundled) -> None:
    brief = Brief("Kommunen", "joint", ("cooperation",), 60, committees=20)
    plan = compose(brief, bundled)
    actions = [agreed(number, 1) for number in range(30)]
    actions += [agreed(99, 1, ActionState.DONE), agreed(98, 1, ActionState.DROPPED)]
    again = compose(brief, bundled, held(plan, 1, *actions))

    assert again.meetings[1].waiting_actions == 30
    assert 0 < again.meetings[2].waiting_actions <= 12


def test_actions_that_were_all_ended_need_no_look_back(make) -> None:
    library = acting(make, 60)
    plan = compose(make.brief(), library)
    ended = held(plan, 1, agreed(1, 1, ActionState.DONE))

    assert plan.meetings[1].waiting_actions == 1
    assert compose(make.brief(), library, ended).meetings[1].waiting_actions == 0


def acting(make, minutes: int):
    exercises = [
        make.exercise("choose", Function.ACT, repeatable=True, yields=(Outcome.ACTIONS,)),
        make.exercise("gather", Function.LOOK_BACK, repeatable=True, minutes=(30, 30, 30)),
        make.exercise("talk", Function.EXPLORE, repeatable=True, minutes=(30, 30, 30)),
    ]
    return make.library(
        exercises,
        make.meeting("first", 60, make.slot(Function.ACT, required=False)),
        make.meeting("second", minutes, make.slot(Function.EXPLORE)),
        make.meeting("third", 90, make.slot(Function.EXPLORE)),
    )


def test_the_next_look_back_follows_up_on_the_meetings_that_agreed(make) -> None:
    library = acting(make, 90)
    plan = compose(make.brief(), library)
    again = compose(make.brief(), library, held(plan, 1, agreed(1, 1), agreed(2, 1)))
    reasons = [reason.details for reason in again.meetings[1].items[0].reasons]

    assert names(again, 2) == ["gather", "talk"]
    assert reasons[0] == ("1",)


def test_open_actions_wait_where_there_is_no_time_to_look_back(make) -> None:
    exercises = [
        make.exercise("gather", Function.LOOK_BACK, repeatable=True, minutes=(30, 30, 30)),
        make.exercise("talk", Function.EXPLORE, repeatable=True, minutes=(30, 30, 30)),
    ]
    short = make.meeting("short", 30, make.slot(Function.EXPLORE))
    long = make.meeting("long", 90, make.slot(Function.EXPLORE))
    library = make.library(exercises, evolve(short, repeat=Repeat(2, 2, 2)), long)
    plan = compose(make.brief(), library)

    again = compose(make.brief(), library, held(plan, 1, agreed(1, 1)))

    assert names(again, 2) == ["talk"]
    assert found(again)["no-look-back"] == ("2",)
    assert names(again, 3) == ["gather", "talk"]
    assert [meeting.waiting_actions for meeting in again.meetings] == [0, 1, 1]


@settings(max_examples=150)
@given(seed=st.integers(0, 2**40))
def test_a_course_that_goes_on_as_planned_can_always_be_planned_again(by_chance, seed: int) -> None:
    case = by_chance(seed)
    try:
        plan = compose(case.brief, case.library)
    except DoesNotFit:
        return
    for count in range(1, len(plan.meetings) + 1):
        again = compose(case.brief, case.library, held(plan, count))
        assert outline(again) == outline(plan)


@settings(max_examples=100)
@given(seed=st.integers(0, 2**40), count=st.integers(1, 3), open_=st.integers(0, 20))
def test_what_a_committee_writes_in_its_logbook_never_stops_a_plan(
    by_chance, seed: int, count: int, open_: int
) -> None:
    case = by_chance(seed)
    try:
        plan = compose(case.brief, case.library)
    except DoesNotFit:
        return
    logbook = held(plan, count, *(agreed(number, 1) for number in range(open_)))
    again = compose(case.brief, case.library, logbook)

    assert again.meetings[: len(logbook.meetings)] == logbook.meetings
    if following := again.next_meeting:
        assert following.waiting_actions >= open_

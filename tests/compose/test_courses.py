"""Whole courses: the rules that always hold, over the bundled content and over made-up ones."""

from __future__ import annotations

import datetime
from collections import Counter
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from spark_tools.compose import search
from spark_tools.compose.composer import DoesNotFit, compose
from spark_tools.model import (
    Action,
    Brief,
    Function,
    Grouping,
    ItemKind,
    Logbook,
    MeetingWish,
    Outcome,
    SessionPlan,
)

PAUSES = (ItemKind.BREAK, ItemKind.LUNCH)
HISTORY = Logbook((Action("a", "Kort morgenmøde", meeting=1),))
COURSE_TYPES = ("individual", "two-half-days", "full-day", "joint", "network")
THEMES = (
    "changes-and-transitions",
    "cooperation",
    "violence-and-threats",
    "work-content-and-demands",
    "harassment",
    "lone-work",
)


def composed(brief, library, history, held=()) -> SessionPlan | None:
    """Compose, or give None where that cannot be (which comes with a reason)."""
    logbook = HISTORY if history else Logbook()
    try:
        return compose(brief, library, evolve(logbook, meetings=held))
    except DoesNotFit as verdict:
        if not str(verdict):
            raise
        return None


def check(plan: SessionPlan, history: bool = False) -> None:
    """Hold *plan* against every rule that always holds."""
    for meeting in plan.meetings:
        check_clock(meeting)
        check_exercises(plan, meeting)
    check_order(plan, history)


def check_clock(meeting) -> None:
    at = work = 0
    for item in meeting.items:
        assert item.start == at
        assert item.start % 5 == 0
        assert item.minutes % 5 == 0
        assert item.minutes > 0
        at += item.minutes
        if item.kind in PAUSES:
            work = 0
        elif item.kind is ItemKind.EXERCISE:
            work += item.minutes
        assert work <= 90
        if item.kind is ItemKind.BREAK:
            assert item.minutes in (10, 15)
        if item.kind is ItemKind.LUNCH:
            assert 30 <= item.minutes <= 45
            assert datetime.time(11) <= meeting.clock(item.start) <= datetime.time(13)
    assert at == meeting.minutes
    kinds = [item.kind for item in meeting.items]
    assert kinds[0] not in PAUSES
    assert kinds[-1] not in PAUSES
    assert all(one not in PAUSES or two not in PAUSES for one, two in pairwise(kinds))
    spans_noon = meeting.start <= datetime.time(11, 30) and (
        meeting.start.hour * 60 + meeting.start.minute + meeting.minutes >= 13 * 60
    )
    assert kinds.count(ItemKind.LUNCH) == spans_noon


def check_exercises(plan, meeting) -> None:
    for exercise in meeting.exercises:
        items = [item for item in meeting.items if item.exercise == exercise]
        steps = [step for item in items for step in item.steps]
        assert [each.step for each in steps] == list(exercise.steps)
        assert [item.part for item in items] in ([0], [1, 2])
        for item in items:
            assert 0 <= item.minutes - sum(each.minutes for each in item.steps) <= 4
            assert sum(item.group_sizes) == plan.brief.participants
            assert item.reasons
            size = exercise.participants.group
            if size:
                assert max(item.group_sizes) <= size.max
            if size and len(item.group_sizes) > 1 and plan.course_type.grouping is Grouping.MIXED:
                assert min(item.group_sizes) >= size.min


def check_order(plan, history) -> None:
    has = {Outcome.ACTIONS} if history else set()
    waiting = history
    times: Counter[str] = Counter()
    for meeting in plan.meetings:
        placed = [
            *(placement.exercise for placement in meeting.before),
            *meeting.exercises,
            *(placement.exercise for placement in meeting.after),
        ]
        assert len({exercise.id for exercise in placed}) == len(placed)
        for exercise in placed:
            assert set(exercise.needs) <= has, exercise.id
            has |= set(exercise.yields)
            times[exercise.id] += 1
            assert times[exercise.id] == 1 or exercise.repeatable
            assert exercise.id not in plan.brief.exclude
        missing = any(
            finding.code == "no-look-back" and finding.meeting == meeting.number
            for finding in plan.findings
        )
        looks = not missing and any(
            Function.LOOK_BACK in exercise.functions for exercise in meeting.exercises
        )
        if meeting.number == 1 and not history:
            assert not looks
        assert bool(meeting.waiting_actions) == waiting
        if waiting:
            assert looks or missing
        agreed = any(Outcome.ACTIONS in exercise.yields for exercise in placed)
        waiting = agreed or (waiting and not looks)
        wish = plan.brief.meetings[meeting.number - 1] if plan.brief.meetings else MeetingWish()
        assert set(wish.include) <= {exercise.id for exercise in placed}
    assert set(plan.brief.include) <= set(times)
    evaluates = any(
        Function.EVALUATE in exercise.functions for exercise in plan.meetings[-1].exercises
    )
    assert evaluates or any(finding.code == "no-evaluation" for finding in plan.findings)


@pytest.mark.parametrize("course_type", COURSE_TYPES)
@pytest.mark.parametrize("theme", THEMES)
def test_every_course_type_goes_with_every_theme(bundled, course_type, theme):
    brief = Brief("Kløverskolen", course_type, (theme,), 12, committees=3)
    plan = compose(brief, bundled)
    check(plan)
    assert len(plan.meetings) >= 1


@pytest.mark.parametrize("course_type", COURSE_TYPES)
@pytest.mark.parametrize("participants", [1, 2, 3, 5, 7, 11, 23, 36, 60])
def test_every_course_type_takes_from_one_to_sixty_people(bundled, course_type, participants):
    check(compose(Brief("Kløverskolen", course_type, ("cooperation",), participants), bundled))


@pytest.mark.parametrize("committees", [2, 9, 35])
def test_a_joint_course_takes_up_to_thirty_five_committees(bundled, committees):
    brief = Brief("Kommunen", "joint", ("cooperation",), 5 * committees, committees)
    plan = compose(brief, bundled)
    check(plan)
    assert all(
        len(item.group_sizes) >= committees
        for meeting in plan.meetings
        for item in meeting.items
        if item.exercise and item.exercise.participants.group
    )


def test_the_individual_course_prepares_looks_back_and_evaluates(bundled):
    dates = (datetime.date(2027, 2, 3), datetime.date(2027, 3, 3), datetime.date(2027, 4, 7))
    brief = Brief(
        "Kløverskolen",
        "individual",
        ("cooperation",),
        5,
        meetings=tuple(MeetingWish(date=date) for date in dates),
    )
    plan = compose(brief, bundled)
    check(plan)
    first, second, last = plan.meetings
    assert [placement.exercise.id for placement in first.before] == ["homework"]
    assert "since-last-time" in {exercise.id for exercise in second.exercises}
    assert "learning-and-evaluation" in {exercise.id for exercise in last.exercises}
    assert second.title == "Arbejdsmøde"
    assert [meeting.date for meeting in plan.meetings] == list(dates)


def test_repeated_meetings_are_numbered(bundled):
    brief = Brief("K", "individual", ("cooperation",), 5, meetings=(MeetingWish(),) * 5)
    titles = [meeting.title for meeting in compose(brief, bundled).meetings]
    assert titles[1:4] == ["Arbejdsmøde 1", "Arbejdsmøde 2", "Arbejdsmøde 3"]


def test_a_full_day_has_lunch(bundled):
    (day,) = compose(Brief("K", "full-day", ("cooperation",), 5), bundled).meetings
    assert [item.kind for item in day.items].count(ItemKind.LUNCH) == 1


def test_the_same_brief_gives_the_same_plan_whatever_came_before(bundled):
    brief = Brief("K", "network", ("lone-work",), 36, 10)
    assert compose(brief, bundled) == compose(brief, bundled)


def test_the_plan_is_named_without_names(bundled):
    plan = compose(Brief("Kløverskolen", "full-day", ("cooperation",), 5), bundled)
    other = compose(Brief("Havnen", "full-day", ("cooperation",), 5), bundled)
    assert len(plan.id) == 16
    assert plan.id != other.id


def test_open_actions_in_the_logbook_are_looked_back_at_in_the_first_meeting(bundled):
    plan = compose(Brief("K", "individual", ("cooperation",), 5), bundled, HISTORY)
    check(plan, history=True)
    assert plan.meetings[0].waiting_actions == 1
    assert "since-last-time" in {exercise.id for exercise in plan.meetings[0].exercises}


def test_a_wish_comes_even_where_the_slot_is_full(bundled):
    wish = MeetingWish(include=("perspective-mapping", "when-it-works"))
    brief = Brief(
        "K", "individual", ("cooperation",), 5, minutes=300, meetings=(wish, *(MeetingWish(),) * 3)
    )
    check(compose(brief, bundled))


def test_what_was_passed_over_says_why(bundled):
    plan = compose(Brief("K", "individual", ("cooperation",), 5), bundled)
    used = {exercise.id for meeting in plan.meetings for exercise in meeting.exercises}
    passed = {exercise.id: reason.kind.value for exercise, reason in plan.passed_over}
    assert not used & set(passed)
    assert passed["market"] == "other-course-type"


@st.composite
def briefs(draw):
    course_type = draw(st.sampled_from(COURSE_TYPES))
    participants = draw(st.integers(1, 60))
    names = st.sampled_from(
        ("perspective-mapping", "over-under-standard", "try-out-actions", "reflecting-team",
         "keep-going", "must-and-can", "notice-speech-acts", "uninterrupted-round")
    )  # fmt: skip
    minutes = st.none() | st.integers(12, 84).map(lambda marks: marks * 5)
    meetings = draw(st.sampled_from((0, 0, 2, 3, 5)))
    return Brief(
        "Kløverskolen",
        course_type,
        tuple(draw(st.lists(st.sampled_from(THEMES), min_size=1, max_size=3, unique=True))),
        participants,
        committees=draw(st.integers(1, min(35, participants))) if course_type == "joint" else 1,
        start=datetime.time(draw(st.integers(7, 14)), draw(st.sampled_from((0, 15, 30, 45)))),
        minutes=draw(minutes),
        meetings=tuple(MeetingWish(minutes=draw(minutes)) for _ in range(meetings)),
        include=tuple(draw(st.lists(names, max_size=2, unique=True))),
    )


@settings(max_examples=60, deadline=None)
@given(brief=briefs(), history=st.booleans())
def test_any_course_of_the_bundled_content_keeps_the_rules(bundled, brief, history):
    if plan := composed(brief, bundled, history):
        check(plan, history)


@settings(max_examples=40, deadline=None)
@given(brief=briefs(), held=st.integers(1, 4), minutes=st.integers(12, 84))
def test_any_course_that_goes_on_in_other_lengths_keeps_the_rules(bundled, brief, held, minutes):
    if not (plan := composed(brief, bundled, history=False)):
        return
    other = evolve(brief, minutes=minutes * 5)
    if again := composed(other, bundled, history=False, held=plan.meetings[:held]):
        assert again.meetings[:held] == plan.meetings[:held]
        check(again)


@settings(max_examples=120, deadline=None)
@given(seed=st.integers(0, 2**40))
def test_any_course_of_a_made_up_library_keeps_the_rules(by_chance, seed):
    case = by_chance(seed)
    if plan := composed(case.brief, case.library, case.history):
        check(plan, case.history)


def test_a_choice_that_is_not_proved_the_best_says_so(monkeypatch, bundled):
    brief = Brief("Lindehaven", "individual", ("cooperation",), 5)
    assert "not-proved" not in {each.code for each in compose(brief, bundled).findings}

    monkeypatch.setattr(search, "EFFORT", 1)

    assert "not-proved" in {each.code for each in compose(brief, bundled).findings}

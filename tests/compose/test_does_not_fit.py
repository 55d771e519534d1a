"""What cannot be is said with where, by how much, and what would help."""

import datetime

import pytest
from attrs import evolve

from spark_tools.compose.composer import DoesNotFit, compose
from spark_tools.model import (
    Brief,
    FaultError,
    Function,
    GroupSize,
    MeetingWish,
    Outcome,
    Participants,
)

FIVE = (
    "perspective-mapping",
    "over-under-standard",
    "try-out-actions",
    "speaking-listening-positions",
    "reflecting-team",
)


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("SPARK_LANG", "en")


def faults(brief, library) -> str:
    with pytest.raises(FaultError) as caught:
        compose(brief, library)
    return str(caught.value)


def test_five_wishes_in_ninety_minutes_say_how_long_it_takes_and_what_leaving_out_saves(bundled):
    brief = Brief("K", "full-day", ("cooperation",), 5, minutes=90, include=FIVE)
    said = faults(brief, bundled)
    assert "Meeting 1 (Hel dag) is" in said
    assert "minutes too short: it lasts 90 minutes" in said
    assert "“Over eller under standard”" in said
    assert "leave out “Prøvehandlinger”, which saves 30 minutes" in said


def test_a_meeting_as_long_as_the_advice_says_fits(bundled):
    brief = Brief("K", "full-day", ("cooperation",), 5, minutes=90, include=FIVE)
    said = faults(brief, bundled)
    enough = int(said.split("make meeting 1 at least ")[1].split()[0])
    compose(evolve(brief, minutes=enough), bundled)
    with pytest.raises(DoesNotFit):
        compose(evolve(brief, minutes=enough - 5), bundled)


def test_an_impossible_number_of_meetings_says_what_is_possible(bundled):
    brief = Brief("K", "two-half-days", ("cooperation",), 5, meetings=(MeetingWish(),))
    assert "has 2 meetings; the brief settles 1" in faults(brief, bundled)


def test_a_length_off_the_five_minute_marks_names_the_nearest(bundled):
    brief = Brief("K", "full-day", ("cooperation",), 5, minutes=392)
    assert "make it 390 or 395" in faults(brief, bundled)


def test_a_meeting_may_not_pass_midnight(bundled):
    brief = Brief("K", "full-day", ("cooperation",), 5, start=datetime.time(20))
    assert "goes past midnight" in faults(brief, bundled)


def test_a_wish_that_no_slot_takes_says_what_it_is_for(bundled):
    brief = Brief("K", "full-day", ("cooperation",), 5, include=("interview-a-colleague",))
    assert (
        "“Interview en kollega” is for the interval between meetings, and no meeting of this "
        "course type has a place for that." in faults(brief, bundled)
    )


def test_a_wish_in_the_wrong_meeting_says_which_would_take_it(bundled):
    wishes = (MeetingWish(include=("since-last-time",)), MeetingWish(), MeetingWish())
    brief = Brief("K", "individual", ("cooperation",), 5, meetings=wishes)
    assert "meeting 1 has no place for that; meeting 2 and 3 has" in faults(brief, bundled)


def test_what_is_both_wished_and_left_out_is_a_contradiction(bundled):
    name = ("try-out-actions",)
    brief = Brief("K", "full-day", ("cooperation",), 5, include=name, exclude=name)
    assert "both asked for and left out" in faults(brief, bundled)


def test_an_exercise_made_to_come_once_cannot_be_asked_for_twice(bundled):
    wish = MeetingWish(include=("over-under-standard",))
    brief = Brief("K", "individual", ("cooperation",), 5, meetings=(wish, wish, MeetingWish()))
    assert "is made to come once" in faults(brief, bundled)


def test_everything_unknown_is_named_at_once(bundled):
    brief = Brief("K", "nope", ("wind",), 0, include=("juggling",))
    said = faults(brief, bundled)
    for name in ("nope", "wind", "juggling", "at least one participant"):
        assert name in said


def test_an_empty_slot_says_why_each_exercise_was_passed_over(make):
    exercises = [
        make.exercise("big", Function.EXPLORE, people=Participants(8, 30)),
        make.exercise("other", Function.EXPLORE, themes=("beta",)),
        make.exercise("later", Function.EXPLORE, needs=(Outcome.WISH,)),
    ]
    library = make.library(exercises, make.meeting("day", 60, make.slot(Function.EXPLORE)))
    said = faults(make.brief(), library)
    assert "No exercise fits “Explore” in meeting 1" in said
    assert "“Big” (only 6 participants; needs at least 8)" in said
    assert "“Other” (is about Beta)" in said
    assert "“Later” (needs a wish for change first)" in said


def test_people_who_cannot_be_shared_out_are_a_reason(make):
    people = Participants(1, 30, GroupSize(4, 5))
    exercises = [make.exercise("fours", Function.EXPLORE, people=people)]
    library = make.library(exercises, make.meeting("day", 60, make.slot(Function.EXPLORE)))
    assert "do not split into groups of 4 to 5" in faults(make.brief(participants=6), library)


def test_two_places_cannot_share_the_only_exercise(make):
    exercises = [make.exercise("only", Function.EXPLORE)]
    meetings = (make.meeting(name, 60, make.slot(Function.EXPLORE)) for name in ("one", "two"))
    said = faults(make.brief(), make.library(exercises, *meetings))
    assert "Nothing is left for “Explore” in meeting" in said
    assert "only once in a course" in said


def test_what_the_brief_leaves_out_is_named_where_it_is_missed(bundled):
    brief = Brief("K", "individual", ("cooperation",), 5, exclude=("check-in",))
    said = faults(brief, bundled)
    assert "“Check ind” (left out by the brief)" in said


def test_one_more_meeting_is_offered_where_that_helps(make):
    from spark_tools.model import Repeat

    names = ("one", "two")
    exercises = [make.exercise(name, Function.EXPLORE, minutes=(60, 60, 60)) for name in names]
    slot = make.slot(Function.EXPLORE, required=False)
    library = make.library(exercises, make.meeting("day", 60, slot, repeat=Repeat(1, 1, 3)))
    said = faults(make.brief(include=names), library)
    assert "hold 2 meetings" in said


def test_a_day_across_noon_with_a_single_step_is_told_that_lunch_has_no_place(make):
    exercises = [make.exercise("only", Function.EXPLORE)]
    library = make.library(exercises, make.meeting("day", 300, make.slot(Function.EXPLORE)))
    assert "too little work for before and after lunch" in faults(make.brief(), library)

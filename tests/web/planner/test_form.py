"""The form keeps what is typed, and goes in a link that is sent to nobody."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.web.planner.form import (
    MOST_MEETINGS,
    MeetingForm,
    PlanForm,
    as_link,
    form_from,
    form_from_link,
    pairs,
)

typed = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r"), max_size=20)
ticked = st.lists(typed.filter(bool), unique=True, max_size=4).map(tuple)
rows = st.builds(MeetingForm, typed, typed, typed, typed, ticked)
forms = st.builds(
    PlanForm,
    **dict.fromkeys(("course_type", "workplace", "participants", "count", "wish"), typed),
    **dict.fromkeys(("themes", "include", "exclude"), ticked),
    meetings=st.lists(rows, max_size=MOST_MEETINGS)
    .filter(lambda found: not found or found[-1] != MeetingForm())
    .map(tuple),
)


def as_values(form: PlanForm) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for name, value in pairs(form):
        values.setdefault(name, []).append(value)
    return values


@given(form=forms)
def test_nothing_that_is_typed_is_lost(form: PlanForm) -> None:
    assert form_from(as_values(form)) == form


@given(form=forms)
def test_a_link_carries_all_that_is_typed(form: PlanForm) -> None:
    assert form_from_link(as_link(form)) == form


@given(
    values=st.dictionaries(typed | st.sampled_from(["themes", "meetings.0.date"]), st.lists(typed))
)
def test_whatever_is_sent_is_a_form(values: dict[str, list[str]]) -> None:
    form = form_from(values)
    assert form_from(as_values(form)) == form


def test_a_link_is_plain_ascii_and_says_only_what_is_typed() -> None:
    form = PlanForm(workplace="Børn & Unge", themes=("cooperation", "noise"))
    assert as_link(form) == "themes=cooperation&themes=noise&workplace=B%C3%B8rn+%26+Unge"


def test_a_link_with_too_much_in_it_is_an_empty_form() -> None:
    assert form_from_link("themes=x&" * 1000) == PlanForm()


def test_what_a_list_to_choose_from_leaves_empty_is_no_choice() -> None:
    assert form_from({"include": ["round", "", "round", "market"]}).include == ("round", "market")


def test_meetings_beyond_the_most_are_left_out() -> None:
    form = form_from({f"meetings.{index}.place": ["Kantinen"] for index in range(40)})
    assert len(form.meetings) == MOST_MEETINGS


def test_a_meeting_nothing_is_typed_about_is_empty(course: PlanForm) -> None:
    assert course.meeting(1) == MeetingForm(date="2027-02-03")
    assert course.meeting(7) == MeetingForm()
    assert evolve(course, meetings=()).meeting(1) == MeetingForm()

"""What is typed becomes a brief, or is told to be wrong where it is wrong."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.content.brief_data import read_brief_text
from spark_tools.content.brief_text import brief_as_toml
from spark_tools.i18n import speaking
from spark_tools.model import Brief, FaultError, MeetingWish
from spark_tools.web.planner.form import MeetingForm, PlanForm
from spark_tools.web.planner.reading import form_of, read_form
from spark_tools.web.toolbox import LOOKS


def wrong(form: PlanForm, library: Any) -> list[tuple[str, str]]:
    with pytest.raises(FaultError) as caught:
        read_form(form, library, LOOKS)
    return [(fault.file, fault.message) for fault in caught.value.faults]


def test_what_is_typed_becomes_a_brief(course: PlanForm, library: Any) -> None:
    assert read_form(course, library, LOOKS) == Brief(
        "Plejecenter Lindehaven",
        "individual",
        ("cooperation",),
        5,
        meetings=(MeetingWish(datetime.date(2027, 2, 3)), MeetingWish(), MeetingWish()),
    )


@given(data=st.data())
def test_any_brief_is_the_same_after_the_form(data: Any, briefs: Any, library: Any) -> None:
    brief = data.draw(briefs(library))
    form = form_of(brief)
    read = read_form(form, library, LOOKS)

    assert (read, read.dress) == (brief, brief.dress)
    assert form_of(read) == form


@given(data=st.data())
def test_any_form_is_the_same_after_its_course_file(data: Any, briefs: Any, library: Any) -> None:
    form = form_of(data.draw(briefs(library)))
    written = brief_as_toml(read_form(form, library, LOOKS), library)

    assert form_of(read_brief_text(written.encode(), library).brief) == form


@pytest.mark.parametrize(
    ("date", "time", "number"), [("3.2.2027", "9.00", " 5 "), ("3/2-2027", "9:00", "5")]
)
def test_dates_times_and_numbers_may_be_typed_as_people_do(
    date: str, time: str, number: str, course: PlanForm, library: Any
) -> None:
    row = MeetingForm(date=date, start=time)
    form = evolve(course, meetings=(row,), start=time, participants=number)
    assert read_form(form, library, LOOKS).meetings[0].start == datetime.time(9)
    assert read_form(form, library, LOOKS).meetings[0].date == datetime.date(2027, 2, 3)


def test_without_a_number_the_course_type_decides(course: PlanForm, library: Any) -> None:
    unsaid = evolve(course, count="")
    assert len(read_form(unsaid, library, LOOKS).meetings) == 4
    assert read_form(evolve(unsaid, meetings=()), library, LOOKS).meetings == ()


def test_a_meeting_filled_in_beyond_the_usual_number_is_a_meeting(
    course: PlanForm, library: Any
) -> None:
    rows = (MeetingForm(),) * 4 + (MeetingForm(place="Kantinen"),)
    assert len(read_form(evolve(course, count="", meetings=rows), library, LOOKS).meetings) == 5


MISTAKES = [
    ({"participants": "ti"}, "participants", "“ti” is not a number; write it as 10"),
    ({"participants": "0"}, "participants", '"Number of participants" must be at least 1'),
    ({"participants": ""}, "participants", '"Number of participants" is missing'),
    ({"workplace": "  "}, "workplace", '"Workplace" is missing'),
    ({"themes": ()}, "themes", '"Themes" is missing'),
    ({"themes": ("cooperation", "x")}, "themes", 'there is no theme "x".'),
    ({"course_type": "x"}, "course_type", 'there is no course type "x".'),
    ({"wish": "x" * 1001}, "wish", "this is too long: at most 1000 characters"),
    ({"wish": "\0"}, "wish", "the character U+0000 cannot be printed"),
    ({"count": "40"}, "count", "a course has from 1 to 12 meetings"),
    ({"start": "ni"}, "start", "“ni” is not a time of day; write it as 9.00"),
    ({"start": "9.07"}, "start", '"Starts at" must be on a five-minute mark, such as 10:05'),
    ({"minutes": "7"}, "minutes", '"Length in minutes" must be at least 30'),
    ({"language": "sv"}, "language", '"sv" is not one of: da, en.'),
    ({"look": "neon"}, "look", "there is no such look here"),
    ({"include": ("x",)}, "include", 'there is no exercise "x".'),
    (
        {"include": ("homework",), "exclude": ("homework",)},
        "exclude",
        '"Hjemmeopgave" is both included and excluded',
    ),
    (
        {"meetings": (MeetingForm(), MeetingForm(date="i morgen"))},
        "meetings.1.date",
        "“i morgen” is not a date; write it as 3.2.2027",
    ),
    (
        {"meetings": (MeetingForm(minutes="31"),)},
        "meetings.0.minutes",
        '"Length in minutes" must be a multiple of 5',
    ),
    (
        {"meetings": (MeetingForm(),) * 3 + (MeetingForm(place="Kantinen"),)},
        "count",
        "something is filled in about meeting 4, beyond this number",
    ),
]


@pytest.mark.parametrize(("change", "field", "said"), MISTAKES)
def test_a_mistake_is_told_where_it_is(
    change: dict[str, Any], field: str, said: str, course: PlanForm, library: Any
) -> None:
    assert wrong(evolve(course, **change), library) == [(field, said)]


def test_all_mistakes_come_at_once_in_the_order_of_the_form(library: Any) -> None:
    rows = (MeetingForm(date="3.3.2027", minutes="x"), MeetingForm(date="3.2.2027"))
    form = PlanForm(participants="ti", count="2", meetings=rows, start="9", look="neon")
    assert [field for field, _ in wrong(form, library)] == [
        "course_type",
        "themes",
        "workplace",
        "participants",
        "meetings.0.minutes",
        "meetings.1.date",
        "start",
        "look",
    ]


def test_mistakes_are_told_in_the_readers_words(course: PlanForm, library: Any) -> None:
    with speaking("da"):
        found = wrong(evolve(course, participants="ti", workplace=""), library)
    assert found == [
        ("workplace", "»Arbejdsplads« mangler"),
        ("participants", "»ti« er ikke et tal; skriv det som 10"),
    ]


typed = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)


@given(
    texts=st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("participants", "count", "start", "minutes", "wish"), typed)
    ),
    row=st.builds(MeetingForm, typed, typed, typed, typed),
)
def test_whatever_is_typed_is_read_or_told(
    texts: dict[str, str], row: MeetingForm, course: PlanForm, library: Any
) -> None:
    form = evolve(course, meetings=(row,), **texts)
    try:
        told = (read_form(form, library, LOOKS).workplace,)
    except FaultError as error:
        told = tuple(fault.file for fault in error.faults)
    assert all(told)

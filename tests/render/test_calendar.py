import datetime

import attrs
import pytest
from icalendar import Calendar

from spark_tools.model import (
    AgendaItem,
    Brief,
    CourseType,
    Exercise,
    Function,
    GroupSize,
    ItemKind,
    Look,
    Meeting,
    Participants,
    SessionPlan,
    Source,
    SourceStatus,
)
from spark_tools.render.calendar import draw

OWN = Source(SourceStatus.OWN, "Egen udformning")
LOOK = Look(())


def exercise(title):
    return Exercise("x", title, "", (Function.EXPLORE,), Participants(1, 60), (), OWN)


@pytest.fixture
def plan(nasty_name):
    items = (
        AgendaItem(ItemKind.EXERCISE, 0, 50, exercise("Siden sidst")),
        AgendaItem(ItemKind.BREAK, 50, 10),
        AgendaItem(ItemKind.EXERCISE, 60, 105, exercise("Kort, streg; og tegn")),
        AgendaItem(ItemKind.BUFFER, 165, 15),
    )
    first = Meeting(
        1, "first", "Opstart", "", 180, datetime.time(9), items,
        datetime.date(2027, 3, 3), "Personalerummet, 1. sal",
    )  # fmt: skip
    meetings = (
        first,
        attrs.evolve(first, number=2, title="Arbejdsmøde", date=None),
        attrs.evolve(first, number=3, title="Afslutning", date=datetime.date(2027, 4, 7)),
    )
    brief = Brief(nasty_name, "individual", (), 5)
    kind = CourseType("individual", "Individuelt forløb", "", (), GroupSize(3, 12), OWN)
    return SessionPlan("0f3a", brief, kind, (), meetings)


def events(plan):
    return Calendar.from_ical(draw(plan, LOOK)).walk("VEVENT")


def test_each_dated_meeting_is_one_event(plan, nasty_name):
    assert [str(event["SUMMARY"]) for event in events(plan)] == [
        f"Møde 1: Opstart – {nasty_name}",
        f"Møde 3: Afslutning – {nasty_name}",
    ]


def test_an_event_takes_the_meetings_time_in_denmark_summer_and_winter(plan):
    spans = [(event.decoded("DTSTART"), event.decoded("DTEND")) for event in events(plan)]
    assert [start.isoformat() for start, _ in spans] == [
        "2027-03-03T09:00:00+01:00",
        "2027-04-07T09:00:00+02:00",
    ]
    assert [end - start for start, end in spans] == [datetime.timedelta(hours=3)] * 2
    assert b"DTSTART;TZID=Europe/Copenhagen:20270303T090000\r\n" in draw(plan, LOOK)


def test_the_file_carries_the_rules_of_its_time_zone(plan):
    (zone,) = Calendar.from_ical(draw(plan, LOOK)).walk("VTIMEZONE")
    denmark = zone.to_tz(lookup_tzid=False)
    days = {(2027, 3, 28): 1, (2027, 3, 29): 2, (2027, 10, 31): 2, (2031, 12, 1): 1}
    for day, hours in days.items():
        moment = datetime.datetime(*day, 0, 30, tzinfo=denmark)
        assert moment.utcoffset() == datetime.timedelta(hours=hours)


def test_an_event_tells_where_and_what(plan):
    event = events(plan)[0]
    assert event["LOCATION"] == "Personalerummet, 1. sal"
    assert event["DESCRIPTION"] == (
        "9.00 Siden sidst\n9.50 Pause\n10.00 Kort, streg; og tegn\n11.45 Luft"
    )


def test_an_english_course_has_an_english_calendar(plan):
    english = attrs.evolve(plan, brief=attrs.evolve(plan.brief, language="en"))
    event = events(english)[0]
    assert event["SUMMARY"].startswith("Meeting 1: Opstart")
    assert "9:50 Break" in event["DESCRIPTION"]


def test_a_meeting_past_midnight_ends_the_next_day(plan):
    late = attrs.evolve(plan.meetings[0], start=datetime.time(22))
    (event,) = events(attrs.evolve(plan, meetings=(late,)))
    assert event.decoded("DTEND").isoformat() == "2027-03-04T01:00:00+01:00"


def test_events_are_known_again_by_plan_and_number(plan):
    assert [str(event["UID"]) for event in events(plan)] == [
        "0f3a-1@spark-tools",
        "0f3a-3@spark-tools",
    ]


def test_every_line_is_short_and_ends_as_the_standard_says(plan):
    lines = draw(plan, LOOK).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(b"\n" not in line for line in lines)


def test_the_file_has_all_that_the_standard_requires(plan):
    calendar = Calendar.from_ical(draw(plan, LOOK))
    assert calendar["VERSION"] == "2.0"
    assert "spark-tools" in calendar["PRODID"]
    assert [error for part in calendar.walk() for error in part.errors] == []
    assert all({"UID", "DTSTAMP", "DTSTART"} <= set(event) for event in events(plan))


def test_the_same_plan_gives_the_same_bytes(plan):
    assert draw(plan, LOOK) == draw(plan, LOOK)


def test_a_course_without_dates_gives_an_empty_calendar(plan):
    assert events(attrs.evolve(plan, meetings=(plan.meetings[1],))) == []

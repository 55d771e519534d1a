"""A plan as an iCalendar file (RFC 5545) with one event a dated meeting."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from spark_tools.document.clock import clock
from spark_tools.document.wording import item_title
from spark_tools.i18n import words
from spark_tools.model import AgendaItem, Look, Meeting, SessionPlan

if TYPE_CHECKING:
    from icalendar import Event, Timezone

ZONE = "Europe/Copenhagen"
_STAMP = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  # not now: same plan, same file


def draw(plan: SessionPlan, look: Look) -> bytes:
    """Give the dated meetings of *plan* as the bytes of an iCalendar file.

    Meetings without a date are left out. Times are those of Denmark, and the
    file carries that time zone's rules. The look has no say here.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//spark-tools//spark-tools//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add_component(_time_zone())
    for meeting in plan.meetings:
        if meeting.date:
            calendar.add_component(_event(plan, meeting, meeting.date))
    return bytes(calendar.to_ical())


def _event(plan: SessionPlan, meeting: Meeting, date: datetime.date) -> Event:
    from icalendar import Event

    start = datetime.datetime.combine(date, meeting.start)
    language = plan.brief.language
    summary = words("render", language)(
        "Meeting {number}: {title} – {workplace}",
        number=meeting.number,
        title=meeting.title,
        workplace=plan.brief.workplace,
    )
    event = Event()
    event.add("uid", f"{plan.id}-{meeting.number}@spark-tools")
    event.add("dtstamp", _STAMP)
    event.add("summary", summary)
    event.add("dtstart", start, parameters={"TZID": ZONE})
    end = start + datetime.timedelta(minutes=meeting.minutes)
    event.add("dtend", end, parameters={"TZID": ZONE})
    if meeting.place:
        event.add("location", meeting.place)
    event.add("description", "\n".join(_line(meeting, item, language) for item in meeting.items))
    return event


def _line(meeting: Meeting, item: AgendaItem, language: str) -> str:
    title = item_title(item, words("document", language))
    return f"{clock(meeting.clock(item.start), language)} {title}"


def _time_zone() -> Timezone:
    """Give Danish time by the rule that has held since 1996, for any year."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", ZONE)
    for component, first, name, before, after in (
        (TimezoneDaylight(), datetime.datetime(1996, 3, 31, 2), "CEST", 1, 2),
        (TimezoneStandard(), datetime.datetime(1996, 10, 27, 3), "CET", 2, 1),
    ):
        component.add("dtstart", first)
        component.add("rrule", {"freq": "yearly", "bymonth": first.month, "byday": "-1su"})
        component.add("tzname", name)
        component.add("tzoffsetfrom", datetime.timedelta(hours=before))
        component.add("tzoffsetto", datetime.timedelta(hours=after))
        zone.add_component(component)
    return zone

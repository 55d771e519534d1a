"""Clock times, dates and lengths of time as Danish and English readers write them."""

from __future__ import annotations

import datetime

from spark_tools.i18n import Words
from spark_tools.model import AgendaItem, Meeting

_MONTHS = {
    "da": (
        *("januar", "februar", "marts", "april", "maj", "juni"),
        *("juli", "august", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_WEEKDAYS = {
    "da": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
NO_BREAK = "\N{NO-BREAK SPACE}"


def iso_day(text: str) -> datetime.date | None:
    """Give the day that *text* is in ISO 8601, or None."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def clock(moment: datetime.time, language: str) -> str:
    """Give *moment* as ``9.05`` in Danish and ``9:05`` in English."""
    return f"{moment.hour}{'.' if language == 'da' else ':'}{moment.minute:02}"


def span(start: datetime.time, end: datetime.time, language: str) -> str:
    """Give ``9.00–9.10`` (Danish) or ``9:00–9:10`` (English)."""
    return f"{clock(start, language)}–{clock(end, language)}"


def at(times: str, language: str) -> str:
    """Put what announces a clock time before *times*: ``kl. 9.00``; English has nothing."""
    return f"kl.{NO_BREAK}{times}" if language == "da" else times


def date(day: datetime.date, language: str) -> str:
    """Give ``3. februar 2027`` or ``3 February 2027``."""
    return f"{day_and_month(day, language)} {day.year}"


def day_and_month(day: datetime.date, language: str) -> str:
    """Give ``3. februar`` or ``3 February``."""
    dot = "." if language == "da" else ""
    return f"{day.day}{dot}{NO_BREAK}{_MONTHS[language][day.month - 1]}"


def weekday_and_date(day: datetime.date, language: str) -> str:
    """Give ``onsdag den 3. februar 2027`` or ``Wednesday 3 February 2027``."""
    den = "den " if language == "da" else ""
    return f"{_WEEKDAYS[language][day.weekday()]} {den}{date(day, language)}"


def duration(minutes: int, words: Words) -> str:
    """Give whole minutes as a reader says them: ``45 min``, ``3 timer``, ``2 timer 30 min``."""
    hours, rest = divmod(minutes, 60)
    spoken = [words.count("{n} hour", "{n} hours", hours)] if hours else []
    if rest or not hours:
        spoken.append(words("{minutes} min", minutes=rest))
    return " ".join(spoken)


def item_span(meeting: Meeting, item: AgendaItem, language: str) -> str:
    """Give the clock times from the start to the end of *item*."""
    return span(meeting.clock(item.start), meeting.clock(item.start + item.minutes), language)


def meeting_hours(meeting: Meeting, language: str) -> str:
    """Give the clock times of the whole meeting, announced: ``kl. 9.00–12.00``."""
    return at(span(meeting.start, meeting.end, language), language)


def meeting_day(meeting: Meeting, words: Words) -> str:
    """Give the meeting's weekday and date, or that it is still to be agreed."""
    if meeting.date is None:
        return words("date to be agreed")
    return weekday_and_date(meeting.date, words.language)

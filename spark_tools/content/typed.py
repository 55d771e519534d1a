"""Dates, times of day and numbers as people type them."""

from __future__ import annotations

import datetime
import re

_DAY_FIRST = re.compile(r"(\d{1,2})[./-] ?(\d{1,2})[.-] ?(\d{4})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)


def typed_date(typed: str) -> datetime.date | None:
    """Give the date that is *typed* as ``2027-02-03``, ``3.2.2027``, ``3/2-2027``, else None."""
    typed = typed.strip()
    try:
        if found := _DAY_FIRST.fullmatch(typed):
            day, month, year = map(int, found.groups())
            return datetime.date(year, month, day)
        return datetime.date.fromisoformat(typed)
    except ValueError:
        return None


def typed_clock(typed: str) -> datetime.time | None:
    """Give the time of day that is *typed* as ``9:00``, ``09:00`` or ``9.00``, else None."""
    found = _CLOCK.fullmatch(typed.strip())
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return datetime.time(int(found[1]), int(found[2]))


def typed_whole(typed: str) -> int | None:
    """Give the whole number that is *typed* with digits alone, else None."""
    typed = typed.strip()
    return int(typed) if _WHOLE.fullmatch(typed) else None

"""What a row that was filled in beforehand says: what, who and when, told in one sentence."""

from __future__ import annotations

import datetime
import re

from spark_tools.forms.docx.days import day_written

_TOLD = re.compile(r"(?P<what>.*\S)\s+\((?P<tail>(?:[^()]|\([^()]*\))*)\)", re.DOTALL)
_ANY_LEAP_YEAR = 2000


def taken_apart(
    told: str, saved: datetime.datetime | None
) -> tuple[str, str, datetime.date | None]:
    """Give what *told* says is to be done, by whom and when it is looked at again.

    It is the other way round of `action_rows.told`. A day is printed without its year: it is
    the one nearest to when the file was *saved*. Where there is none, or a parenthesis is
    as likely to be somebody's own words, it stays where it stands.
    """
    whole = told.strip()
    match = _TOLD.fullmatch(whole)
    if match is None:
        return whole, "", None
    who, _, last = match["tail"].rpartition(", ")
    if _is_day(last):
        day = _nearest(last, saved)
        return (match["what"], who, day) if day else (whole, "", None)
    tail = match["tail"]
    return (match["what"], tail, None) if tail[:1].isupper() else (whole, "", None)


def _is_day(text: str) -> bool:
    """Whether *text* is a day without a year."""
    return day_written(text) is None and day_written(f"{text} {_ANY_LEAP_YEAR}") is not None


def _nearest(day: str, saved: datetime.datetime | None) -> datetime.date | None:
    """Give the *day* in the year in which it is nearest to when the file was *saved*."""
    if saved is None:
        return None
    near = (day_written(f"{day} {saved.year + years:04}") for years in (-1, 0, 1))
    return min(
        (each for each in near if each), key=lambda each: abs(each - saved.date()), default=None
    )

"""Days as people write them, in Danish and English."""

from __future__ import annotations

import datetime
import re
import unicodedata

from spark_tools.document.clock import iso_day

_MONTHS = {
    **dict.fromkeys(("januar", "january", "jan"), 1),
    **dict.fromkeys(("februar", "february", "feb", "febr"), 2),
    **dict.fromkeys(("marts", "march", "mar"), 3),
    **dict.fromkeys(("april", "apr"), 4),
    **dict.fromkeys(("maj", "may"), 5),
    **dict.fromkeys(("juni", "june", "jun"), 6),
    **dict.fromkeys(("juli", "july", "jul"), 7),
    **dict.fromkeys(("august", "aug"), 8),
    **dict.fromkeys(("september", "sep", "sept"), 9),
    **dict.fromkeys(("oktober", "october", "okt", "oct"), 10),
    **dict.fromkeys(("november", "nov"), 11),
    **dict.fromkeys(("december", "dec"), 12),
}
_WEEKDAY = (
    r"(?:(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag"
    r"|man|tirs?|ons|tors?|fre|lør|søn"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)"
    r"\.?,?\s*)?(?:d(?:en|\.)\s*|the\s+)?"
)
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212"), "-")
_YEAR = r"(?P<year>\d{4}|\d{2})"
_SHAPES = tuple(
    re.compile(_WEEKDAY + shape + r"\.?")
    for shape in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        rf"(?P<day>\d{{1,2}})\s*[-/.]\s*(?P<month>\d{{1,2}})(?:(?:\s*[-/.]\s*|\s){_YEAR})?",
        rf"(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s*(?:of\s+)?(?P<name>[a-z]+)\.?,?(?:\s+{_YEAR})?",
        r"(?P<name>[a-z]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{4}))?",
    )
)
_FOREIGN = re.compile(r"(\d{1,2})\.?\s*[^\W\d]+\.?\s+(\d{4})")


def day_written(text: str, held: str = "") -> datetime.date | None:
    """Give the day that *text* says, or None where it says none for certain.

    *held* is the day a date control holds, ISO 8601; it counts where *text* is empty,
    lacks a year, or is that same day in words unknown here.
    """
    known = iso_day(held[:10])
    plain = " ".join(unicodedata.normalize("NFKC", text).translate(_DASHES).lower().split())
    if not plain:
        return known
    for shape in _SHAPES:
        if (match := shape.fullmatch(plain)) is None:
            continue
        said = match.groupdict()
        month = _MONTHS.get(said["name"], 0) if said.get("name") else int(said.get("month") or 0)
        if month:
            return _day(said["year"], month, int(said["day"]), known)
    abroad = _FOREIGN.fullmatch(plain)
    if known and abroad and (known.day, known.year) == tuple(map(int, abroad.groups())):
        return known
    return None


def _day(
    year: str | None, month: int, day: int, known: datetime.date | None
) -> datetime.date | None:
    if year is None:
        return known if known and (known.month, known.day) == (month, day) else None
    try:
        return datetime.date(int(year) + 2000 * (len(year) == 2), month, day)
    except ValueError:
        return None

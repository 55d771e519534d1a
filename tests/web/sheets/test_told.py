"""A row that was filled in beforehand taken apart again."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.document.action_rows import told
from spark_tools.model import Action
from spark_tools.web.sheets.told import taken_apart

SAVED = datetime.datetime(2027, 3, 20, 12, 0)
EARLIER = datetime.datetime(2026, 3, 20, 12, 0)
WORDS = st.text("abcæøå ,.:-!", min_size=1, max_size=30).map(str.strip).filter(bool)
NEAR = st.dates(datetime.date(2026, 10, 1), datetime.date(2027, 9, 1))


@given(WORDS, WORDS.filter(lambda who: ", " not in who), NEAR, st.sampled_from(["da", "en"]))
def test_what_is_told_is_taken_apart_again(
    what: str, who: str, review: datetime.date, language: str
) -> None:
    whole = told(Action("a1", what, who, review), language)

    assert taken_apart(whole, SAVED) == (what, " ".join(who.split()), review)


@pytest.mark.parametrize(
    ("row", "saved", "expected"),
    [
        ("Ring", SAVED, ("Ring", "", None)),
        ("Ring (Mona)", SAVED, ("Ring", "Mona", None)),
        ("Ring (Mona, TR)", SAVED, ("Ring", "Mona, TR", None)),
        ("Ring (Mona (TR), 3. marts)", SAVED, ("Ring", "Mona (TR)", datetime.date(2027, 3, 3))),
        ("Ring (3. marts)", SAVED, ("Ring", "", datetime.date(2027, 3, 3))),
        ("Ring (Mona, 24. december)", SAVED, ("Ring", "Mona", datetime.date(2026, 12, 24))),
        ("Ring (hver mandag)", SAVED, ("Ring (hver mandag)", "", None)),
        ("Ring (Mona, 3. marts)", None, ("Ring (Mona, 3. marts)", "", None)),
        ("Ring (29. februar)", SAVED, ("Ring", "", datetime.date(2028, 2, 29))),
        ("Ring (29. februar)", EARLIER, ("Ring (29. februar)", "", None)),
        ("Ring (Mona, 3. marts 2027)", SAVED, ("Ring", "Mona, 3. marts 2027", None)),
        ("(Mona)", SAVED, ("(Mona)", "", None)),
        ("Ring ()", SAVED, ("Ring ()", "", None)),
    ],
)
def test_what_is_not_certain_stays_where_it_stands(
    row: str,
    saved: datetime.datetime | None,
    expected: tuple[str, str, datetime.date | None],
) -> None:
    assert taken_apart(row, saved) == expected


@pytest.mark.parametrize("year", [1, 9999])
def test_no_year_is_too_early_or_late(year: int) -> None:
    saved = datetime.datetime(year, 1, 1)

    assert taken_apart("Ring (3. marts)", saved)[0] == "Ring"

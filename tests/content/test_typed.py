"""People write dates and times in more than one way."""

import datetime

import pytest

from spark_tools.content.typed import typed_clock, typed_date, typed_whole


@pytest.mark.parametrize(
    "typed",
    ["2027-02-03", "3.2.2027", "03.02.2027", "3. 2. 2027", "3-2-2027", "3/2-2027", " 3/2-2027 "],
)
def test_a_date_is_a_date_however_it_is_written(typed):
    assert typed_date(typed) == datetime.date(2027, 2, 3)


@pytest.mark.parametrize("typed", ["", "3/2", "30.2.2027", "2027-13-01", "i morgen", "0.0.0000"])
def test_what_is_no_date_is_none(typed):
    assert typed_date(typed) is None


@pytest.mark.parametrize("typed", ["9.05", "9:05", "09:05", " 09.05 "])
def test_a_time_of_day_may_have_a_full_stop_or_a_colon(typed):
    assert typed_clock(typed) == datetime.time(9, 5)


@pytest.mark.parametrize("typed", ["", "9", "24:00", "9.60", "kl. 9.05"])
def test_what_is_no_time_of_day_is_none(typed):
    assert typed_clock(typed) is None


def test_a_whole_number_is_digits_and_nothing_else():
    assert typed_whole(" 10 ") == 10
    assert [typed_whole(typed) for typed in ("", "ti", "10,5", "-3", "1e3", "9" * 99)] == [None] * 6

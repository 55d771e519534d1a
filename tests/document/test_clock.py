import datetime

import pytest

from spark_tools.document.clock import at, clock, date, duration, span, weekday_and_date
from spark_tools.i18n import words

DAY = datetime.date(2027, 2, 3)


def test_danish_clock_times_have_a_full_stop_and_a_dash_without_spaces():
    assert clock(datetime.time(9, 5), "da") == "9.05"
    assert span(datetime.time(9), datetime.time(13, 10), "da") == "9.00–13.10"


def test_kl_never_parts_from_its_time_at_the_end_of_a_line():
    assert at("9.00–9.10", "da") == "kl.\N{NO-BREAK SPACE}9.00–9.10"


def test_english_clock_times_have_a_colon_and_are_not_announced():
    assert at(span(datetime.time(9), datetime.time(9, 10), "en"), "en") == "9:00–9:10"


def test_danish_dates_are_written_out_in_small_letters():
    assert date(DAY, "da") == "3.\N{NO-BREAK SPACE}februar 2027"
    assert weekday_and_date(DAY, "da") == "onsdag den 3.\N{NO-BREAK SPACE}februar 2027"


def test_english_dates_have_no_full_stop():
    assert weekday_and_date(DAY, "en") == "Wednesday 3\N{NO-BREAK SPACE}February 2027"


@pytest.mark.parametrize(
    ("minutes", "danish", "english"),
    [
        (45, "45 min", "45 min"),
        (60, "1 time", "1 hour"),
        (180, "3 timer", "3 hours"),
        (150, "2 timer 30 min", "2 hours 30 min"),
        (0, "0 min", "0 min"),
    ],
)
def test_lengths_are_said_in_hours_and_minutes(minutes, danish, english):
    assert duration(minutes, words("document", "da")) == danish
    assert duration(minutes, words("document", "en")) == english

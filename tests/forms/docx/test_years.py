"""A day without a year is the one near the meeting, and is told to be reckoned."""

from __future__ import annotations

import datetime

import pytest

from spark_tools.forms.docx.answers import Answer, FilledSheet, FoundBy
from spark_tools.forms.docx.years import with_years
from spark_tools.model import FieldKind, FormField, SheetForm

MET = datetime.date(2027, 11, 24)


def read(written: str, *, kind: FieldKind = FieldKind.DATE) -> Answer:
    field = FormField("card.when", "Hvornår", "Hvornår", kind)
    answer = Answer(field, written, FoundBy.TAG, understood=False)
    form = SheetForm("a/b", "Kort", (), (field,))
    [found] = with_years(FilledSheet(form, (answer,), (), None, ""), MET).answers
    return found


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1/12", "2027-12-01"),
        ("onsdag d. 1. december", "2027-12-01"),
        ("1. dec.", "2027-12-01"),
        ("3/3", "2028-03-03"),
        ("12. marts", "2028-03-12"),
        ("1.11.", "2027-11-01"),
        ("1/10", "2028-10-01"),
    ],
)
def test_it_is_the_first_such_day_from_a_month_before_the_meeting(written, day):
    answer = read(written)

    assert answer.value == day
    assert answer.understood
    assert answer.reckoned


@pytest.mark.parametrize(
    "written", ["31/6", "hurtigst muligt", "uge 10", "marts", "3", "1/2 el. 2/3"]
)
def test_what_is_no_day_stays_as_it_is_written(written):
    answer = read(written)

    assert (answer.value, answer.understood, answer.reckoned) == (written, False, False)


def test_a_choice_that_is_not_understood_is_no_day():
    assert read("3/3", kind=FieldKind.CHOICE).value == "3/3"


def test_without_the_day_of_the_meeting_no_year_is_known():
    sheet = FilledSheet(SheetForm("a/b", "Kort", (), ()), (), (), None, "")

    assert with_years(sheet, None) is sheet

"""Days that are written without their year, reckoned from the meeting."""

from __future__ import annotations

import datetime

import attrs

from spark_tools.forms.docx.answers import Answer, FilledSheet
from spark_tools.forms.docx.days import day_written
from spark_tools.model import FieldKind

BEFORE = datetime.timedelta(days=31)
"""So long before the meeting a day may lie; an earlier one is the next year's."""


def with_years(sheet: FilledSheet, met: datetime.date | None) -> FilledSheet:
    """Give *sheet* with a year on each day that lacks one, where the day of the meeting is known.

    It is the first such day from a month before the meeting *met*; the answer says that it
    was ``reckoned``.
    """
    if met is None:
        return sheet
    return attrs.evolve(sheet, answers=tuple(_with_year(each, met) for each in sheet.answers))


def _with_year(answer: Answer, met: datetime.date) -> Answer:
    if answer.understood or answer.field.kind is not FieldKind.DATE:
        return answer
    for year in (met - BEFORE).year, (met - BEFORE).year + 1:
        day = day_written(f"{answer.value} {year}")
        if day and day >= met - BEFORE:
            return attrs.evolve(answer, value=day.isoformat(), understood=True, reckoned=True)
    return answer

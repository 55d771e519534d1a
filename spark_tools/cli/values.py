"""What a person may type for a date, a time or a list, and how it is understood."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import click

from spark_tools.i18n import messages

_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[.-](\d{4})")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")


class DateType(click.ParamType[datetime.date]):
    """A date as ``2027-02-03``, ``3.2.2027``, ``3-2-2027`` or ``3/2-2027``."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """Give the date, or fail with what would be right."""
        if isinstance(value, datetime.date):
            return value
        typed = str(value).strip()
        try:
            if found := _DAY_FIRST.fullmatch(typed):
                day, month, year = map(int, found.groups())
                return datetime.date(year, month, day)
            return datetime.date.fromisoformat(typed)
        except ValueError:
            _ = messages("cli")
            self.fail(_("“{typed}” is not a date; write it as 2027-02-03", typed=typed), param, ctx)


class ClockType(click.ParamType[datetime.time]):
    """A time of day as ``9:00`` or ``9.00``."""

    name = "time"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.time:
        """Give the time, or fail with what would be right."""
        if isinstance(value, datetime.time):
            return value
        typed = str(value).strip()
        found = _CLOCK.fullmatch(typed)
        try:
            if found:
                return datetime.time(int(found[1]), int(found[2]))
        except ValueError:
            pass
        _ = messages("cli")
        self.fail(_("“{typed}” is not a time; write it as 9:00", typed=typed), param, ctx)
        return None


def split_words(values: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words of options that may be repeated or separated by commas."""
    return tuple(word for value in values for part in value.split(",") if (word := part.strip()))


def as_typed(path: Path) -> str:
    """Give *path* as it is typed in a command: in quotes where it has a space."""
    return f'"{path}"' if " " in str(path) else str(path)

"""What a person may type for a date, a time or a list, and how it is understood."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from spark_tools.content.typed import typed_clock, typed_date
from spark_tools.i18n import messages


class DateType(click.ParamType[datetime.date]):
    """A date as ``2027-02-03``, ``3.2.2027``, ``3-2-2027`` or ``3/2-2027``."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """Give the date, or fail with what would be right."""
        date = value if isinstance(value, datetime.date) else typed_date(str(value))
        if date is None:
            _ = messages("cli")
            typed = str(value).strip()
            self.fail(_("“{typed}” is not a date; write it as 2027-02-03", typed=typed), param, ctx)
        return date


class ClockType(click.ParamType[datetime.time]):
    """A time of day as ``9:00`` or ``9.00``."""

    name = "time"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.time:
        """Give the time, or fail with what would be right."""
        time = value if isinstance(value, datetime.time) else typed_clock(str(value))
        if time is None:
            _ = messages("cli")
            typed = str(value).strip()
            self.fail(_("“{typed}” is not a time; write it as 9:00", typed=typed), param, ctx)
        return time


def split_words(values: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words of options that may be repeated or separated by commas."""
    return tuple(word for value in values for part in value.split(",") if (word := part.strip()))


def as_typed(path: Path) -> str:
    """Give *path* as it is typed in a command: in quotes where it has a space."""
    return f'"{path}"' if " " in str(path) else str(path)

"""The form of what was agreed, as it is typed, and read."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from attrs import frozen

from spark_tools.content.problem import usable
from spark_tools.forms.docx.days import day_written
from spark_tools.i18n import Words
from spark_tools.web.sheets.bounds import LONGEST, MOST_ACTIONS
from spark_tools.web.sheets.view import ActionLine


@frozen
class Row:
    """A row as it is typed; ``review`` is a day, ``whose`` a committee's name that nobody types.

    ``faults`` are by the field's name.
    """

    what: str = ""
    who: str = ""
    review: str = ""
    whose: str = ""
    faults: Mapping[str, str] = {}


def rows_of(actions: Sequence[ActionLine]) -> tuple[Row, ...]:
    """Give the form's rows for *actions*, and an empty one."""
    filled = (Row(each.what, each.who, _typed(each.review), each.whose) for each in actions)
    return (*filled, *([Row()] if len(actions) < MOST_ACTIONS else []))


def _typed(day: datetime.date | None) -> str:
    """Give *day* as people type it."""
    return f"{day.day}.{day.month}.{day.year:04}" if day else ""


def rows_from(given: Mapping[str, str], _: Words) -> tuple[Row, ...]:
    """Take the rows from a form's values, each with what is wrong with it; empty ones are left out.

    A value that is too long is cut, as the page's own fields would.
    """
    rows: list[Row] = []
    for number in range(1, MOST_ACTIONS + 1):
        typed = {
            name: " ".join(usable(given.get(f"{name}-{number}", "")).split())[:most]
            for name, most in LONGEST.items()
        }
        if not any(typed[name] for name in ("what", "who", "review")):
            continue
        faults = {}
        if not typed["what"]:
            faults["what"] = _("Write what you agreed.")
        if typed["review"] and day_written(typed["review"]) is None:
            faults["review"] = _("Write the day as 3.2.2027.")
        rows.append(Row(**typed, faults=faults))
    return tuple(rows)


def actions_from(rows: Sequence[Row]) -> tuple[ActionLine, ...]:
    """Give the actions that *rows* without faults tell of."""
    return tuple(ActionLine(row.what, row.who, day_written(row.review), row.whose) for row in rows)

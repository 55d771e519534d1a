"""What is asked for when the form is sent: a plan, and perhaps a change of it."""

from __future__ import annotations

from spark_tools.web.planner.changes import Change, LeaveOut, Lengthen, LetBe, Swap
from spark_tools.web.planner.form import Values, form_from, form_from_link
from spark_tools.web.planner.jobs import ComposePlan, DrawCourse, DrawFile
from spark_tools.web.planner.view import STEP

CHANGE = "change"
"""The name of the buttons that change a plan.

Their values are ``swap:MEETING:EXERCISE`` (for what is chosen in the list called
``into:MEETING:EXERCISE``), ``out:EXERCISE``, ``let:EXERCISE``, ``longer:MEETING`` and
``shorter:MEETING``.
"""

SHOWN = "shown"
"""The field that holds the form of the plan that is looked at, as in a link."""

UNDO = "undo"
"""The name of the button whose value is the form to go back to, as in a link."""


FILE, ZIP = "file", "zip"
"""The names of the buttons that fetch the file at a path, and all files in a format."""


def file_asked(values: Values) -> DrawFile | DrawCourse | None:
    """Give the file that the *values* of the form ask for, if they do."""
    if formats := _one(values, ZIP):
        return DrawCourse(form_from(values), tuple(formats.split(",")))
    if path := _one(values, FILE):
        return DrawFile(form_from(values), path)
    return None


def plan_asked(values: Values) -> ComposePlan:
    """Give the plan that the *values* of the form ask for; nothing that cannot be understood."""
    shown = _one(values, SHOWN)
    undone = _one(values, UNDO)
    return ComposePlan(
        form=form_from_link(undone) if undone else form_from(values),
        change=_change(values),
        before=form_from_link(shown) if shown else None,
    )


def _one(values: Values, name: str) -> str:
    return next(iter(values.get(name, ())), "")


def _change(values: Values) -> Change | None:
    match _one(values, CHANGE).split(":"):
        case ["swap", number, out] if into := _one(values, f"into:{number}:{out}"):
            return Swap(_number(number), out, into)
        case ["out", exercise]:
            return LeaveOut(exercise)
        case ["let", exercise]:
            return LetBe(exercise)
        case ["longer", number]:
            return Lengthen(_number(number), STEP)
        case ["shorter", number]:
            return Lengthen(_number(number), -STEP)
    return None


def _number(typed: str) -> int:
    """Give the number of a meeting; 0, which no meeting has, for what is none."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0


def changed_meeting(change: Change | None) -> int:
    """Give the meeting that *change* is about; 0 for the whole course."""
    return change.meeting if isinstance(change, Swap | Lengthen) else 0

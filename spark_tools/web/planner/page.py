"""The page of the plan builder: the form, and the plan that it has become."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from spark_tools.content.typed import typed_clock, typed_date, typed_whole
from spark_tools.i18n import words
from spark_tools.model import Fault
from spark_tools.plugin.looks import HOUSE
from spark_tools.web.page import Page
from spark_tools.web.planner.fields import LONGEST, field_names, in_full
from spark_tools.web.planner.form import MOST_MEETINGS, PlanForm, as_link
from spark_tools.web.planner.jobs import Composed
from spark_tools.web.planner.reading import usual_count
from spark_tools.web.planner.view import STEP
from spark_tools.web.toolbox import Toolbox

PATH = "plan"

FORMATS = {"docx": "Word", "pdf": "PDF"}
"""The formats that the page offers, by their short names."""

ROWS = 4
"""For how many meetings there are dates to fill in before anything says how many there are."""


@frozen
class Asked:
    """What the page answers: the form as it was sent, with what came of it.

    ``before`` is the form of the plan that was looked at; ``meeting`` the one that was
    changed, 0 for the whole course. ``notes`` say what was left out of a brief taken in.
    """

    form: PlanForm
    composed: Composed | None = None
    faults: tuple[Fault, ...] = ()
    before: PlanForm | None = None
    meeting: int = 0
    notes: tuple[str, ...] = ()


@frozen
class Told:
    """A fault as it is told: beside its ``field``, and ``in_full`` where all are told together."""

    field: str
    message: str
    in_full: str


@frozen
class Input:
    """The type and the value of a field: plain text where a browser would hide what is typed."""

    type: str
    value: str


def plan_page(toolbox: Toolbox, language: str, asked: Asked) -> Page:
    """Give the page in *language* that answers what was *asked*."""
    _ = words("web", language)
    composed = asked.composed
    form = composed.form if composed else asked.form
    told = [Told(each.file, _capital(each.message), in_full(each, _)) for each in asked.faults]
    shown = form if composed else asked.before
    return Page(
        path=PATH,
        language=language,
        title=_("Plan a course"),
        template="plan",
        shows={
            "form": form,
            "names": field_names(_),
            "longest": LONGEST,
            "told": told,
            "faults": _by_field(told),
            "notes": asked.notes,
            "plan": composed.view if composed else None,
            "news": composed.news if composed else (),
            "refused": composed.refused if composed else (),
            "meeting": asked.meeting,
            "shown": as_link(shown) if shown else "",
            "undo": as_link(asked.before) if composed and composed.news and asked.before else "",
            "carried": as_link(form),
            "step": STEP,
            **_choices(toolbox, language, form),
            **_rows(toolbox, form, composed),
        },
        description=_("Put a course together, and fetch all its sheets."),
    )


def _capital(message: str) -> str:
    return message[:1].upper() + message[1:]


def _by_field(told: Iterable[Told]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for each in told:
        found[each.field] = (*found.get(each.field, ()), each.message)
    return found


def _choices(toolbox: Toolbox, language: str, form: PlanForm) -> dict[str, Any]:
    """Give what can be chosen, in *language* as far as it is translated."""
    library = toolbox.library
    exercises = [library.in_language(each, language) for each in library.exercises]
    ready = toolbox.document_renderers(form.look if form.look in toolbox.looks else HOUSE)
    return {
        "course_types": [library.in_language(each, language) for each in library.course_types],
        "themes": [library.in_language(each, language) for each in library.themes],
        "exercises": sorted(exercises, key=lambda each: each.title.casefold()),
        "formats": [
            (each.suffix, FORMATS[each.format]) for each in ready if each.format in FORMATS
        ],
    }


def _rows(toolbox: Toolbox, form: PlanForm, composed: Composed | None) -> dict[str, Any]:
    """Give the meetings that there are fields for, by their indexes, with their dates and times."""
    if composed:
        count = len(composed.view.meetings)
    else:
        wanted = typed_whole(form.count) or usual_count(form.course_type, toolbox.library) or ROWS
        count = max(len(form.meetings), min(wanted, MOST_MEETINGS))
    meetings = [form.meeting(number) for number in range(1, count + 1)]
    return {
        "rows": range(count),
        "dates": [_input("date", each.date, typed_date(each.date)) for each in meetings],
        "clocks": [_input("time", each.start, typed_clock(each.start)) for each in meetings],
        "start": _input("time", form.start, typed_clock(form.start)),
    }


def _input(type_: str, typed: str, read: datetime.date | datetime.time | None) -> Input:
    if read is None:
        return Input("text" if typed else type_, typed)
    return Input(type_, read.isoformat()[:10] if type_ == "date" else read.isoformat()[:5])

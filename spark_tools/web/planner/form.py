"""The form of the plan builder, as it is typed; nothing is read into it yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, urlencode

from attrs import fields, frozen

Values = Mapping[str, Sequence[str]]
"""What a form or a link says: each name with its values."""

MOST_MEETINGS = 12
MOST_PAIRS = 400
"""How many names and values a link may have."""


@frozen
class MeetingForm:
    """What is typed about one meeting; ``include`` are exercises that must come in it."""

    date: str = ""
    start: str = ""
    minutes: str = ""
    place: str = ""
    include: tuple[str, ...] = ()


@frozen
class PlanForm:
    """What is typed and ticked.

    ``count`` is the number of meetings, empty for the usual one. ``meetings`` are
    those that something is typed about, and the empty ones before them. ``posters``
    is empty or ``yes``.
    """

    course_type: str = ""
    themes: tuple[str, ...] = ()
    workplace: str = ""
    participants: str = ""
    committees: str = ""
    count: str = ""
    meetings: tuple[MeetingForm, ...] = ()
    start: str = ""
    minutes: str = ""
    wish: str = ""
    consultant: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    language: str = ""
    look: str = ""
    posters: str = ""

    def meeting(self, number: int) -> MeetingForm:
        """Give what is typed about meeting *number*, from 1."""
        return self.meetings[number - 1] if number <= len(self.meetings) else NOTHING


NOTHING = MeetingForm()
MEETING_FIELDS = tuple(field.name for field in fields(MeetingForm))
FIELDS = tuple(field.name for field in fields(PlanForm))
MANY = ("themes", "include", "exclude")
"""The fields that may have several values."""


def meeting_field(index: int, name: str) -> str:
    """Give the name of a field about the meeting with that *index*, from 0."""
    return f"meetings.{index}.{name}"


def form_from(values: Values) -> PlanForm:
    """Take the form from *values*; meetings beyond the most there can be are left out."""
    rows = [
        MeetingForm(**_taken(values, MEETING_FIELDS, f"meetings.{index}."))
        for index in range(MOST_MEETINGS)
    ]
    while rows and rows[-1] == NOTHING:
        rows.pop()
    names = (name for name in FIELDS if name != "meetings")
    return PlanForm(meetings=tuple(rows), **_taken(values, names, ""))


def _taken(values: Values, names: Iterable[str], prefix: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in names:
        given = [value.replace("\r\n", "\n") for value in values.get(prefix + name, ())]
        if name in MANY:
            found[name] = tuple(dict.fromkeys(value for value in given if value))
        else:
            found[name] = given[0] if given else ""
    return found


def pairs(form: PlanForm) -> Iterator[tuple[str, str]]:
    """Give the names and values of all that is typed, from which `form_from` takes it again."""
    for name in FIELDS:
        if name == "meetings":
            for index, row in enumerate(form.meetings):
                for part in MEETING_FIELDS:
                    yield from _pairs(meeting_field(index, part), getattr(row, part))
        else:
            yield from _pairs(name, getattr(form, name))


def _pairs(name: str, value: str | tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for each in (value,) if isinstance(value, str) else value:
        if each:
            yield name, each


def as_link(form: PlanForm) -> str:
    """Give the form as what stands after ``#`` in a link: browsers send that to nobody."""
    return urlencode(list(pairs(form)))


def form_from_link(written: str) -> PlanForm:
    """Take the form from what `as_link` gave; of what it never gives as much as can be read."""
    try:
        return form_from(parse_qs(written, max_num_fields=MOST_PAIRS))
    except ValueError:
        return PlanForm()

"""From the form to a brief, with what is wrong field by field; and back to a form."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from attrs import define, evolve, field

from spark_tools.content.brief_data import read_brief_data
from spark_tools.content.brief_reading import Fit
from spark_tools.content.library import Library
from spark_tools.content.typed import typed_clock, typed_date, typed_whole
from spark_tools.i18n import messages
from spark_tools.model import Brief, Dress, Fault, FaultError
from spark_tools.web.planner.fields import LONGEST, SHORT, field_names
from spark_tools.web.planner.form import (
    FIELDS,
    MEETING_FIELDS,
    MOST_MEETINGS,
    NOTHING,
    MeetingForm,
    PlanForm,
    meeting_field,
)
from spark_tools.web.planner.wording import say

YES = "yes"


def read_form(form: PlanForm, library: Library, looks: Collection[str]) -> Brief:
    """Read *form* as a brief that may be drawn in one of *looks*.

    Raises `FaultError` with everything that is wrong, in the order of the form; a fault
    names its field as its file, ``meetings.0.date`` or ``themes``.
    """
    reading = _Reading(form, library)
    data = reading.data()
    found = reading.faults
    try:
        brief = read_brief_data(data, library, one_of(looks), field_names(messages("web")))
    except FaultError as error:
        mistyped = {fault.file for fault in found}
        placed = [Fault(fault.message, form_field(fault.file)) for fault in error.faults]
        found = [*found, *(fault for fault in placed if fault.file not in mistyped)]
    if found:
        raise FaultError(sorted(dict.fromkeys(found), key=lambda fault: _order(fault.file)))
    return brief


def one_of(looks: Collection[str]) -> Fit:
    """Give what raises `FaultError` where a dress has none of *looks*."""

    def fit(dress: Dress) -> None:
        if dress.look not in looks:
            raise FaultError([Fault(say("there is no such look here"))])

    return fit


def form_field(name: str) -> str:
    """Give the field of the form that tells what a brief has under the dotted *name*."""
    parts = name.split(".")
    if parts[0] == "house":
        return parts[-1]
    if parts[0] == "meetings":
        return ".".join(parts[:3]) if len(parts) > 2 else "count"
    return parts[0]


def form_of(brief: Brief) -> PlanForm:
    """Give the form that says what *brief* says; a Word file of its own has no field."""
    rows = [
        MeetingForm(
            date=wish.date.isoformat() if wish.date else "",
            start=wish.start.isoformat("minutes") if wish.start else "",
            minutes=str(wish.minutes or ""),
            place=wish.place,
            include=wish.include,
        )
        for wish in brief.meetings
    ]
    while rows and rows[-1] == NOTHING:
        rows.pop()
    return PlanForm(
        course_type=brief.course_type,
        themes=brief.themes,
        workplace=brief.workplace,
        participants=str(brief.participants),
        committees=str(brief.committees),
        count=str(len(brief.meetings) or ""),
        meetings=tuple(rows),
        start=brief.start.isoformat("minutes"),
        minutes=str(brief.minutes or ""),
        wish=brief.wish,
        consultant=brief.consultant,
        include=brief.include,
        exclude=brief.exclude,
        language=brief.language,
        look=brief.dress.look,
        posters=YES if brief.dress.posters else "",
    )


def tidied(form: PlanForm, brief: Brief) -> PlanForm:
    """Give *form*, which reads as *brief*, with every thing in it under its own name.

    A number of meetings that is left to the course type stays so.
    """
    return evolve(form_of(brief), count=form.count.strip())


def usual_count(name: str, library: Library) -> int:
    """Give the usual number of meetings of the course type called *name*; 0 where there is none."""
    try:
        course_type = library.find_course_type(name)
    except FaultError:
        return 0
    return sum(template.repeat.typical for template in course_type.meetings)


@define
class _Reading:
    """Turns what is typed into data, and keeps what cannot be."""

    form: PlanForm
    library: Library
    faults: list[Fault] = field(factory=list)

    def data(self) -> dict[str, Any]:
        form = self.form
        known = {
            "course_type": self._text("course_type"),
            "themes": self._many("themes"),
            "workplace": self._text("workplace"),
            "participants": self._whole("participants"),
            "committees": self._whole("committees"),
            "meetings": list(self._meetings()),
            "start": self._clock("start", form.start),
            "minutes": self._whole("minutes"),
            "wish": self._text("wish"),
            "consultant": self._text("consultant"),
            "include": self._many("include"),
            "exclude": self._many("exclude"),
            "language": self._text("language"),
            "house": {"posters": form.posters == YES} | self._look(),
        }
        return {name: value for name, value in known.items() if value not in (None, "", [])}

    def _look(self) -> dict[str, str]:
        look = self._text("look")
        return {"look": look} if look else {}

    def _meetings(self) -> Iterator[dict[str, Any]]:
        for index in range(self._count()):
            row = self.form.meeting(index + 1)
            known = {
                "date": self._date(meeting_field(index, "date"), row.date),
                "start": self._clock(meeting_field(index, "start"), row.start),
                "minutes": self._number(meeting_field(index, "minutes"), row.minutes),
                "place": self._bounded(meeting_field(index, "place"), row.place),
                "include": list(row.include),
            }
            yield {name: value for name, value in known.items() if value not in (None, "", [])}

    def _count(self) -> int:
        """Give how many meetings are settled; without a number, the usual when any is."""
        told = len(self.form.meetings)
        wanted = self._whole("count")
        if wanted is None:
            return max(told, usual_count(self.form.course_type, self.library)) if told else 0
        if not 1 <= wanted <= MOST_MEETINGS:
            self._fault("count", say("a course has from 1 to {most} meetings", most=MOST_MEETINGS))
        elif wanted < told:
            said = say("something is filled in about meeting {told}, beyond this number", told=told)
            self._fault("count", said)
        return min(wanted, MOST_MEETINGS)

    def _fault(self, name: str, message: str) -> None:
        self.faults.append(Fault(message, name))

    def _text(self, name: str) -> str:
        return self._bounded(name, getattr(self.form, name))

    def _bounded(self, name: str, typed: str) -> str:
        most = LONGEST.get(name.rpartition(".")[2], SHORT)
        if len(typed) > most:
            self._fault(name, say("this is too long: at most {most} characters", most=most))
        return "" if typed.isspace() else typed

    def _many(self, name: str) -> list[str]:
        for typed in getattr(self.form, name):
            self._bounded(name, typed)
        return list(getattr(self.form, name))

    def _whole(self, name: str) -> int | None:
        return self._number(name, getattr(self.form, name))

    def _number(self, name: str, typed: str) -> int | None:
        number = typed_whole(typed)
        if number is None and typed.strip():
            self._fault(name, say("“{typed}” is not a number; write it as 10", typed=_cut(typed)))
        return number

    def _date(self, name: str, typed: str) -> Any:
        date = typed_date(typed)
        if date is None and typed.strip():
            said = say("“{typed}” is not a date; write it as 3.2.2027", typed=_cut(typed))
            self._fault(name, said)
        return date

    def _clock(self, name: str, typed: str) -> Any:
        time = typed_clock(typed)
        if time is None and typed.strip():
            said = say("“{typed}” is not a time of day; write it as 9.00", typed=_cut(typed))
            self._fault(name, said)
        return time


def _cut(typed: str) -> str:
    return typed if len(typed) <= SHORT else f"{typed[:SHORT]}…"


def _order(name: str) -> tuple[int, int, int]:
    """Tell where a field stands in the form."""
    first, *rest = name.split(".")
    if first not in FIELDS:
        return len(FIELDS), 0, 0
    if not rest:
        return FIELDS.index(first), -1, 0
    return FIELDS.index(first), int(rest[0]), MEETING_FIELDS.index(rest[1])

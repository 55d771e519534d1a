"""The brief as a table is read: the same checks, wherever the table comes from."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from spark_tools.content.course_type import LONGEST, SHORTEST
from spark_tools.content.entry import MOST_PEOPLE
from spark_tools.content.library import AnyThing, Library
from spark_tools.content.table import Table
from spark_tools.content.toml_file import FORMAT
from spark_tools.content.wording import say
from spark_tools.i18n import LANGUAGES
from spark_tools.model import Brief, CourseType, Dress, FaultError, MeetingWish

START = datetime.time(9, 0)
LATEST_END = 23 * 60

Find = Callable[[str], AnyThing]
Fit = Callable[[Dress], object]
"""Raises `FaultError` where documents cannot look as they are to."""

House = Callable[[Table], Path | None]
"""Gives the organisation's own Word file that the table ``[house]`` names, if any."""


class BriefReading:
    """Reads the brief in *table*; what is wrong with it is noted with the table's file."""

    def __init__(self, table: Table, library: Library, house: House, fit: Fit) -> None:
        self._table = table
        self._library = library
        self._house = house
        self._fit = fit

    def brief(self) -> Brief:
        """Read the whole brief and report what does not hold together."""
        table, library = self._table, self._library
        table.whole("format", 1, least=1, most=FORMAT)
        course_type = self._course_type()
        brief = Brief(
            workplace=table.letters("workplace").strip(),
            course_type=course_type.id if course_type else "",
            themes=self._ids(table, "themes", library.find_theme, required=True),
            participants=table.whole("participants", least=1, most=MOST_PEOPLE),
            committees=table.whole("committees", 1, least=1, most=MOST_PEOPLE),
            language=table.one_of("language", LANGUAGES, LANGUAGES[0]),
            start=table.clock("start") or START,
            minutes=self._minutes(table),
            meetings=tuple(map(self._meeting, table.tables("meetings"))),
            include=self._ids(table, "include", library.find_exercise),
            exclude=self._ids(table, "exclude", library.find_exercise),
            wish=" ".join(table.letters("wish", "", lines=True).split()),
            consultant=table.letters("consultant", "").strip(),
            dress=self._dress(table.table("house", required=False)),
        )
        table.close()
        self._check_people(brief)
        self._check_exclusions(brief)
        self._check_dates(brief.meetings)
        self._check_ends(brief, course_type)
        return brief

    def _course_type(self) -> CourseType | None:
        name = self._table.letters("course_type")
        if not name.strip():
            return None
        try:
            return self._library.find_course_type(name)
        except FaultError as error:
            self._table.fault(error.faults[0].message, "course_type")
            return None

    def _ids(
        self, table: Table, key: str, find: Find, *, required: bool = False
    ) -> tuple[str, ...]:
        ids: list[str] = []
        for number, name in table.single_words(key, required=required):
            try:
                id_ = find(name).id
            except FaultError as error:
                table.fault(error.faults[0].message, key, number)
                continue
            if id_ in ids:
                said = say('"{word}" is there twice', word=name)
                table.fault(said, key, number)
            else:
                ids.append(id_)
        return tuple(ids)

    def _minutes(self, table: Table) -> int | None:
        if not table.has("minutes"):
            return None
        return table.whole("minutes", least=SHORTEST, most=LONGEST, step=5)

    def _meeting(self, table: Table) -> MeetingWish:
        return MeetingWish(
            date=table.date("date"),
            start=table.clock("start"),
            minutes=self._minutes(table),
            place=table.letters("place", "").strip(),
            include=self._ids(table, "include", self._library.find_exercise),
        )

    def _dress(self, table: Table) -> Dress:
        house, look = self._house(table), table.plain("look", "").strip()
        if house and look:
            said = say("a Word file of your own is a look of its own: leave one of them out")
            table.fault(said, "look")
        dress = Dress(house, look, posters=table.yes("posters", default=False))
        key = "file" if house else "look"
        if bool(house) != bool(look) and table.sound(key):
            self._try_on(dress, table, key)
        return dress

    def _try_on(self, dress: Dress, table: Table, key: str) -> None:
        try:
            self._fit(dress)
        except FaultError as error:
            for fault in error.faults:
                table.fault(f"{fault.file}: {fault.message}" if fault.file else fault.message, key)

    def _check_people(self, brief: Brief) -> None:
        if brief.committees > 1 and 0 < brief.participants < 2 * brief.committees:
            said = say(
                "{participants} participants are too few for {committees} committees: "
                "there must be at least two from each",
                participants=brief.participants,
                committees=brief.committees,
            )
            self._table.fault(said, "participants")

    def _check_exclusions(self, brief: Brief) -> None:
        included = {*brief.include, *(id_ for wish in brief.meetings for id_ in wish.include)}
        for number, id_ in enumerate(brief.exclude):
            if id_ in included:
                title = self._library.exercise(id_).title
                said = say('"{title}" is both included and excluded', title=title)
                self._table.fault(said, "exclude", number)

    def _check_dates(self, meetings: Sequence[MeetingWish]) -> None:
        dated = [(number, wish.date) for number, wish in enumerate(meetings) if wish.date]
        for (_, before), (number, date) in pairwise(dated):
            if date <= before:
                said = say(
                    "meeting {number} is on {date}, which is not after {before}",
                    number=number + 1,
                    date=date,
                    before=before,
                )
                self._table.fault(said, "meetings", number, "date")

    def _check_ends(self, brief: Brief, course_type: CourseType | None) -> None:
        usual = [template.minutes for template in course_type.meetings] if course_type else [0]
        shortest = brief.minutes or min(usual)
        if not brief.meetings and not _fits(brief.start, shortest):
            self._table.fault(_too_late(brief.start, shortest), "start")
        for number, wish in enumerate(brief.meetings):
            start, minutes = wish.start or brief.start, wish.minutes or shortest
            if not _fits(start, minutes):
                place = ("meetings", number, "start") if wish.start else ("start",)
                self._table.fault(_too_late(start, minutes), *place)


def _fits(start: datetime.time, minutes: int) -> bool:
    return start.hour * 60 + start.minute + minutes <= LATEST_END


def _too_late(start: datetime.time, minutes: int) -> str:
    return say(
        "a meeting of {minutes} minutes that starts at {start} ends after 23:00",
        minutes=minutes,
        start=f"{start:%H:%M}",
    )

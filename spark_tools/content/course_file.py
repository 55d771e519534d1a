"""A course file with what the command line says laid over it.

The two are read as one file, so that both are checked alike; a fault then names
the option, or the line of the file, that it comes from.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from attrs import asdict

from spark_tools.content.brief_options import BriefOptions
from spark_tools.content.lines import Lines
from spark_tools.content.lines import Path as Place
from spark_tools.content.problem import Problem
from spark_tools.content.toml_file import TomlFile, read_toml
from spark_tools.content.wording import say
from spark_tools.model import Fault

OPTIONS = {
    "workplace": "--workplace",
    "course_type": "--course-type",
    "themes": "--theme",
    "participants": "--participants",
    "committees": "--committees",
    "dates": "--date",
    "start": "--start",
    "minutes": "--minutes",
    "include": "--include",
    "exclude": "--exclude",
    "language": "--lang",
    "wish": "--wish",
    "consultant": "--consultant",
    "file": "--house",
    "look": "--look",
    "posters": "--posters",
}
"""Which option says what a key of the course file says."""


class CourseFile(TomlFile):
    """The course file at *path*, or nothing, under *options*."""

    def __init__(self, path: Path | None, options: BriefOptions) -> None:
        super().__init__(path or Path())
        self._has_file = path is not None
        self._given: dict[str, Any] = {}
        self._dressed: set[str] = set()
        if path is not None:
            self.take_over(read_toml(path))
        if self.sound:
            self._lay_over(options)

    def _lay_over(self, options: BriefOptions) -> None:
        given = asdict(options, filter=lambda _, value: value is not None and value != ())
        self._dress({key: given.pop(key) for key in ("house", "look", "posters") if key in given})
        self._given = {
            key: list(value) if isinstance(value, tuple) else value for key, value in given.items()
        }
        self.data = {**self.data, **self._given}
        self._override_meetings()
        if dates := self.data.pop("dates", None) if "dates" in self._given else None:
            self._set_dates(dates)

    def _dress(self, given: dict[str, Any]) -> None:
        """Lay what the command line says of the looks over the file; one look gives way to another.

        A Word file is named from the folder that the one who names it is in.
        """
        own = self.data.get("house", {})
        if not isinstance(own, dict) or not given:
            return
        if "house" in given:
            given["file"] = str(Path(given.pop("house")).absolute())
        gone = {"file", "look"} if {"file", "look"} & given.keys() else set()
        self._dressed = set(given)
        self.data["house"] = {key: own[key] for key in own if key not in gone} | given

    def _override_meetings(self) -> None:
        """Let a start or a length from the command line hold for every meeting."""
        meetings = self.data.get("meetings")
        over = {"start", "minutes"} & self._given.keys()
        if over and isinstance(meetings, list):
            self.data["meetings"] = [
                {key: value for key, value in meeting.items() if key not in over}
                if isinstance(meeting, dict)
                else meeting
                for meeting in meetings
            ]

    def _set_dates(self, dates: list[Any]) -> None:
        meetings = self.data.get("meetings") or [{} for _ in dates]
        if not isinstance(meetings, list) or not all(isinstance(one, dict) for one in meetings):
            return
        if len(meetings) != len(dates):
            said = say(
                "there are {dates} dates, and the course file has {meetings} meetings",
                dates=len(dates),
                meetings=len(meetings),
            )
            self.note(("dates",), Problem(said))
            return
        self.data["meetings"] = [
            {**meeting, "date": date} for meeting, date in zip(meetings, dates, strict=True)
        ]

    def note_missing(self, path: Place, key: str) -> None:
        """Take down that *key* is missing; without a file, the option that says it."""
        if self._has_file:
            return super().note_missing(path, key)
        said = say("{option} is missing", option=OPTIONS[key])
        return self.note(path, Problem(said))

    def _placed(self, places: Lines, path: Place, problem: Problem) -> Fault:
        dated = "dates" in self._given and path[:1] == ("meetings",) and path[2:3] == ("date",)
        key = "dates" if dated else next(iter(path), "")
        if key == "house" and path[1:2] and path[1] in self._dressed:
            return Fault(problem.message, OPTIONS[str(path[1])])
        if key in self._given:
            return Fault(problem.message, OPTIONS[str(key)])
        if not self._has_file:
            return Fault(problem.message)
        return super()._placed(places, path, problem)

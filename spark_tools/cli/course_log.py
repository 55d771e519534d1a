"""A course so far: its logbook, and the plan's meetings where there is a plan."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from spark_tools.cli.course_folder import LOGBOOK
from spark_tools.content.names import same_name
from spark_tools.i18n import messages
from spark_tools.model import Action, Fault, FaultError, Logbook, Meeting


@frozen
class CourseLog:
    """What is known of a course on a ``day``.

    ``workplace`` is empty and ``meetings`` are none where there is no plan.
    """

    logbook: Logbook
    day: datetime.date
    workplace: str = ""
    meetings: tuple[Meeting, ...] = ()

    @property
    def next_meeting(self) -> Meeting | None:
        """The first meeting that has not been held."""
        return next(iter(self.meetings[self.logbook.held :]), None)

    def is_late(self, action: Action) -> bool:
        """Whether *action* is open and should have been looked at again before the day."""
        return not action.ended and action.review is not None and action.review < self.day

    @property
    def late(self) -> tuple[Action, ...]:
        """The actions that are late, the oldest first."""
        late = [action for action in self.logbook.actions if self.is_late(action)]
        return tuple(sorted(late, key=lambda action: action.review or self.day))

    @property
    def committees(self) -> tuple[str, ...]:
        """The committees of the actions in alphabetical order, nobody last."""
        names: dict[str, str] = {}
        for action in self.logbook.actions:
            names.setdefault(same_name(action.committee), action.committee)
        return tuple(names[name] for name in sorted(names, key=lambda name: (not name, name)))

    def actions_of(self, committee: str) -> tuple[Action, ...]:
        """Give the actions of *committee* in the logbook's order."""
        name = same_name(committee)
        return tuple(one for one in self.logbook.actions if same_name(one.committee) == name)

    def learnt(self) -> Iterator[tuple[str, str, str]]:
        """Give what was learnt: whose it is, from what, and what; the courses' own last."""
        for action in self.logbook.actions:
            for line in action.learnt:
                yield action.committee, action.name or action.what, line
        for entry in self.logbook.entries:
            for line in entry.learnt:
                yield entry.committee, entry.title, line


def read_course_log(folder: Path, day: datetime.date) -> CourseLog:
    """Read the course in *folder* as it is on *day*.

    Raises:
        FaultError: there is none, or its plan or its logbook is faulty.
    """
    from spark_tools.forms.logbook.file import read_logbook
    from spark_tools.publish.record import read_record

    record = read_record(folder) if folder.is_dir() else None
    path = folder / LOGBOOK
    if record is None and not path.exists():
        _ = messages("cli")
        said = _("there is no course here: neither plan.json nor logbook.toml")
        raise FaultError([Fault(said, str(folder))])
    logbook = read_logbook(path)
    if record is None:
        return CourseLog(logbook, day)
    return CourseLog(logbook, day, record.workplace, record.meetings)

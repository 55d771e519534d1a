"""A course folder: what was planned there before, and what its logbook knows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from spark_tools.i18n import messages

if TYPE_CHECKING:
    from spark_tools.content.library import Library
    from spark_tools.model import Logbook
    from spark_tools.publish.record import Record

BRIEF = "course.toml"
LOGBOOK = "logbook.toml"


def open_course(folder: Path, library: Library) -> tuple[bool, Logbook]:
    """Tell whether there is a plan in *folder*, and give its logbook with the meetings held.

    The logbook has the id of the plan's course.

    Raises:
        FaultError: ``plan.json`` or ``logbook.toml`` is faulty.
    """
    import attrs

    from spark_tools.forms.logbook.file import read_logbook
    from spark_tools.publish.record import held_meetings, read_record

    record = read_record(folder)
    logbook = read_logbook(folder / LOGBOOK)
    if record is None:
        return False, attrs.evolve(logbook, held=0)
    check_course(logbook, record, folder)
    meetings = held_meetings(record, library, logbook.held)
    known = attrs.evolve(logbook, course=record.course, meetings=meetings, held=len(meetings))
    return True, known


def check_course(logbook: Logbook, record: Record, folder: Path) -> None:
    """See that *logbook* is that of the course that *record* tells of, both in *folder*.

    Raises:
        FaultError: it is another course's.
    """
    from spark_tools.model import Fault, FaultError

    if logbook.course and logbook.course != record.course:
        said = messages("cli")("this is the logbook of another course")
        raise FaultError([Fault(said, str(folder / LOGBOOK))])


def logbook_beside(brief: Path, folder: Path) -> bool:
    """Tell whether there is a logbook beside *brief*, and *folder* is another one."""
    logbook = brief.parent / LOGBOOK
    return logbook.is_file() and brief.parent.resolve() != folder.resolve()

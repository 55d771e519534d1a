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


def open_course(folder: Path, library: Library) -> tuple[Record | None, Logbook]:
    """Give the record of the plan in *folder*, if any, and its logbook with the meetings held.

    Raises:
        FaultError: ``plan.json`` or ``logbook.toml`` is faulty.
    """
    import attrs

    from spark_tools.forms.logbook.file import read_logbook
    from spark_tools.publish.record import held_meetings, read_record

    record = read_record(folder)
    logbook = read_logbook(folder / LOGBOOK)
    if record is None:
        return None, attrs.evolve(logbook, held=0)
    check_course(logbook, record, folder)
    meetings = held_meetings(record, library, logbook.held)
    return record, attrs.evolve(logbook, meetings=meetings, held=len(meetings))


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

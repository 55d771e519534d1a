"""Sheets on their way into the logbooks of their courses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from spark_tools.cli.course_folder import LOGBOOK, check_course
from spark_tools.content.toml_file import read_toml
from spark_tools.forms.docx.answers import FilledSheet
from spark_tools.forms.docx.package import open_package
from spark_tools.forms.docx.reading import read_sheet
from spark_tools.forms.docx.years import with_years
from spark_tools.forms.logbook.file import logbook_of
from spark_tools.forms.logbook.intake import Intake, TakenSheet
from spark_tools.forms.logbook.text import logbook_text
from spark_tools.i18n import messages
from spark_tools.model import Fault, FaultError, Logbook, SheetForm
from spark_tools.publish import MANIFEST, at_work, write_whole
from spark_tools.publish.record import Record, read_record
from spark_tools.wordfile.disk import read_file

if TYPE_CHECKING:
    from spark_tools.forms.logbook.conflicts import Decide


@frozen(eq=False)
class Course:
    """A course folder that sheets are collected to: its plan, and its logbook as it was found."""

    folder: Path
    record: Record
    before: bytes
    logbook: Logbook

    @property
    def path(self) -> Path:
        """The logbook's path."""
        return self.folder / LOGBOOK


@frozen
class Received:
    """A file that has been read, and the course it belongs to; ``path`` is where it lies."""

    path: Path
    course: Course
    filled: FilledSheet


@frozen
class Collected:
    """A file that has been taken in: what became of its sheets, and what to tell about it."""

    received: Received
    sheets: tuple[TakenSheet, ...]
    notes: tuple[str, ...]


def open_courses(folders: Iterable[Path]) -> dict[str, Course]:
    """Open the course *folders*, by the courses' ids.

    Raises:
        FaultError: a plan or a logbook is faulty, or two folders hold the same course.
    """
    _ = messages("cli")
    courses: dict[str, Course] = {}
    faults: list[Fault] = []
    for folder in folders:
        try:
            course = _open(folder)
        except FaultError as error:
            faults += error.faults
            continue
        if other := courses.get(course.record.course):
            said = _(
                "this is the same course as in {folder}; name one of them", folder=other.folder
            )
            faults.append(Fault(said, str(folder)))
        courses[course.record.course] = course
    if faults:
        raise FaultError(faults)
    return courses


def _open(folder: Path) -> Course:
    _ = messages("cli")
    record = read_record(folder)
    path = folder / LOGBOOK
    before = path.read_bytes() if path.is_file() else b""
    logbook = logbook_of(read_toml(path)) if before else Logbook()
    if record is None:
        raise FaultError([Fault(_("there is no such file"), str(folder / MANIFEST))])
    check_course(logbook, record, folder)
    return Course(folder, record, before, logbook)


def receive(path: Path, name: str, courses: Mapping[str, Course]) -> Received:
    """Read the sheet at *path*, which is called *name*.

    Raises:
        FaultError: the file cannot be read, or belongs to none of the *courses*.
    """
    package = open_package(read_file(path), str(path))
    course, form = _form(package.identifier, str(path), courses)
    meetings = {meeting.number: meeting.date for meeting in course.record.meetings}
    filled = with_years(read_sheet(package, form, name), meetings.get(form.meeting))
    return Received(path, course, filled)


def _form(identifier: str, name: str, courses: Mapping[str, Course]) -> tuple[Course, SheetForm]:
    _ = messages("cli")
    if not identifier:
        said = _("the file has lost what says which sheet it is; fill in a new copy of the sheet")
        raise FaultError([Fault(said, name)])
    course = courses.get(identifier.partition("/")[0])
    if course is None:
        said = _("the sheet belongs to a course that is not here; name its folder with --course")
        raise FaultError([Fault(said, name)])
    form = course.record.forms.get(identifier)
    if form is None:
        said = _(
            "this is no sheet that the course in {folder} has given out to be filled in",
            folder=course.folder,
        )
        raise FaultError([Fault(said, name)])
    return course, form


def take_in(
    received: Sequence[Received], decide: Decide
) -> tuple[tuple[Collected, ...], dict[Course, Logbook]]:
    """Take the sheets into their courses' logbooks, those of earlier meetings first.

    Gives what became of each file, in the order they came, and the logbooks.
    """
    intakes: dict[Course, Intake] = {}
    collected: dict[Path, Collected] = {}
    for each in sorted(received, key=_when):
        if each.course not in intakes:
            intakes[each.course] = Intake(each.course.logbook, decide)
        sheets, notes = intakes[each.course].take(each.filled)
        collected[each.path] = Collected(each, sheets, notes)
    logbooks = {course: intake.logbook for course, intake in intakes.items()}
    return tuple(collected[each.path] for each in received), logbooks


def _when(received: Received) -> tuple[int, bool, str, str]:
    filled = received.filled
    saved = filled.saved.isoformat() if filled.saved else ""
    return filled.form.meeting, not saved, saved, filled.name


def write_logbook(course: Course, logbook: Logbook) -> bool:
    """Write what is new in *logbook*; gives whether anything is.

    Raises:
        FaultError: the file cannot be written, or has been changed since it was read.
    """
    if logbook == course.logbook:
        return False
    _ = messages("cli")
    with at_work(course.folder):
        if (course.path.read_bytes() if course.path.is_file() else b"") != course.before:
            said = _("was changed while the sheets were collected; nothing was written, try again")
            raise FaultError([Fault(said, str(course.path))])
        text = logbook_text(course.before.decode("utf-8-sig"), logbook, course.record.workplace)
        write_whole(course.path, text.encode())
    return True

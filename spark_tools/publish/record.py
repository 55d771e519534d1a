"""What ``plan.json`` remembers of a course: its meetings as planned, its files, its forms."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from spark_tools.i18n import messages
from spark_tools.model import (
    AgendaItem,
    Exercise,
    Fault,
    FaultError,
    Meeting,
    Placement,
    SheetForm,
    TimedStep,
)
from spark_tools.publish.form_json import form_from_json
from spark_tools.publish.manifest import FORMAT, MANIFEST, FileEntry
from spark_tools.publish.meeting_json import meeting_from_json
from spark_tools.publish.shape import Shape, refuse_newer
from spark_tools.publish.work import finish

if TYPE_CHECKING:
    from spark_tools.content.library import Library


@frozen
class Record:
    """A course as ``plan.json`` tells of it.

    ``course`` is the id that the course keeps. ``meetings`` are those planned,
    their exercises known by what stands there alone: `held_meetings` gives them
    whole. ``files`` are by path, ``forms`` by the document's identifier.
    """

    course: str
    workplace: str
    committees: int
    language: str
    meetings: tuple[Meeting, ...] = ()
    files: Mapping[str, FileEntry] = field(factory=dict)
    forms: Mapping[str, SheetForm] = field(factory=dict)


def read_record(folder: Path) -> Record | None:
    """Read ``plan.json`` in *folder*, once what was begun there is finished; None without one.

    Raises:
        FaultError: it cannot be read, is not one that spark has written, or comes
            from a newer version; or another process is at work in the folder.
    """
    finish(folder)
    return read_standing_record(folder)


def read_standing_record(folder: Path) -> Record | None:
    """Read ``plan.json`` as it stands there; otherwise as `read_record`."""
    _ = messages("publish")
    path = folder / MANIFEST
    try:
        whole = Shape(json.loads(path.read_bytes()))
        refuse_newer(whole, FORMAT, path)
        return _record(whole)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        fault = _("cannot be read: {why}", why=error.strerror or str(error))
    except (ValueError, RecursionError):
        fault = _("this is not a plan that spark has written; move it or choose another folder")
    raise FaultError([Fault(fault, str(path))])


def held_meetings(record: Record, library: Library, held: int) -> tuple[Meeting, ...]:
    """Give the first *held* meetings as they were planned, with *library*'s exercises.

    An exercise or a step that the library has no longer is stood in for by what
    ``plan.json`` says of it.
    """
    known = {exercise.id: exercise for exercise in library.exercises}

    def whole(exercise: Exercise) -> Exercise:
        original = known.get(exercise.id)
        return library.in_language(original, record.language) if original else exercise

    def item(planned: AgendaItem) -> AgendaItem:
        if planned.exercise is None:
            return planned
        exercise = whole(planned.exercise)
        steps = {step.id: step for step in exercise.steps}
        timed = tuple(
            TimedStep(steps.get(each.step.id, each.step), each.minutes) for each in planned.steps
        )
        return attrs.evolve(planned, exercise=exercise, steps=timed)

    def placement(planned: Placement) -> Placement:
        return attrs.evolve(planned, exercise=whole(planned.exercise))

    return tuple(
        attrs.evolve(
            meeting,
            items=tuple(map(item, meeting.items)),
            before=tuple(map(placement, meeting.before)),
            after=tuple(map(placement, meeting.after)),
        )
        for meeting in record.meetings[:held]
    )


def _record(whole: Shape) -> Record:
    plan = whole.shape("plan")
    brief = plan.shape("brief")
    entries = [_entry(file) for file in whole.shapes("files")]
    meetings = tuple(map(meeting_from_json, plan.shapes("meetings")))
    if [meeting.number for meeting in meetings] != list(range(1, len(meetings) + 1)):
        raise ValueError("meetings")
    forms = [form_from_json(form) for form in whole.shapes("forms")]
    return Record(
        course=whole.text("course", "") or plan.text("id"),
        workplace=brief.text("workplace"),
        committees=brief.number("committees"),
        language=brief.text("language"),
        meetings=meetings,
        files={entry.path: entry for entry in entries},
        forms={form.identifier: form for form in forms},
    )


def _entry(file: Shape) -> FileEntry:
    return FileEntry(
        path=file.text("path"),
        edition=file.text("edition"),
        meeting=file.number("meeting"),
        exercise=file.text("exercise"),
        format=file.text("format"),
        sha256=file.text("sha256"),
        kept=file.truth("kept", default=False),
    )

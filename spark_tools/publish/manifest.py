"""``plan.json``: the plan itself, and every file that was made from it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import attrs
from attrs import frozen

from spark_tools._version import __version__
from spark_tools.model import (
    AgendaItem,
    Brief,
    Exercise,
    Finding,
    Meeting,
    Placement,
    Reason,
    SessionPlan,
    SheetForm,
)
from spark_tools.publish.drawing import DrawnFile
from spark_tools.publish.form_json import form_as_json
from spark_tools.publish.shape import Json, as_text

MANIFEST = "plan.json"
FORMAT = 2


@frozen
class FileEntry:
    """What ``plan.json`` says of a file; ``sha256`` is that of what spark wrote or would write.

    ``kept`` tells that a person's own version stands in its place. The rest is
    as in `DrawnFile`.
    """

    path: str
    edition: str
    meeting: int
    exercise: str
    format: str
    sha256: str
    kept: bool = False


def file_entry(file: DrawnFile, *, kept: bool = False) -> FileEntry:
    """Give the entry of a drawn *file*."""
    return FileEntry(
        path=file.path,
        edition=file.edition,
        meeting=file.meeting,
        exercise=file.exercise,
        format=file.format,
        sha256=digest(file.content),
        kept=kept,
    )


def manifest(
    plan: SessionPlan, files: Iterable[FileEntry], forms: Iterable[SheetForm] = ()
) -> bytes:
    """Give ``plan.json``: UTF-8, the same for the same plan, files and forms."""
    content: Json = {
        "format": FORMAT,
        "spark_tools": __version__,
        "course": plan.course or plan.id,
        "plan": plan_as_json(plan),
        "forms": [form_as_json(form) for form in forms],
        "files": [attrs.asdict(file) for file in files],
    }
    return f"{as_text(content)}\n".encode()


def digest(content: bytes) -> str:
    """Give the SHA-256 of *content* in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def plan_as_json(plan: SessionPlan) -> Json:
    """Give the plan as plain data; clock times are ``HH:MM``, dates ISO 8601."""
    return {
        "id": plan.id,
        "brief": _brief(plan.brief),
        "course_type": {"id": plan.course_type.id, "title": plan.course_type.title},
        "themes": [{"id": theme.id, "title": theme.title} for theme in plan.themes],
        "meetings": [_meeting(meeting) for meeting in plan.meetings],
        "findings": [_finding(finding) for finding in plan.findings],
        "passed_over": [
            {"exercise": exercise.id, "reason": _reason(reason)}
            for exercise, reason in plan.passed_over
        ],
    }


def _brief(brief: Brief) -> Json:
    return {
        "workplace": brief.workplace,
        "course_type": brief.course_type,
        "themes": list(brief.themes),
        "participants": brief.participants,
        "committees": brief.committees,
        "language": brief.language,
        "include": list(brief.include),
        "exclude": list(brief.exclude),
        "wish": brief.wish,
        "consultant": brief.consultant,
    }


def _meeting(meeting: Meeting) -> Json:
    return {
        "number": meeting.number,
        "template": meeting.template,
        "title": meeting.title,
        "purpose": meeting.purpose,
        "outcome": meeting.outcome,
        "date": meeting.date.isoformat() if meeting.date else None,
        "start": f"{meeting.start:%H:%M}",
        "end": f"{meeting.end:%H:%M}",
        "minutes": meeting.minutes,
        "place": meeting.place,
        "weeks": meeting.weeks,
        "waiting_actions": meeting.waiting_actions,
        "before": [_placement(placement) for placement in meeting.before],
        "items": [_item(meeting, item) for item in meeting.items],
        "after": [_placement(placement) for placement in meeting.after],
    }


def _item(meeting: Meeting, item: AgendaItem) -> Json:
    entry: Json = {
        "kind": item.kind.value,
        "start": f"{meeting.clock(item.start):%H:%M}",
        "end": f"{meeting.clock(item.start + item.minutes):%H:%M}",
        "minutes": item.minutes,
    }
    if item.exercise:
        entry |= {
            **_exercise(item.exercise),
            "slot": item.slot,
            "part": item.part,
            "group_sizes": list(item.group_sizes),
            "steps": [
                {"id": timed.step.id, "title": timed.step.title, "minutes": timed.minutes}
                for timed in item.steps
            ],
            "reasons": [_reason(reason) for reason in item.reasons],
        }
    return entry


def _placement(placement: Placement) -> Json:
    return {
        **_exercise(placement.exercise),
        "slot": placement.slot,
        "reasons": [_reason(reason) for reason in placement.reasons],
    }


def _exercise(exercise: Exercise) -> Json:
    return {
        "exercise": exercise.id,
        "title": exercise.title,
        "revision": exercise.revision,
        "functions": [function.value for function in exercise.functions],
        "yields": [outcome.value for outcome in exercise.yields],
    }


def _reason(reason: Reason) -> Json:
    return {"kind": reason.kind.value, "details": list(reason.details)}


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "meeting": finding.meeting,
        "details": list(finding.details),
        "text": finding.text,
    }

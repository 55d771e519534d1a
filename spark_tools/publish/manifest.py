"""``plan.json``: the plan itself, and every file that was made from it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from attrs import frozen

from spark_tools._version import __version__
from spark_tools.model import Brief, Finding, SessionPlan, SheetForm
from spark_tools.publish.disk import digest
from spark_tools.publish.drawing import DrawnFile
from spark_tools.publish.form_json import form_as_json
from spark_tools.publish.meeting_json import meeting_as_json, reason_as_json
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


def plan_as_json(plan: SessionPlan) -> Json:
    """Give the plan as plain data; clock times are ``HH:MM``, dates ISO 8601."""
    return {
        "id": plan.id,
        "brief": _brief(plan.brief),
        "course_type": {"id": plan.course_type.id, "title": plan.course_type.title},
        "themes": [{"id": theme.id, "title": theme.title} for theme in plan.themes],
        "meetings": [meeting_as_json(meeting) for meeting in plan.meetings],
        "findings": [_finding(finding) for finding in plan.findings],
        "passed_over": [
            {"exercise": exercise.id, "reason": reason_as_json(reason)}
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


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "meeting": finding.meeting,
        "details": list(finding.details),
        "text": finding.text,
    }

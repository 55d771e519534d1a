"""``plan.json``: the plan itself, and every file that was made from it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable
from typing import Any

from spark_tools._version import __version__
from spark_tools.model import AgendaItem, Brief, Finding, Meeting, Placement, Reason, SessionPlan
from spark_tools.publish.drawing import DrawnFile

MANIFEST = "plan.json"
FORMAT = 1

Json = dict[str, Any]


def manifest(plan: SessionPlan, files: Iterable[DrawnFile], kept: Collection[str] = ()) -> bytes:
    """Give ``plan.json``: UTF-8, two spaces a level, the same for the same plan and files.

    The files in *kept* are marked: a person's own version stands in their place.
    """
    content: Json = {
        "format": FORMAT,
        "spark_tools": __version__,
        "plan": plan_as_json(plan),
        "files": [file_as_json(file, kept=file.path in kept) for file in files],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def digest(content: bytes) -> str:
    """Give the SHA-256 of *content* in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def file_as_json(file: DrawnFile, *, kept: bool = False) -> Json:
    """Give a file's entry: path, edition, meeting, exercise, format, SHA-256 and *kept*."""
    return {
        "path": file.path,
        "edition": file.edition,
        "meeting": file.meeting,
        "exercise": file.exercise,
        "format": file.format,
        "sha256": digest(file.content),
        "kept": kept,
    }


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
            "exercise": item.exercise.id,
            "title": item.exercise.title,
            "revision": item.exercise.revision,
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
        "exercise": placement.exercise.id,
        "title": placement.exercise.title,
        "revision": placement.exercise.revision,
        "slot": placement.slot,
        "reasons": [_reason(reason) for reason in placement.reasons],
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

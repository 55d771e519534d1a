"""Composing for a program: a brief as JSON in, the plan as JSON out."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from spark_tools.compose.explanation import finding_sentence, reason_sentence
from spark_tools.content.brief_data import read_brief_data
from spark_tools.i18n import LANGUAGES, message_language, messages, words
from spark_tools.model import AgendaItem, Fault, FaultError, Placement, ReasonKind
from spark_tools.publish.manifest import plan_as_json
from spark_tools.web.api.shapes import (
    CLOCK,
    DATE,
    FUNCTION,
    ID,
    OUTCOME,
    TEXT,
    WHOLE,
    Json,
    Schema,
    a_list,
    an_object,
)
from spark_tools.web.toolbox import Toolbox

MOST_MEETINGS = 12
DEEPEST = 6
"""How deep a brief's lists and objects may lie in one another."""

_NAME: Schema = {"type": "string", "minLength": 1}
_MINUTES: Schema = {"type": "integer", "multipleOf": 5, "minimum": 5, "maximum": 600}
BRIEF = an_object(
    (
        *("committees", "language", "start", "minutes", "include", "exclude", "wish"),
        *("consultant", "meetings"),
    ),
    workplace=_NAME,
    course_type=_NAME,
    themes={"type": "array", "items": _NAME, "minItems": 1},
    participants={"type": "integer", "minimum": 1},
    committees={"type": "integer", "minimum": 1},
    language={"enum": list(LANGUAGES)},
    start=CLOCK,
    minutes=_MINUTES,
    include=a_list(_NAME),
    exclude=a_list(_NAME),
    wish=TEXT,
    consultant=TEXT,
    meetings={
        "type": "array",
        "maxItems": MOST_MEETINGS,
        "items": an_object(
            ("date", "start", "minutes", "place", "include"),
            date=DATE,
            start=CLOCK,
            minutes=_MINUTES,
            place=TEXT,
            include=a_list(_NAME),
        ),
    },
)

_REASON = an_object(
    kind={"enum": [each.value for each in ReasonKind]}, details=a_list(TEXT), sentence=TEXT
)
_PLACED = {
    "exercise": ID,
    "title": TEXT,
    "revision": WHOLE,
    "functions": a_list(FUNCTION),
    "yields": a_list(OUTCOME),
    "slot": TEXT,
    "reasons": a_list(_REASON),
}
_ITEM = an_object(
    (*_PLACED, "part", "group_sizes", "steps"),
    kind={"enum": ["exercise", "break", "lunch", "buffer"]},
    start=CLOCK,
    end=CLOCK,
    minutes=WHOLE,
    **_PLACED,
    part=WHOLE,
    group_sizes=a_list(WHOLE),
    steps=a_list(an_object(id=TEXT, title=TEXT, minutes=WHOLE)),
)
_MEETING = an_object(
    number=WHOLE,
    template=ID,
    title=TEXT,
    purpose=TEXT,
    outcome=TEXT,
    date={"anyOf": [DATE, {"type": "null"}]},
    start=CLOCK,
    end=CLOCK,
    minutes=WHOLE,
    place=TEXT,
    weeks=WHOLE,
    waiting_actions=WHOLE,
    before=a_list(an_object(**_PLACED)),
    items=a_list(_ITEM),
    after=a_list(an_object(**_PLACED)),
)
_NAMED = an_object(id=ID, title=TEXT)
PLAN = an_object(
    id=TEXT,
    brief={"type": "object"},
    course_type=_NAMED,
    themes=a_list(_NAMED),
    meetings=a_list(_MEETING),
    findings=a_list(
        an_object(
            code=TEXT,
            severity=TEXT,
            meeting=WHOLE,
            details=a_list(TEXT),
            text=TEXT,
            sentence=TEXT,
        )
    ),
    passed_over=a_list(an_object(exercise=ID, reason=_REASON)),
)


@frozen
class ComposeBrief:
    """A job: compose the plan of a brief that came as JSON; gives it as JSON."""

    text: bytes

    def run(self, toolbox: Toolbox) -> Json:
        """Compose it; raises `FaultError` with all that is wrong or does not fit."""
        brief = read_brief_data(_with_days(_read(self.text)), toolbox.library)
        if len(brief.meetings) > MOST_MEETINGS:
            said = messages("web")("at most {most} meetings", most=MOST_MEETINGS)
            raise FaultError([Fault(said, "meetings")])
        plan = toolbox.plugins.compose(brief, toolbox.library)
        told = plan_as_json(plan)
        in_words = words("compose", message_language())
        for finding, entry in zip(plan.findings, told["findings"], strict=True):
            entry["sentence"] = finding_sentence(finding, in_words)
        for (_, reason), entry in zip(plan.passed_over, told["passed_over"], strict=True):
            entry["reason"]["sentence"] = reason_sentence(reason, in_words)
        for meeting, entry in zip(plan.meetings, told["meetings"], strict=True):
            placed: list[AgendaItem | Placement] = [*meeting.before, *meeting.items]
            placed += meeting.after
            entries = (*entry["before"], *entry["items"], *entry["after"])
            for each, one in zip(placed, entries, strict=True):
                for reason, said in zip(each.reasons, one.get("reasons", ()), strict=True):
                    said["sentence"] = reason_sentence(reason, in_words)
        return told


def _read(text: bytes) -> Mapping[str, Any]:
    """Read JSON that is an object, without keys that are there twice and not without end."""
    _ = messages("web")

    def once(pairs: list[tuple[str, Any]]) -> Json:
        names = [name for name, _value in pairs]
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise FaultError([Fault(_("“{name}” is there twice", name=twice))])
        return dict(pairs)

    def refused(_constant: str) -> None:
        raise ValueError

    try:
        read = json.loads(text, object_pairs_hook=once, parse_constant=refused)
    except (ValueError, RecursionError):
        raise FaultError([Fault(_("this is not JSON"))]) from None
    if not isinstance(read, dict) or _depth(read) > DEEPEST:
        raise FaultError([Fault(_("this is not a brief: a brief is an object"))])
    return read


def _depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(_depth, value), default=0)
    return 0


def _with_days(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give *data* with dates where JSON has their letters; what is no date stays as it is."""
    meetings = data.get("meetings")
    if not isinstance(meetings, list):
        return data
    dated = [
        {**each, "date": _day(each["date"])} if isinstance(each, dict) and "date" in each else each
        for each in meetings
    ]
    return {**data, "meetings": dated}


def _day(written: object) -> object:
    try:
        return datetime.date.fromisoformat(written) if isinstance(written, str) else written
    except ValueError:
        return written

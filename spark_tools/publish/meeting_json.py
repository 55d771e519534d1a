"""Planned meetings as plain data and back."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from spark_tools.model import (
    AgendaItem,
    Exercise,
    Form,
    Function,
    ItemKind,
    Meeting,
    Minutes,
    Outcome,
    Participants,
    Placement,
    Prose,
    Reason,
    ReasonKind,
    Source,
    SourceStatus,
    Step,
    TimedStep,
)
from spark_tools.publish.shape import Json, Shape


def meeting_as_json(meeting: Meeting) -> Json:
    """Give *meeting* as plain data; clock times are ``HH:MM``, dates ISO 8601."""
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
        "before": [_placement_as_json(placement) for placement in meeting.before],
        "items": [_item_as_json(meeting, item) for item in meeting.items],
        "after": [_placement_as_json(placement) for placement in meeting.after],
    }


def _item_as_json(meeting: Meeting, item: AgendaItem) -> Json:
    entry: Json = {
        "kind": item.kind.value,
        "start": f"{meeting.clock(item.start):%H:%M}",
        "end": f"{meeting.clock(item.start + item.minutes):%H:%M}",
        "minutes": item.minutes,
    }
    if item.exercise:
        entry |= {
            **_exercise_as_json(item.exercise),
            "slot": item.slot,
            "part": item.part,
            "group_sizes": list(item.group_sizes),
            "steps": [
                {"id": timed.step.id, "title": timed.step.title, "minutes": timed.minutes}
                for timed in item.steps
            ],
            "reasons": [reason_as_json(reason) for reason in item.reasons],
        }
    return entry


def _placement_as_json(placement: Placement) -> Json:
    return {
        **_exercise_as_json(placement.exercise),
        "slot": placement.slot,
        "reasons": [reason_as_json(reason) for reason in placement.reasons],
    }


def _exercise_as_json(exercise: Exercise) -> Json:
    return {
        "exercise": exercise.id,
        "title": exercise.title,
        "revision": exercise.revision,
        "functions": [function.value for function in exercise.functions],
        "yields": [outcome.value for outcome in exercise.yields],
    }


def reason_as_json(reason: Reason) -> Json:
    """Give *reason* as plain data."""
    return {"kind": reason.kind.value, "details": list(reason.details)}


def meeting_from_json(meeting: Shape) -> Meeting:
    """Give back the meeting that `meeting_as_json` told of, or raise `ValueError`.

    Its exercises and steps are stand-ins that hold what is told of them.
    """
    return Meeting(
        number=meeting.number("number"),
        template=meeting.text("template"),
        title=meeting.text("title"),
        purpose=meeting.text("purpose"),
        minutes=meeting.number("minutes"),
        start=datetime.time.fromisoformat(meeting.text("start")),
        items=tuple(_items(meeting)),
        date=_date(meeting),
        place=meeting.text("place"),
        outcome=meeting.text("outcome"),
        before=tuple(map(_placement, meeting.shapes("before"))),
        after=tuple(map(_placement, meeting.shapes("after"))),
        weeks=meeting.number("weeks"),
        waiting_actions=meeting.number("waiting_actions"),
    )


def _date(meeting: Shape) -> datetime.date | None:
    return datetime.date.fromisoformat(meeting.text("date")) if meeting.has("date") else None


def _items(meeting: Shape) -> Iterator[AgendaItem]:
    steps: dict[str, tuple[Step, ...]] = {}
    for item in meeting.shapes("items"):
        if item.has("exercise"):
            name = item.text("exercise")
            found = tuple(_step(step).step for step in item.shapes("steps"))
            steps[name] = (*steps.get(name, ()), *found)
    start = 0
    for item in meeting.shapes("items"):
        minutes = item.number("minutes")
        kind = item.one_of(ItemKind, "kind")
        if kind is ItemKind.EXERCISE:
            yield AgendaItem(
                kind,
                start,
                minutes,
                exercise=_stand_in(item, steps[item.text("exercise")]),
                steps=tuple(map(_step, item.shapes("steps"))),
                slot=item.text("slot"),
                part=item.number("part"),
                group_sizes=item.numbers("group_sizes"),
                reasons=tuple(map(_reason, item.shapes("reasons"))),
            )
        else:
            yield AgendaItem(kind, start, minutes)
        start += minutes


def _step(step: Shape) -> TimedStep:
    minutes = step.number("minutes")
    taken = Minutes(minutes, minutes, minutes)
    return TimedStep(
        Step(step.text("id"), step.text("title"), Form.PLENARY, taken, Prose("")), minutes
    )


def _placement(placement: Shape) -> Placement:
    return Placement(
        _stand_in(placement),
        placement.text("slot"),
        tuple(map(_reason, placement.shapes("reasons"))),
    )


def _reason(reason: Shape) -> Reason:
    return Reason(reason.one_of(ReasonKind, "kind"), reason.texts("details"))


def _stand_in(entry: Shape, steps: tuple[Step, ...] = ()) -> Exercise:
    """Give the exercise that *entry* names as far as it is known there."""
    return Exercise(
        id=entry.text("exercise"),
        title=entry.text("title"),
        purpose="",
        functions=tuple(map(Function, entry.texts("functions"))),
        participants=Participants(1, 1),
        steps=steps,
        source=Source(SourceStatus.OWN, ""),
        revision=entry.number("revision"),
        yields=tuple(map(Outcome, entry.texts("yields"))),
    )

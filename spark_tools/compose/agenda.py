"""From the chosen exercises to meetings with clock times."""

from __future__ import annotations

from collections.abc import Sequence

from spark_tools.compose.actions import Waiting
from spark_tools.compose.frames import Frame
from spark_tools.compose.layout import lay_out
from spark_tools.compose.minutes import MARK, share
from spark_tools.compose.problem import Option, Place, Where
from spark_tools.model import AgendaItem, ItemKind, Meeting, Placement, Reason

Placed = tuple[Place, Option, tuple[Reason, ...]]


def meeting(frame: Frame, placed: Sequence[Placed], waiting: Waiting) -> Meeting:
    """Lay out one meeting from what is *placed* in it and around it, in order."""
    template = frame.template
    inside = [each for each in placed if each[0].where is Where.MEETING]
    return Meeting(
        number=frame.number,
        template=template.id,
        title=frame.title,
        purpose=template.purpose,
        minutes=frame.minutes,
        start=frame.start,
        items=_items(frame, inside),
        date=frame.wish.date,
        place=frame.wish.place,
        outcome=template.outcome,
        before=_placements(placed, Where.BEFORE),
        after=_placements(placed, Where.AFTER),
        weeks=template.weeks,
        waiting_actions=waiting.rows,
    )


def _placements(placed: Sequence[Placed], where: Where) -> tuple[Placement, ...]:
    return tuple(
        Placement(option.candidate.exercise, place.slot.id, reasons)
        for place, option, reasons in placed
        if place.where is where
    )


def _items(frame: Frame, inside: Sequence[Placed]) -> tuple[AgendaItem, ...]:
    timings = [option.candidate.timing for _, option, _ in inside]
    lines = lay_out(timings, frame.marks, frame.lunch)
    assert lines is not None, "the search only gives meetings that can be laid out"
    items: list[AgendaItem] = []
    start = 0
    for line in lines:
        minutes = line.marks * MARK
        if line.kind is ItemKind.EXERCISE:
            place, option, reasons = inside[line.item]
            candidate = option.candidate
            first, last = line.steps
            items.append(
                AgendaItem(
                    line.kind,
                    start,
                    minutes,
                    exercise=candidate.exercise,
                    steps=share(candidate.exercise, candidate.timing, first, last, minutes),
                    slot=place.slot.id,
                    part=line.part,
                    group_sizes=candidate.groups,
                    reasons=reasons,
                )
            )
        else:
            items.append(AgendaItem(line.kind, start, minutes))
        start += minutes
    return tuple(items)

"""What stands where in a plan: in the meetings, before them and in the intervals after them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from spark_tools.compose.problem import Where
from spark_tools.model import Exercise, Meeting, SessionPlan


@frozen
class Standing:
    """An exercise in a slot of meeting number ``meeting``."""

    meeting: int
    where: Where
    slot: str
    exercise: Exercise


def standing(meeting: Meeting) -> Iterator[Standing]:
    """Give what stands before *meeting*, in it and after it, in order, each exercise once."""
    for placement in meeting.before:
        yield Standing(meeting.number, Where.BEFORE, placement.slot, placement.exercise)
    seen: set[str] = set()
    for item in meeting.items:
        if item.exercise and item.exercise.id not in seen:
            seen.add(item.exercise.id)
            yield Standing(meeting.number, Where.MEETING, item.slot, item.exercise)
    for placement in meeting.after:
        yield Standing(meeting.number, Where.AFTER, placement.slot, placement.exercise)


def all_standing(plan: SessionPlan) -> tuple[Standing, ...]:
    """Give what stands in the whole course, in order."""
    return tuple(one for meeting in plan.meetings for one in standing(meeting))

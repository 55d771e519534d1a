"""What the meetings held, and the logbook, leave to the meetings that are still to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from spark_tools.compose.actions import Waiting, agreed
from spark_tools.compose.candidates import ACTIONS, Candidate, outcome_set
from spark_tools.compose.frames import Frame
from spark_tools.model import Brief, Exercise, Function, Logbook, Meeting, Slot

LOOK_BACK_SLOT = Slot("look-back", "", (Function.LOOK_BACK,), required=False)
"""The place that a meeting gets when actions wait and its template has none."""


@frozen
class Past:
    """Where the rest of a course begins.

    ``held`` is the number of meetings held, ``came`` the number of the meeting in
    which each exercise came first, by its id. ``has`` holds the outcomes there
    are, ``waiting`` what the next look-back takes up; ``history`` tells that
    there is something to look back at in a first meeting.
    """

    held: int
    exercises: tuple[Exercise, ...]
    came: Mapping[str, int]
    has: int
    waiting: Waiting
    history: bool

    def meets(self, exercise: str, meeting: int) -> bool:
        """Tell whether a wish for *exercise* (*meeting* as in `Wish`) is met already."""
        return meeting < 0 and exercise in self.came


def past(
    brief: Brief, frames: Sequence[Frame], candidates: Sequence[Candidate], logbook: Logbook
) -> Past:
    """Sum up the meetings of *logbook* and what it has open."""
    groups = {candidate.exercise.id: candidate.groups for candidate in candidates}
    came: dict[str, int] = {}
    exercises: list[Exercise] = []
    known = {action.meeting for action in logbook.actions}
    open_ = tuple(action.meeting for action in logbook.open_actions)
    expected = Waiting()
    for frame, meeting in zip(frames, logbook.meetings, strict=False):
        placed = tuple(_placed(meeting, groups))
        for exercise, _ in placed:
            came.setdefault(exercise.id, meeting.number)
            exercises.append(exercise)
        if looked_back(frame, meeting):
            expected = Waiting()
        if meeting.number not in known:
            expected = expected.more(sum(agreed(brief, placed)), meeting.number)
    agreed_in = open_ if logbook.meetings else (0,) * bool(open_)
    waiting = Waiting(
        len(open_), expected.expected, tuple(sorted({*agreed_in, *expected.meetings}))
    )
    has = outcome_set(outcome for exercise in exercises for outcome in exercise.yields)
    return Past(
        held=len(logbook.meetings),
        exercises=tuple(exercises),
        came=came,
        has=has | (ACTIONS if waiting.rows else 0),
        waiting=waiting,
        history=bool(logbook.actions),
    )


def _placed(
    meeting: Meeting, groups: Mapping[str, tuple[int, ...]]
) -> Iterator[tuple[Exercise, tuple[int, ...]]]:
    """Give the exercises of *meeting* in order, each once, with its groups."""
    for placement in meeting.before:
        yield placement.exercise, groups.get(placement.exercise.id, ())
    sizes = {item.exercise.id: item.group_sizes for item in meeting.items if item.exercise}
    for exercise in meeting.exercises:
        yield exercise, sizes[exercise.id]
    for placement in meeting.after:
        yield placement.exercise, groups.get(placement.exercise.id, ())


def looked_back(frame: Frame, meeting: Meeting) -> bool:
    """Tell whether *meeting*, which has that *frame*, looked back where there is a place for it."""
    slots = {slot.id: slot for slot in (LOOK_BACK_SLOT, *frame.template.slots)}
    return any(
        Function.LOOK_BACK in item.exercise.functions
        and Function.LOOK_BACK in slots.get(item.slot, LOOK_BACK_SLOT).functions
        for item in meeting.items
        if item.exercise
    )

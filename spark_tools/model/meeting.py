"""Meetings as they are planned: agenda items on a clock, and what lies around them."""

from __future__ import annotations

import datetime
from enum import StrEnum

from attrs import frozen

from spark_tools.model.exercise import Exercise, Step
from spark_tools.model.finding import Reason


class ItemKind(StrEnum):
    """What an agenda item is: work, a pause, a meal, or spare time."""

    EXERCISE = "exercise"
    BREAK = "break"
    LUNCH = "lunch"
    BUFFER = "buffer"


@frozen
class TimedStep:
    """A step with the whole minutes it gets."""

    step: Step
    minutes: int


@frozen
class AgendaItem:
    """One line of an agenda.

    ``start`` counts minutes from the meeting's start, a multiple of five, and
    ``minutes`` is the item's length. An exercise that a break cuts in two gives
    two items with ``part`` 1 and 2 and the steps each holds; otherwise ``part``
    is 0. The steps' minutes add up to the item's, but for at most four minutes
    that reach the next five-minute mark. ``group_sizes`` holds the people in
    each group, largest first.
    """

    kind: ItemKind
    start: int
    minutes: int
    exercise: Exercise | None = None
    steps: tuple[TimedStep, ...] = ()
    slot: str = ""
    part: int = 0
    group_sizes: tuple[int, ...] = ()
    reasons: tuple[Reason, ...] = ()


@frozen
class Placement:
    """An exercise done outside a meeting: before it, or in the interval after it."""

    exercise: Exercise
    slot: str
    reasons: tuple[Reason, ...] = ()


@frozen
class Meeting:
    """One meeting: its items fill ``minutes`` exactly, in order, without gaps.

    ``waiting_actions`` is the number of rows that a look-back in this meeting
    needs. ``before`` and ``after`` hold what is done outside the meeting;
    ``weeks`` is the usual interval until the next one.
    """

    number: int
    template: str
    title: str
    purpose: str
    minutes: int
    start: datetime.time
    items: tuple[AgendaItem, ...]
    date: datetime.date | None = None
    place: str = ""
    outcome: str = ""
    before: tuple[Placement, ...] = ()
    after: tuple[Placement, ...] = ()
    weeks: int = 4
    waiting_actions: int = 0

    def clock(self, offset: int) -> datetime.time:
        """Give the time of day *offset* minutes into the meeting."""
        minutes = self.start.hour * 60 + self.start.minute + offset
        return datetime.time(minutes // 60 % 24, minutes % 60)

    @property
    def end(self) -> datetime.time:
        """The time of day at which the meeting ends."""
        return self.clock(self.minutes)

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of the meeting in order, each once."""
        found = {item.exercise.id: item.exercise for item in self.items if item.exercise}
        return tuple(found.values())

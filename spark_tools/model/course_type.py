"""Course types: a sequence of meetings with places for exercises."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from spark_tools.model.exercise import Function, GroupSize
from spark_tools.model.source import Source
from spark_tools.model.text import Prose


class Grouping(StrEnum):
    """Who sits together: mixed groups, or each committee at its own table."""

    MIXED = "mixed"
    COMMITTEE = "committee"


@frozen
class Slot:
    """A place in a meeting that takes exercises with any of ``functions``.

    ``required`` slots are never left empty; a slot takes at most ``max``
    exercises. ``prefer`` lists exercise ids that fit best, best first.
    """

    id: str
    title: str
    functions: tuple[Function, ...]
    required: bool = True
    max: int = 1
    prefer: tuple[str, ...] = ()


@frozen
class Repeat:
    """How many times a meeting template comes: least, typical and most."""

    min: int = 1
    typical: int = 1
    max: int = 1


@frozen
class MeetingTemplate:
    """A meeting of a course type: its length in minutes and its slots in order.

    ``before`` holds slots for what is done before the meeting, ``after`` for
    the interval that follows; neither takes minutes of the meeting. ``weeks``
    is the usual length of that interval.
    """

    id: str
    title: str
    purpose: str
    minutes: int
    slots: tuple[Slot, ...]
    repeat: Repeat = Repeat()
    before: tuple[Slot, ...] = ()
    after: tuple[Slot, ...] = ()
    outcome: str = ""
    weeks: int = 4


@frozen
class CourseType:
    """A kind of course; participants and committees are the usual numbers.

    ``participants`` counts everybody in the room, ``committees`` the TRIOs or
    MED committees they come from.
    """

    id: str
    title: str
    summary: str
    meetings: tuple[MeetingTemplate, ...]
    participants: GroupSize
    source: Source
    committees: GroupSize = GroupSize(1, 1)
    grouping: Grouping = Grouping.MIXED
    revision: int = 1
    language: str = "da"
    aliases: tuple[str, ...] = ()
    audience: str = ""
    applied_by: str = ""
    preparation: Prose = Prose("")
    origin: str = ""

"""The logbook: what a course has agreed, tried and learnt."""

from __future__ import annotations

import datetime
from enum import StrEnum

from attrs import frozen

from spark_tools.model.meeting import Meeting


class ActionState(StrEnum):
    """How far a try-out action has come."""

    AGREED = "agreed"
    TRYING = "trying"
    DONE = "done"
    ADJUSTED = "adjusted"
    DROPPED = "dropped"


ENDED = (ActionState.DONE, ActionState.DROPPED)


@frozen
class Action:
    """A try-out action: what, who, and when it is looked at again.

    ``id`` (``a1``, ``a2`` ...) is unique in the logbook; ``name`` is what it is
    called for short, or nothing. ``meeting`` is the number of the meeting that
    agreed it, ``committee`` whose it is where there are several. ``learnt`` holds
    what was learnt from it, oldest first. ``source`` says which sheet it came
    from: an entry's id, and for a row of a grid ``:`` and the row's key.
    """

    id: str
    what: str
    who: str = ""
    review: datetime.date | None = None
    state: ActionState = ActionState.AGREED
    meeting: int = 0
    name: str = ""
    committee: str = ""
    learnt: tuple[str, ...] = ()
    source: str = ""

    @property
    def ended(self) -> bool:
        """Whether it is done or dropped."""
        return self.state in ENDED


@frozen
class Entry:
    """One filled-in sheet.

    ``id`` (``s1``, ``s2`` ...) is unique in the logbook. ``sheet`` is the handout's
    id, ``meeting`` the number of the meeting it belongs to; ``ahead`` says that it
    is filled in before that meeting. ``values`` pairs each field's key on the sheet
    with its answer: dates are ISO 8601, a tick is ``x``. ``saved`` is when the file
    was last saved, ``file`` its name. ``learnt`` is what the sheet says was learnt
    from no single action. ``unplaced`` holds what was written where no field is,
    ``earlier`` what stood in a field, or in another version of the sheet, and gave
    way: a field's key is there once for each such answer.
    """

    id: str
    sheet: str
    title: str
    meeting: int
    values: tuple[tuple[str, str], ...]
    exercise: str = ""
    committee: str = ""
    saved: datetime.datetime | None = None
    file: str = ""
    ahead: bool = False
    learnt: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    earlier: tuple[tuple[str, str], ...] = ()


@frozen
class Logbook:
    """What a course has agreed, tried and learnt so far, oldest first.

    ``course`` is the course's opaque id. ``held`` is how many meetings have been
    held; ``meetings`` are those as they were planned, where that is known.
    """

    actions: tuple[Action, ...] = ()
    entries: tuple[Entry, ...] = ()
    held: int = 0
    course: str = ""
    meetings: tuple[Meeting, ...] = ()

    @property
    def open_actions(self) -> tuple[Action, ...]:
        """The actions that the next look-back takes up."""
        return tuple(action for action in self.actions if not action.ended)

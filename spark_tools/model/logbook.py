"""The logbook: what a course has agreed and tried."""

from __future__ import annotations

import datetime
from enum import StrEnum

from attrs import frozen


class ActionState(StrEnum):
    """How far a try-out action has come."""

    AGREED = "agreed"
    TRYING = "trying"
    DONE = "done"
    ADJUSTED = "adjusted"
    DROPPED = "dropped"


@frozen
class Action:
    """A try-out action: what, who, and when it is looked at again.

    ``meeting`` is the number of the meeting that agreed it.
    """

    id: str
    what: str
    who: str = ""
    review: datetime.date | None = None
    state: ActionState = ActionState.AGREED
    meeting: int = 0


@frozen
class Logbook:
    """What a course has agreed so far, oldest first."""

    actions: tuple[Action, ...] = ()

    @property
    def open_actions(self) -> tuple[Action, ...]:
        """The actions that the next look-back takes up."""
        ended = (ActionState.DONE, ActionState.DROPPED)
        return tuple(action for action in self.actions if action.state not in ended)

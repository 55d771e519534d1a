"""What an answer on a sheet means to the logbook."""

from __future__ import annotations

from enum import StrEnum


class Meaning(StrEnum):
    """What the answer in a field tells about a try-out action, or about the sheet.

    A grid with a ``what`` column records an action in each row; a sheet with a
    ``what`` field records one action in all its fields together. ``name`` is what
    the action is called for short, ``review`` the day it is looked at again,
    ``started`` a tick when it is being tried, ``done`` what has been done so far,
    ``decision`` what happens to it now, and ``learnt`` what was learnt from it.
    ``learnt`` in a field that goes with no action is the course's own. ``state``
    only shows how far the action has come, and ``committee`` says whose sheet
    it is.
    """

    NAME = "name"
    WHAT = "what"
    WHO = "who"
    REVIEW = "review"
    STARTED = "started"
    DONE = "done"
    DECISION = "decision"
    LEARNT = "learnt"
    STATE = "state"
    COMMITTEE = "committee"


class Decision(StrEnum):
    """What is decided about a try-out action: fortsæt, justér, stop, udbred."""

    CONTINUE = "continue"
    ADJUST = "adjust"
    STOP = "stop"
    SPREAD = "spread"

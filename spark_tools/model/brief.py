"""The brief: what the consultant asks for."""

from __future__ import annotations

import datetime

from attrs import frozen


@frozen
class MeetingWish:
    """What is settled about one meeting; everything left out is composed.

    ``minutes`` is the whole meeting, breaks included. ``include`` holds
    exercise ids that must come in this meeting.
    """

    date: datetime.date | None = None
    start: datetime.time | None = None
    minutes: int | None = None
    place: str = ""
    include: tuple[str, ...] = ()


@frozen
class Brief:
    """What the consultant asks for; ids are those of the library.

    ``participants`` counts everybody in the room, from ``committees``
    committees together. ``include`` must come somewhere in the course,
    ``exclude`` nowhere. ``meetings`` settles meetings in order; when any is
    given, the course has exactly that many. ``minutes`` overrides the length of
    every meeting that does not say its own.
    """

    workplace: str
    course_type: str
    themes: tuple[str, ...]
    participants: int
    committees: int = 1
    language: str = "da"
    start: datetime.time = datetime.time(9, 0)
    minutes: int | None = None
    meetings: tuple[MeetingWish, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    wish: str = ""
    consultant: str = ""

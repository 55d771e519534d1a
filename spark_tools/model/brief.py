"""The brief: what the consultant asks for."""

from __future__ import annotations

import datetime
from pathlib import Path

from attrs import field, frozen


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
class Dress:
    """How the documents look and what is printed beside them.

    ``house`` is an organisation's own Word file; without one, ``look`` names a look of the
    toolbox's or a plugin's. With ``posters`` the sheets for the wall come on A3 as well.
    """

    house: Path | None = None
    look: str = ""
    posters: bool = False


@frozen
class Brief:
    """What the consultant asks for; ids are those of the library.

    ``participants`` counts everybody in the room, from ``committees``
    committees together. ``include`` must come somewhere in the course,
    ``exclude`` nowhere. ``meetings`` settles meetings in order; when any is
    given, the course has exactly that many. ``minutes`` overrides the length of
    every meeting that does not say its own. The ``dress`` has no part in what the course
    is, nor in its id.
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
    dress: Dress = field(factory=Dress, repr=False)

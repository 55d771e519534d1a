"""What the command line says about a course, over what its file says."""

from __future__ import annotations

import datetime

from attrs import frozen


@frozen
class BriefOptions:
    """What was given on the command line; what is None or empty is left to the file.

    Names of course types, themes and exercises are as the person typed them.
    ``start`` is a time of day, or as it was typed: ``9:00`` or ``9.00``. ``house`` is the
    path of a Word file, from the folder the person is in.
    """

    workplace: str | None = None
    course_type: str | None = None
    themes: tuple[str, ...] = ()
    participants: int | None = None
    committees: int | None = None
    dates: tuple[datetime.date, ...] = ()
    start: datetime.time | str | None = None
    minutes: int | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    language: str | None = None
    wish: str | None = None
    consultant: str | None = None
    house: str | None = None
    look: str | None = None
    posters: bool | None = None

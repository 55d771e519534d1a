"""A plan as a page shows it: every line in words, nothing left to work out."""

from __future__ import annotations

from attrs import frozen

STEP = 15
"""By how many minutes a meeting is made longer or shorter at a time."""


@frozen
class TitleView:
    """A title, the id it goes under, and the language it is in; ``short`` as in `Alternative`."""

    id: str
    title: str
    language: str
    short: int = 0


@frozen
class ItemView:
    """A line of an agenda, or something done outside the meeting, which then has no times.

    ``exercise`` is its id, or nothing for a pause of that ``kind``. ``others`` may stand there
    instead. ``may_go`` says that it can be left out, and ``often`` that it comes in other
    meetings as well.
    """

    kind: str
    title: str
    language: str
    start: str = ""
    end: str = ""
    minutes: int = 0
    exercise: str = ""
    purpose: str = ""
    reasons: tuple[str, ...] = ()
    others: tuple[TitleView, ...] = ()
    may_go: bool = False
    often: bool = False


@frozen
class DocumentView:
    """A document to fetch: its path without a suffix, and its title."""

    path: str
    title: str
    edition: str


@frozen
class MeetingView:
    """A meeting; ``longer`` and ``shorter`` say whether it may become so."""

    number: int
    title: str
    language: str
    purpose: str
    outcome: str
    day: str
    hours: str
    place: str
    length: str
    items: tuple[ItemView, ...]
    before: tuple[ItemView, ...]
    after: tuple[ItemView, ...]
    documents: tuple[DocumentView, ...]
    longer: bool
    shorter: bool


@frozen
class WishView:
    """An exercise that the brief asks for or leaves out; ``meeting`` is 0 for anywhere."""

    exercise: TitleView
    wanted: bool
    meeting: int = 0


@frozen
class FindingView:
    """Something to know about the plan."""

    sentence: str
    warning: bool


@frozen
class PassedOver:
    """An exercise that did not come, and why."""

    exercise: TitleView
    reason: str


@frozen
class PlanView:
    """A plan; ``language`` is that of its documents, ``calendar`` the calendar's path, if any."""

    course: TitleView
    workplace: str
    language: str
    meetings: tuple[MeetingView, ...]
    documents: tuple[DocumentView, ...]
    findings: tuple[FindingView, ...]
    wishes: tuple[WishView, ...]
    passed_over: tuple[PassedOver, ...]
    calendar: str = ""

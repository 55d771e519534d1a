"""All the documents of a course."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from attrs import frozen

from spark_tools.document.agenda import agenda_document
from spark_tools.document.carried import Carried, carried
from spark_tools.document.foreign import marked_course
from spark_tools.document.framing import CourseDocument
from spark_tools.document.guide import guide_document
from spark_tools.document.interval import before_document, interval_document, interval_sheet
from spark_tools.document.occasions import HandoutSource, Occasion, in_meeting, placed
from spark_tools.document.overview import overview_document
from spark_tools.document.posters import poster_documents
from spark_tools.document.told_apart import told_apart
from spark_tools.document.worksheets import worksheet_documents
from spark_tools.model import Exercise, Handout, Meeting, SessionPlan


def no_handouts(_exercise: Exercise, _meeting: Meeting) -> tuple[Handout, ...]:
    """Give no further handouts."""
    return ()


def course_documents(
    plan: SessionPlan,
    handouts: HandoutSource = no_handouts,
    *,
    with_ended: bool = False,
    posters: bool = False,
) -> tuple[CourseDocument, ...]:
    """Lay out the documents of *plan*: the overview, then each coming meeting's in order.

    Of the meetings that have been held only the last gives anything: the sheets for
    the time after it. These, and the next meeting's sheets and guide, hold what the
    logbook has; actions that have ended only *with_ended*. *handouts* gives what
    plugins add to an exercise's own sheets. With *posters* the sheets that hang on the
    wall come on A3 as well. What is in another language than the documents says so.
    """
    course, sheets = marked_course(plan, handouts)
    documents = _documents(course, sheets, with_ended=with_ended, posters=posters)
    return documents if course is plan else tuple(map(told_apart, documents))


def _documents(
    plan: SessionPlan, handouts: HandoutSource, *, with_ended: bool, posters: bool
) -> tuple[CourseDocument, ...]:
    given = carried(plan, with_ended=with_ended)
    places = range(max(plan.held - 1, 0), len(plan.meetings))
    documents = [overview_document(plan)]
    for place in places:
        stay = _stay(plan, place, handouts, posters=posters)
        if place >= plan.held:
            documents += _of_meeting(plan, stay, given if place == plan.held else ())
        documents += _of_interval(plan, stay, given if place == plan.held - 1 else ())
    return tuple(documents)


@frozen
class _Stay:
    """A meeting with all that is done in it and around it.

    ``ahead`` is done ahead of the ``following`` meeting.
    """

    meeting: Meeting
    following: Meeting | None
    before: tuple[Occasion, ...]
    during: tuple[Occasion, ...]
    after: tuple[Occasion, ...]
    ahead: tuple[Occasion, ...]

    @property
    def has_interval(self) -> bool:
        """Whether there is anything to say about the time after the meeting."""
        return bool(self.following or self.after)


def _stay(plan: SessionPlan, place: int, handouts: HandoutSource, *, posters: bool) -> _Stay:
    meeting, *rest = plan.meetings[place:]
    following = rest[0] if rest else None

    def asked(occasions: tuple[Occasion, ...]) -> tuple[Occasion, ...]:
        return tuple(attrs.evolve(one, with_posters=posters) for one in occasions)

    return _Stay(
        meeting,
        following,
        before=asked(placed(plan, meeting, meeting.before, handouts, ahead=True)),
        during=asked(in_meeting(plan, meeting, handouts)),
        after=asked(placed(plan, meeting, meeting.after, handouts)),
        ahead=asked(placed(plan, following, following.before, handouts, ahead=True))
        if following
        else (),
    )


def _of_meeting(
    plan: SessionPlan, stay: _Stay, given: tuple[Carried, ...]
) -> Iterator[CourseDocument]:
    first = stay.before if stay.meeting is plan.meetings[0] else ()
    if first:
        yield before_document(plan, stay.meeting, first)
    hand_out = tuple(sheet for done in (*stay.after, *stay.ahead) for sheet in done.copies)
    if stay.has_interval:
        hand_out = (interval_sheet(plan), *hand_out)
    outside = (*first, *stay.after, *stay.ahead)
    yield guide_document(plan, stay.meeting, stay.during, outside, hand_out, given)
    yield agenda_document(plan, stay.meeting)
    with_sheets = (*stay.before, *stay.during, *stay.after)
    yield from worksheet_documents(with_sheets, given)
    yield from poster_documents(with_sheets, given)


def _of_interval(
    plan: SessionPlan, stay: _Stay, given: tuple[Carried, ...]
) -> Iterator[CourseDocument]:
    if not stay.has_interval:
        return
    filling: list[Carried | None] = [one for one in given if one.waiting]
    if plan.brief.committees > 1 or not filling:
        filling.insert(0, None)
    around = (stay.following, stay.during, stay.after, stay.ahead)
    for one in filling:
        yield interval_document(plan, stay.meeting, *around, given=one)

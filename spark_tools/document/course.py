"""All the documents of a course."""

from __future__ import annotations

from collections.abc import Iterator

from spark_tools.document.agenda import agenda_document
from spark_tools.document.framing import CourseDocument
from spark_tools.document.guide import guide_document
from spark_tools.document.interval import before_document, interval_document, interval_sheet
from spark_tools.document.occasions import HandoutSource, in_meeting, placed
from spark_tools.document.overview import overview_document
from spark_tools.document.worksheets import worksheet_documents
from spark_tools.model import Exercise, Handout, Meeting, SessionPlan


def no_handouts(_exercise: Exercise, _meeting: Meeting) -> tuple[Handout, ...]:
    """Give no further handouts."""
    return ()


def course_documents(
    plan: SessionPlan, handouts: HandoutSource = no_handouts
) -> tuple[CourseDocument, ...]:
    """Lay out every document of *plan*: the overview, then each meeting's in order.

    *handouts* gives what plugins add to an exercise's own sheets.
    """
    return (
        overview_document(plan),
        *(
            document
            for place in range(len(plan.meetings))
            for document in _of_meeting(plan, place, handouts)
        ),
    )


def _of_meeting(plan: SessionPlan, place: int, handouts: HandoutSource) -> Iterator[CourseDocument]:
    meeting = plan.meetings[place]
    following = plan.meetings[place + 1] if place + 1 < len(plan.meetings) else None
    before = placed(plan, meeting, meeting.before, handouts)
    during = in_meeting(plan, meeting, handouts)
    after = placed(plan, meeting, meeting.after, handouts)
    ahead = placed(plan, following, following.before, handouts) if following else ()
    if before and not place:
        yield before_document(plan, meeting, before)
    hand_out = tuple(sheet for occasion in (*after, *ahead) for sheet in occasion.copies)
    if following or after:
        hand_out = (interval_sheet(plan), *hand_out)
    outside = (*(before if not place else ()), *after, *ahead)
    yield guide_document(plan, meeting, during, outside, hand_out)
    yield agenda_document(plan, meeting)
    yield from worksheet_documents((*before, *during, *after))
    if following or after:
        yield interval_document(plan, meeting, following, during, after, ahead)

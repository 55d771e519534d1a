"""Which files the three kinds of renderer make of a course."""

from collections.abc import Callable

import attrs

from spark_tools.document.course import course_documents
from spark_tools.model import (
    Document,
    DocumentRenderer,
    Logbook,
    Look,
    MeetingRenderer,
    PlanRenderer,
    Renderer,
    RunningOrder,
    SessionPlan,
    plain,
)
from spark_tools.publish import draw_course, drawn_paths

LOOK = Look(())


def whole(document: Document, _look: Look) -> bytes:
    return document.title.encode()


def course_in_short(plan: SessionPlan, _look: Look) -> bytes:
    return plan.course_type.title.encode()


def meeting_in_short(order: RunningOrder, _look: Look) -> bytes:
    return plain(order.title).encode()


DOCUMENTS = DocumentRenderer("txt", "txt", "Text", whole)
PLAN = PlanRenderer("sum", "sum", "Summary", course_in_short)
MEETINGS = MeetingRenderer("tv", "tv", "Screen", "screen", meeting_in_short)


def test_a_renderer_of_meetings_makes_a_file_for_each_meeting(
    course: Callable[[str], SessionPlan],
) -> None:
    plan = course("individual")
    files = list(draw_course(plan, (), [MEETINGS], LOOK))

    assert [file.path for file in files] == [
        f"meeting-{meeting.number}/screen.tv" for meeting in plan.meetings
    ]
    assert [file.content.decode() for file in files] == [each.title for each in plan.meetings]
    assert [file.meeting for file in files] == [each.number for each in plan.meetings]
    assert {(file.edition, file.exercise, file.format) for file in files} == {("", "", "tv")}


def test_meetings_that_have_been_held_are_not_drawn_again(
    course: Callable[[str], SessionPlan],
) -> None:
    plan = course("individual")
    later = attrs.evolve(plan, logbook=Logbook(meetings=plan.meetings[:2]))

    first, *_ = draw_course(later, (), [MEETINGS], LOOK)
    assert first.path == "meeting-3/screen.tv"


def test_the_paths_are_known_before_anything_is_drawn(course: Callable[[str], SessionPlan]) -> None:
    plan = course("full-day")
    documents = course_documents(plan)
    renderers: list[Renderer] = [DOCUMENTS, PLAN, MEETINGS]

    expected = [path for each in renderers for path in drawn_paths(plan, documents, each)]
    assert [file.path for file in draw_course(plan, documents, renderers, LOOK)] == expected

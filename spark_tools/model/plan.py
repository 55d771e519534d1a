"""Session plans: a composed course, meeting by meeting, minute by minute."""

from __future__ import annotations

from attrs import frozen

from spark_tools.model.brief import Brief
from spark_tools.model.course_type import CourseType
from spark_tools.model.exercise import Exercise
from spark_tools.model.finding import Finding, Reason
from spark_tools.model.logbook import Logbook
from spark_tools.model.meeting import Meeting
from spark_tools.model.theme import Theme

NOTHING_YET = Logbook()


@frozen
class SessionPlan:
    """The composed course.

    ``id`` is opaque and the same for the same brief and content. ``course`` is the
    id that the course keeps when it is planned again: the first plan's.
    ``logbook`` is what the plan was composed on; the meetings held stand as they
    were planned. ``passed_over`` pairs each exercise that was considered and left
    out with why.
    """

    id: str
    brief: Brief
    course_type: CourseType
    themes: tuple[Theme, ...]
    meetings: tuple[Meeting, ...]
    findings: tuple[Finding, ...] = ()
    passed_over: tuple[tuple[Exercise, Reason], ...] = ()
    logbook: Logbook = NOTHING_YET
    course: str = ""

    @property
    def held(self) -> int:
        """How many of the meetings, from the first on, have been held."""
        return len(self.logbook.meetings)

    @property
    def next_meeting(self) -> Meeting | None:
        """The first meeting that has not been held yet."""
        return next(iter(self.meetings[self.held :]), None)

"""The composer: a brief and a library in, a session plan out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from attrs import evolve

from spark_tools.compose.actions import waiting
from spark_tools.compose.agenda import meeting
from spark_tools.compose.bounds import bounds
from spark_tools.compose.candidates import candidates
from spark_tools.compose.check import all_exercises, checked
from spark_tools.compose.diagnosis import Diagnosis, DoesNotFit
from spark_tools.compose.findings import findings, held_findings
from spark_tools.compose.frames import Frame, frames
from spark_tools.compose.impossible import impossible
from spark_tools.compose.leniency import without_trouble
from spark_tools.compose.problem import pose
from spark_tools.compose.reasons import Reasoner
from spark_tools.compose.search import best_course
from spark_tools.compose.steadiness import steady
from spark_tools.model import Brief, CourseType, Exercise, Logbook, SessionPlan, Theme

if TYPE_CHECKING:
    from spark_tools.content.library import Library

__all__ = ["DoesNotFit", "compose"]

NOTHING_YET = Logbook()


def compose(brief: Brief, library: Library, logbook: Logbook = NOTHING_YET) -> SessionPlan:
    """Compose the best course that *brief* can have from *library*.

    *logbook* holds what an earlier part of the course has agreed. The meetings
    held stand as they are in it, and the rest is composed anew. The same
    arguments always give the same plan. Raises `DoesNotFit` with everything
    that stands in the way and what would help, and `FaultError` where the brief
    names something that does not exist.
    """
    held = logbook.meetings
    course_type, themes = checked(brief, library, held)
    laid, faults = frames(brief, course_type, held)
    if faults:
        raise DoesNotFit(faults)
    plan = SessionPlan(
        id="",
        brief=brief,
        course_type=course_type,
        themes=themes,
        meetings=held,
        findings=held_findings(brief, library, held, over=len(held) == len(laid)),
        logbook=logbook,
    )
    if len(held) < len(laid):
        plan = _with_the_rest(plan, library, laid)
    used = all_exercises(plan.meetings)
    return evolve(plan, id=_identity(brief, (course_type, *themes, *used)))


def _with_the_rest(plan: SessionPlan, library: Library, laid: Sequence[Frame]) -> SessionPlan:
    """Add to *plan*, which holds the meetings held, those that are still to come."""
    brief, course_type, logbook = plan.brief, plan.course_type, plan.logbook
    found, refused = candidates(brief, course_type, library)
    posed = pose(brief, laid, found, logbook)
    if faults := impossible(posed, brief, refused):
        raise DoesNotFit(faults)
    problem, trouble = without_trouble(posed)
    if trouble.gaps or trouble.overrun:
        raise DoesNotFit(Diagnosis(brief, course_type, logbook, problem, refused, trouble).faults())
    best = best_course(problem, bounds(problem))
    choice = (best or trouble).chosen
    if best and plan.held:
        choice = steady(best, problem, pose(brief, laid, found, NOTHING_YET))
    chosen = [(problem.places[index], option) for index, option in choice]
    waits = waiting(brief, chosen, len(laid), problem.past)
    reasoner = Reasoner(problem, brief, plan.themes, chosen, waits)
    placed = [(place, option, reasoner.why(index)) for index, (place, option) in enumerate(chosen)]
    rest = tuple(
        meeting(
            frame,
            [each for each in placed if each[0].meeting == frame.number - 1],
            waits[frame.number - 1],
        )
        for frame in laid[plan.held :]
    )
    meetings = (*plan.meetings, *rest)
    proved = best is not None and best.proved
    return evolve(
        plan,
        meetings=meetings,
        findings=findings(brief, course_type, problem, meetings, plan.findings, proved=proved),
        passed_over=reasoner.passed_over(refused),
    )


def _identity(brief: Brief, content: Iterable[CourseType | Theme | Exercise]) -> str:
    """Name a plan by what it was made from, in a way that nothing can be read back from.

    The dress is left out of a brief's ``repr``: a course is the same in any.
    """
    marks = [(type(each).__name__, each.id, each.revision, each.language) for each in content]
    return blake2b(repr((brief, marks)).encode(), digest_size=8).hexdigest()

"""The composer: a brief and a library in, a session plan out."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING

from spark_tools.compose.actions import waiting
from spark_tools.compose.agenda import meeting
from spark_tools.compose.bounds import bounds
from spark_tools.compose.candidates import candidates
from spark_tools.compose.check import checked
from spark_tools.compose.diagnosis import Diagnosis, DoesNotFit
from spark_tools.compose.findings import findings
from spark_tools.compose.frames import frames
from spark_tools.compose.impossible import impossible
from spark_tools.compose.problem import pose
from spark_tools.compose.reasons import Reasoner
from spark_tools.compose.search import best_course
from spark_tools.compose.trouble import least_trouble
from spark_tools.model import Brief, CourseType, Exercise, Logbook, SessionPlan, Theme

if TYPE_CHECKING:
    from spark_tools.content.library import Library

__all__ = ["DoesNotFit", "compose"]

NOTHING_YET = Logbook()


def compose(brief: Brief, library: Library, logbook: Logbook = NOTHING_YET) -> SessionPlan:
    """Compose the best course that *brief* can have from *library*.

    *logbook* holds what an earlier part of the course has agreed. The same
    arguments always give the same plan. Raises `DoesNotFit` with everything
    that stands in the way and what would help, and `FaultError` where the brief
    names something that does not exist.
    """
    course_type, themes = checked(brief, library)
    laid, faults = frames(brief, course_type)
    if faults:
        raise DoesNotFit(faults)
    found, refused = candidates(brief, course_type, library)
    problem = pose(brief, laid, found, logbook)
    if faults := impossible(problem, brief, refused):
        raise DoesNotFit(faults)
    trouble = least_trouble(problem)
    if trouble.gaps or trouble.overrun:
        raise DoesNotFit(Diagnosis(brief, course_type, logbook, problem, refused, trouble).faults())
    best = best_course(problem, bounds(problem))
    chosen = [(problem.places[index], option) for index, option in (best or trouble).chosen]
    waits = waiting(brief, chosen, len(laid), logbook)
    reasoner = Reasoner(problem, brief, themes, chosen, waits)
    placed = [(place, option, reasoner.why(index)) for index, (place, option) in enumerate(chosen)]
    meetings = tuple(
        meeting(
            frame,
            [each for each in placed if each[0].meeting == frame.number - 1],
            waits[frame.number - 1],
        )
        for frame in laid
    )
    used = [option.candidate.exercise for _, option in chosen]
    return SessionPlan(
        id=_identity(brief, (course_type, *themes, *used)),
        brief=brief,
        course_type=course_type,
        themes=themes,
        meetings=meetings,
        findings=findings(
            brief, course_type, problem, meetings, proved=best is not None and best.proved
        ),
        passed_over=reasoner.passed_over(refused),
    )


def _identity(brief: Brief, content: Iterable[CourseType | Theme | Exercise]) -> str:
    """Name a plan by what it was made from, in a way that nothing can be read back from."""
    marks = [(type(each).__name__, each.id, each.revision, each.language) for each in content]
    return blake2b(repr((brief, marks)).encode(), digest_size=8).hexdigest()

"""A course composed for a test: everything that a test does not care for has a usual value."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from spark_tools.model import (
    ANY,
    Brief,
    CourseType,
    Exercise,
    Function,
    GroupSize,
    MeetingWish,
    SessionPlan,
    Slot,
    Theme,
)
from spark_tools.testing.toolbox import Toolbox

WORKPLACE = "Lindehaven"
OUTSIDE = (Function.PREPARE, Function.BETWEEN)
"""The functions of what is done before or after a meeting: there it cannot be wished for."""


def compose(
    toolbox: Toolbox,
    *include: str,
    course_type: str = "individual",
    themes: Sequence[str] = (),
    participants: int | None = None,
    dates: Iterable[datetime.date] = (),
    **wishes: Any,
) -> SessionPlan:
    """Compose a course in which each exercise of *include* comes.

    Names are what a person would type. Without *themes* it is the first that the exercises are
    for, and without *participants* the fewest that they and the course type are usually for.
    *wishes* are further fields of `Brief`.

    Raises:
        FaultError: a name is not known, or it cannot fit.
    """
    library = toolbox.library
    wanted = [library.find_exercise(name) for name in include]
    kind = library.find_course_type(course_type)
    brief = Brief(
        workplace=wishes.pop("workplace", WORKPLACE),
        course_type=kind.id,
        themes=tuple(library.find_theme(name).id for name in themes)
        or (usual_theme(wanted, library.themes),),
        participants=participants or usual_participants(wanted, kind),
        committees=wishes.pop("committees", kind.committees.min),
        meetings=tuple(MeetingWish(date=date) for date in dates),
        include=tuple(exercise.id for exercise in wanted),
        **wishes,
    )
    return toolbox.plugins.compose(brief, library)


def usual_theme(exercises: Iterable[Exercise], themes: Sequence[Theme]) -> str:
    """Give the id of the first theme that an exercise is for, else the first there is."""
    for exercise in exercises:
        if exercise.themes[:1] != (ANY,):
            return exercise.themes[0]
    return themes[0].id


def usual_participants(exercises: Iterable[Exercise], course_type: CourseType) -> int:
    """Give the fewest people that everything is for, at least two from each committee."""
    committees = course_type.committees.min
    least = max(course_type.participants.min, 2 * committees if committees > 1 else 1)
    return max([least, *(exercise.participants.min for exercise in exercises)])


def has_place(course_type: CourseType, exercise: Exercise) -> bool:
    """Whether a slot of *course_type* takes *exercise*."""
    return any(set(slot.functions) & set(exercise.functions) for slot in _slots(course_type))


def suits(exercise: Exercise, people: GroupSize, participants: int) -> bool:
    """Whether *exercise* is for so many *participants*, and these are usual among *people*."""
    most = exercise.participants.max
    return exercise.participants.min <= participants <= most and participants <= people.max


def _slots(course_type: CourseType) -> Iterable[Slot]:
    for meeting in course_type.meetings:
        yield from (*meeting.before, *meeting.slots, *meeting.after)

"""Whether courses can be composed with what the plugin offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spark_tools.model import ANY, CourseType, Exercise, FaultError, SessionPlan
from spark_tools.plugin.failure import describe
from spark_tools.testing.composing import (
    OUTSIDE,
    compose,
    has_place,
    suits,
    usual_participants,
)
from spark_tools.testing.toolbox import Toolbox


def composes(toolbox: Toolbox) -> Iterator[str]:
    """Each exercise fits in every course type it claims, and each course type on every theme."""
    for exercise in toolbox.exercises:
        for course_type in toolbox.library.course_types:
            yield from _exercise_in(toolbox, exercise, course_type)
    for course_type in toolbox.course_types:
        for theme in toolbox.library.themes:
            yield from _course_on(toolbox, course_type, theme.id)


def _exercise_in(toolbox: Toolbox, exercise: Exercise, course_type: CourseType) -> Iterator[str]:
    named = course_type.id in exercise.course_types
    if not named and exercise.course_types != (ANY,):
        return
    if not has_place(course_type, exercise):
        if named:
            functions = ", ".join(exercise.functions)
            yield f"{exercise.id}: no slot of {course_type.id} takes {functions}"
        return
    people = usual_participants([exercise], course_type)
    if set(exercise.functions) <= set(OUTSIDE) or not suits(
        exercise, course_type.participants, people
    ):
        return
    yield from _composed(
        lambda: compose(toolbox, exercise.id, course_type=course_type.id),
        f"{exercise.id} in {course_type.id}",
        f"{exercise.id} does not fit in {course_type.id}",
    )


def _course_on(toolbox: Toolbox, course_type: CourseType, theme: str) -> Iterator[str]:
    yield from _composed(
        lambda: compose(toolbox, course_type=course_type.id, themes=(theme,)),
        f"{course_type.id} on {theme}",
        f"{course_type.id} cannot be composed on {theme}",
    )


def _composed(composing: Callable[[], SessionPlan], what: str, refused: str) -> Iterator[str]:
    """Give what goes wrong in *composing*: *refused* is said where it does not fit."""
    try:
        plan = composing()
    except FaultError as error:
        yield f"{refused}: {_on_one_line(error)}"
    except Exception as error:
        yield f"{what}: {describe(error)}"
    else:
        yield from _whole(plan, what)


def _whole(plan: SessionPlan, what: str) -> Iterator[str]:
    """Give the meetings whose minutes are not all accounted for."""
    for meeting in plan.meetings:
        planned = sum(item.minutes for item in meeting.items)
        if planned != meeting.minutes:
            lasts = f"lasts {meeting.minutes} minutes, and {planned} are planned"
            yield f"{what}: meeting {meeting.number} {lasts}"


def _on_one_line(error: FaultError) -> str:
    return "; ".join(" ".join(fault.message.split()) for fault in error.faults)

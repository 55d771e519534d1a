"""Whether a brief can be understood at all: everything it names exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from spark_tools.i18n import messages
from spark_tools.model import Brief, CourseType, Exercise, Fault, FaultError, Meeting, Theme

if TYPE_CHECKING:
    from spark_tools.content.library import Library


def checked(
    brief: Brief, library: Library, held: Sequence[Meeting] = ()
) -> tuple[CourseType, tuple[Theme, ...]]:
    """Give the brief's course type and themes in its language.

    Raises `FaultError` with everything that the brief names and the library
    has not, and with numbers of people that cannot be. What the meetings *held*
    had need not be there any more, nor what was wished for in them.
    """
    words = messages("compose")
    course_types = {each.id: each for each in library.course_types}
    themes = {each.id: each for each in library.themes}
    exercises = {each.id for each in (*library.exercises, *all_exercises(held))}
    faults = []
    if brief.course_type not in course_types:
        faults.append(words("There is no course type “{name}”.", name=brief.course_type))
    for name in _without(brief.themes, themes):
        faults.append(words("There is no theme “{name}”.", name=name))
    wished = [name for wish in brief.meetings[len(held) :] for name in wish.include]
    for name in _without((*brief.include, *wished, *brief.exclude), exercises):
        faults.append(words("There is no exercise “{name}”.", name=name))
    if brief.participants < 1:
        faults.append(words("A course needs at least one participant."))
    if not 1 <= brief.committees <= max(1, brief.participants):
        faults.append(
            words(
                "{participants} participants cannot come from {committees} committees.",
                participants=brief.participants,
                committees=brief.committees,
            )
        )
    if faults:
        raise FaultError(map(Fault, faults))
    course_type = library.in_language(course_types[brief.course_type], brief.language)
    return course_type, tuple(
        library.in_language(themes[name], brief.language) for name in dict.fromkeys(brief.themes)
    )


def all_exercises(meetings: Iterable[Meeting]) -> Iterator[Exercise]:
    """Give the exercises before, in and after each of *meetings*, in order."""
    for meeting in meetings:
        yield from (placement.exercise for placement in meeting.before)
        yield from meeting.exercises
        yield from (placement.exercise for placement in meeting.after)


def _without(names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    return (name for name in dict.fromkeys(names) if name not in known)

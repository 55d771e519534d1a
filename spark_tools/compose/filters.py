"""Which exercises fit a theme, a moment of a meeting, the time there is and the people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from spark_tools.compose.minutes import full_group, usual_minutes
from spark_tools.i18n import messages
from spark_tools.model import ANY, Exercise, Fault, FaultError, Function

if TYPE_CHECKING:
    from spark_tools.content.library import Library


@frozen
class Filters:
    """What exercises must fit; `None` lets all pass. Minutes are whole minutes.

    ``theme`` is whatever a theme goes by, ``function`` a function's value.
    """

    theme: str | None = None
    function: str | None = None
    minutes: int | None = None
    participants: int | None = None


def fitting(library: Library, filters: Filters) -> tuple[Exercise, ...]:
    """Give the exercises that fit *filters*, in the library's order.

    Raises:
        FaultError: the theme or the function that is asked for does not exist.
    """
    theme = library.find_theme(filters.theme).id if filters.theme is not None else None
    function = _function(filters.function) if filters.function is not None else None
    return tuple(
        each
        for each in library.exercises
        if (theme is None or theme in each.themes or ANY in each.themes)
        and (function is None or function in each.functions)
        and takes_people(each, filters.participants)
        and takes_minutes(each, filters.minutes, filters.participants)
    )


def takes_people(exercise: Exercise, participants: int | None) -> bool:
    """Whether *exercise* works for so many people."""
    people = exercise.participants
    return participants is None or people.min <= participants <= people.max


def takes_minutes(exercise: Exercise, minutes: int | None, participants: int | None) -> bool:
    """Whether *exercise* can be done in so many minutes, by so many people or a full group."""
    if minutes is None:
        return True
    return least_minutes(exercise, participants) <= minutes


def least_minutes(exercise: Exercise, participants: int | None = None) -> int:
    """Give the fewest minutes that *exercise* takes so many people, or a full group."""
    return usual_minutes(exercise, participants or full_group(exercise)).min


def _function(name: str) -> Function:
    try:
        return Function(name)
    except ValueError:
        _ = messages("compose")
        known = ", ".join(Function)
        said = _("unknown function “{name}”; there is {known}", name=name, known=known)
        raise FaultError([Fault(said)]) from None

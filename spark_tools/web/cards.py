"""Exercises in short, as they stand in a list."""

from __future__ import annotations

from attrs import frozen

from spark_tools.compose.filters import least_minutes, takes_people
from spark_tools.compose.minutes import full_group, usual_minutes
from spark_tools.content.library import Library
from spark_tools.i18n import Words
from spark_tools.model import Exercise
from spark_tools.web.moments import moments
from spark_tools.web.wants import PEOPLE

MANY = 100
"""From so many people on, there is no limit that anybody meets."""


@frozen
class Card:
    """An exercise in short: ``exercise`` in the page's language if it is there in it.

    ``length`` and ``people`` are for reading. ``least`` holds, for a script, the
    fewest minutes for a full group and then for each of `PEOPLE`, or ``-`` where it is
    not for so many.
    """

    exercise: Exercise
    length: str
    people: str
    moments: tuple[str, ...]
    least: str


def card(exercise: Exercise, library: Library, _: Words) -> Card:
    """Give the card of *exercise*."""
    names = moments(_)
    least = (
        str(least_minutes(exercise, number)) if takes_people(exercise, number) else "-"
        for number in (None, *PEOPLE)
    )
    return Card(
        exercise=library.in_language(exercise, _.language),
        length=length(exercise, _),
        people=people(exercise, _),
        moments=tuple(names[function][0] for function in exercise.functions),
        least=" ".join(least),
    )


def length(exercise: Exercise, _: Words) -> str:
    """Give how long *exercise* takes, for reading: ``60 min (40–80)``."""
    minutes = usual_minutes(exercise, full_group(exercise))
    if minutes.min == minutes.max:
        return _("{minutes} min", minutes=minutes.typical)
    return _(
        "{minutes} min ({least}–{most})",
        minutes=minutes.typical,
        least=minutes.min,
        most=minutes.max,
    )


def people(exercise: Exercise, _: Words) -> str:
    """Give how many *exercise* is for, for reading: groups where they are what counts."""
    size = exercise.participants
    if not size.group and size.min == 1 and size.max >= MANY:
        return _("any number of people")
    if size.group and size.max > size.group.max:
        return _("groups of {least}–{most}", least=size.group.min, most=size.group.max)
    return _("{least}–{most} people", least=size.min, most=size.max)

"""A rehearsal: every hook is called once, so that what would break later is named now."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from typing import TYPE_CHECKING

from spark_tools.model import Brief, FaultError, SessionPlan
from spark_tools.plugin.manager import Plugins

if TYPE_CHECKING:
    from spark_tools.content.library import Library


def rehearse(
    plugins: Plugins, library: Library, built_in: Collection[str] = ()
) -> SessionPlan | None:
    """Call the hooks of all *plugins*, with a small course from *library* for those that need one.

    *built_in* are names that no command of a plugin may have. What goes wrong is in the plugins'
    failures afterwards; strict mode raises it. Gives the course, where one can be composed.
    """
    from jinja2 import Environment

    with suppress(FaultError):  # nothing to draw with
        for extend in plugins.look().jinja:
            extend(Environment(autoescape=True))
    plugins.renderers()
    plugins.commands(built_in)
    for brief in _briefs(library):
        try:
            plan = plugins.compose(brief, library)
        except FaultError:
            continue
        for meeting in plan.meetings:
            for exercise in meeting.exercises:
                plugins.handouts(exercise, meeting, plan)
                plugins.handouts(exercise)
        return plan
    return None


def _briefs(library: Library) -> list[Brief]:
    """Give the smallest brief of each course type; the first that fits is played through."""
    themes = tuple(theme.id for theme in library.themes[:1])
    return [
        Brief(
            workplace="…",
            course_type=course_type.id,
            themes=themes,
            participants=course_type.participants.min,
            committees=course_type.committees.min,
        )
        for course_type in library.course_types
    ]

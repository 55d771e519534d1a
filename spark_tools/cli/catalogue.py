"""The toolbox's contents as rows, filtered."""

from __future__ import annotations

from typing import Any

from spark_tools.compose.filters import Filters, fitting
from spark_tools.compose.minutes import full_group, usual_minutes
from spark_tools.content.library import Library
from spark_tools.i18n import messages
from spark_tools.model import Exercise
from spark_tools.plugin.manager import Plugins

Row = dict[str, Any]


def columns(kind: str) -> dict[str, str]:
    """Give what a table of *kind* shows, with headings; JSON shows all there is."""
    _ = messages("cli")
    return {
        "exercises": {
            "id": _("id"),
            "title": _("title"),
            "functions": _("function"),
            "least_minutes": _("least"),
            "minutes": _("minutes"),
            "most_minutes": _("most"),
        },
        "themes": {"id": _("id"), "title": _("title")},
        "course-types": {
            "id": _("id"),
            "title": _("title"),
            "meetings": _("meetings"),
            "summary": _("what it is"),
        },
        "formats": {"format": _("format"), "title": _("title"), "missing": _("what is missing")},
    }[kind]


def as_entries(kind: str, plugins: Plugins, library: Library, filters: Filters) -> list[Row]:
    """Give the things of *kind* as rows with the same keys.

    Raises:
        FaultError: the theme or the function that is asked for does not exist.
    """
    if kind == "exercises":
        return _exercises(library, filters)
    if kind == "themes":
        return [
            {"id": each.id, "title": each.title, "summary": each.summary} for each in library.themes
        ]
    if kind == "course-types":
        return [
            {
                "id": each.id,
                "title": each.title,
                "meetings": len(each.meetings),
                "summary": each.summary,
            }
            for each in library.course_types
        ]
    look = plugins.look()
    return [
        {"format": name, "title": renderer.title, "missing": renderer.missing(look)}
        for name, renderer in plugins.renderers().items()
    ]


def _exercises(library: Library, filters: Filters) -> list[Row]:
    return [_exercise_row(each, filters.participants) for each in fitting(library, filters)]


def _exercise_row(exercise: Exercise, participants: int | None) -> Row:
    minutes = usual_minutes(exercise, participants or full_group(exercise))
    return {
        "id": exercise.id,
        "title": exercise.title,
        "functions": [function.value for function in exercise.functions],
        "minutes": minutes.typical,
        "least_minutes": minutes.min,
        "most_minutes": minutes.max,
        "fewest_participants": exercise.participants.min,
        "most_participants": exercise.participants.max,
        "themes": list(exercise.themes),
        "purpose": exercise.purpose,
        "plugin": exercise.origin,
    }

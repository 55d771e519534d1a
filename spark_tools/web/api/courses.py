"""Themes and course types as JSON, and the shapes of that."""

from __future__ import annotations

from spark_tools.model import CourseType, Slot, Theme
from spark_tools.web.api.exercises import source_as_json
from spark_tools.web.api.shapes import (
    FUNCTION,
    ID,
    LANGUAGE,
    LINK,
    PROSE,
    RANGE,
    SOURCE,
    TEXT,
    WHOLE,
    Json,
    a_list,
    an_object,
)
from spark_tools.web.links import Links
from spark_tools.web.toolbox import Toolbox

_IN_SHORT = {"id": ID, "title": TEXT, "language": LANGUAGE, "summary": TEXT, "href": LINK}
_SLOT = an_object(
    id=ID, title=TEXT, functions=a_list(FUNCTION), required={"type": "boolean"}, max=WHOLE
)
THEME_IN_SHORT = an_object(**_IN_SHORT)
THEME = an_object(
    **_IN_SHORT,
    revision=WHOLE,
    subtopics=a_list(an_object(id=ID, title=TEXT)),
    cautions=a_list(TEXT),
    turn_to=PROSE,
    source=SOURCE,
)
COURSE_TYPE_IN_SHORT = an_object(**_IN_SHORT)
COURSE_TYPE = an_object(
    **_IN_SHORT,
    revision=WHOLE,
    audience=TEXT,
    participants=RANGE,
    committees=RANGE,
    preparation=PROSE,
    meetings=a_list(
        an_object(
            id=ID,
            title=TEXT,
            purpose=TEXT,
            outcome=TEXT,
            minutes=WHOLE,
            weeks=WHOLE,
            repeat=an_object(min=WHOLE, typical=WHOLE, max=WHOLE),
            before=a_list(_SLOT),
            slots=a_list(_SLOT),
            after=a_list(_SLOT),
        )
    ),
    source=SOURCE,
)


def theme_in_short(theme: Theme, toolbox: Toolbox, links: Links) -> Json:
    """Give what a list says of *theme*."""
    return _in_short(toolbox.library.in_language(theme, links.language), "themes", links)


def theme_as_json(theme: Theme, toolbox: Toolbox, links: Links) -> Json:
    """Give all that a program may want to know of *theme*."""
    shown = toolbox.library.in_language(theme, links.language)
    return {
        **_in_short(shown, "themes", links),
        "revision": shown.revision,
        "subtopics": [{"id": each.id, "title": each.title} for each in shown.subtopics],
        "cautions": list(shown.cautions),
        "turn_to": shown.turn_to,
        "source": source_as_json(shown.source),
    }


def course_type_in_short(kind: CourseType, toolbox: Toolbox, links: Links) -> Json:
    """Give what a list says of the course type *kind*."""
    return _in_short(toolbox.library.in_language(kind, links.language), "course-types", links)


def course_type_as_json(kind: CourseType, toolbox: Toolbox, links: Links) -> Json:
    """Give all that a program may want to know of the course type *kind*."""
    shown = toolbox.library.in_language(kind, links.language)
    return {
        **_in_short(shown, "course-types", links),
        "revision": shown.revision,
        "audience": shown.audience,
        "participants": {"min": shown.participants.min, "max": shown.participants.max},
        "committees": {"min": shown.committees.min, "max": shown.committees.max},
        "preparation": shown.preparation,
        "meetings": [
            {
                "id": each.id,
                "title": each.title,
                "purpose": each.purpose,
                "outcome": each.outcome,
                "minutes": each.minutes,
                "weeks": each.weeks,
                "repeat": {
                    "min": each.repeat.min,
                    "typical": each.repeat.typical,
                    "max": each.repeat.max,
                },
                "before": [_slot(slot) for slot in each.before],
                "slots": [_slot(slot) for slot in each.slots],
                "after": [_slot(slot) for slot in each.after],
            }
            for each in shown.meetings
        ],
        "source": source_as_json(shown.source),
    }


def _in_short(thing: Theme | CourseType, folder: str, links: Links) -> Json:
    return {
        "id": thing.id,
        "title": thing.title,
        "language": thing.language,
        "summary": thing.summary,
        "href": links.api(f"{folder}/{thing.id}"),
    }


def _slot(slot: Slot) -> Json:
    return {
        "id": slot.id,
        "title": slot.title,
        "functions": [each.value for each in slot.functions],
        "required": slot.required,
        "max": slot.max,
    }

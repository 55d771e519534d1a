"""Exercises as JSON, and the shape of that."""

from __future__ import annotations

from spark_tools.compose.minutes import full_group, usual_minutes
from spark_tools.model import Copies, Exercise, Source, Step
from spark_tools.web.api.shapes import (
    FUNCTION,
    ID,
    LANGUAGE,
    LINK,
    MINUTES,
    OUTCOME,
    PROSE,
    RANGE,
    SOURCE,
    TEXT,
    WHOLE,
    Json,
    a_list,
    an_object,
)
from spark_tools.web.downloads import downloads
from spark_tools.web.links import Links
from spark_tools.web.toolbox import Toolbox

_IN_SHORT = {
    "id": ID,
    "title": TEXT,
    "language": LANGUAGE,
    "purpose": TEXT,
    "functions": a_list(FUNCTION),
    "minutes": MINUTES,
    "participants": an_object(("group",), **RANGE["properties"], group=RANGE),
    "themes": a_list(TEXT),
    "course_types": a_list(TEXT),
    "href": LINK,
}
_COPIES = an_object(per={"enum": ["person", "group", "committee", "meeting"]}, count=WHOLE)
EXERCISE_IN_SHORT = an_object(**_IN_SHORT)
EXERCISE = an_object(
    **_IN_SHORT,
    revision=WHOLE,
    when=PROSE,
    when_not=PROSE,
    steps=a_list(
        an_object(
            id=ID,
            title=TEXT,
            form={"enum": ["alone", "pairs", "groups", "plenary", "positions"]},
            minutes=MINUTES,
            text=PROSE,
        )
    ),
    materials=a_list(an_object(what=TEXT, copies=_COPIES)),
    questions=a_list(TEXT),
    pitfalls=a_list(an_object(trap=TEXT, remedy=TEXT)),
    until_next=PROSE,
    needs=a_list(OUTCOME),
    yields=a_list(OUTCOME),
    handouts=a_list(an_object(id=ID, title=TEXT, copies=_COPIES)),
    files=a_list(
        an_object(
            title=TEXT,
            edition={"enum": ["guide", "worksheets", "posters"]},
            format=TEXT,
            look=TEXT,
            href=LINK,
        )
    ),
    source=SOURCE,
)


def exercise_in_short(exercise: Exercise, toolbox: Toolbox, links: Links) -> Json:
    """Give what a list says of *exercise*; minutes are those of a full group."""
    shown = toolbox.library.in_language(exercise, links.language)
    minutes = usual_minutes(exercise, full_group(exercise))
    people = exercise.participants
    group = {"group": {"min": people.group.min, "max": people.group.max}} if people.group else {}
    return {
        "id": shown.id,
        "title": shown.title,
        "language": shown.language,
        "purpose": shown.purpose,
        "functions": [each.value for each in shown.functions],
        "minutes": {"min": minutes.min, "typical": minutes.typical, "max": minutes.max},
        "participants": {"min": people.min, "max": people.max, **group},
        "themes": list(shown.themes),
        "course_types": list(shown.course_types),
        "href": links.api(f"exercises/{shown.id}"),
    }


def exercise_as_json(exercise: Exercise, toolbox: Toolbox, links: Links) -> Json:
    """Give all that a program may want to know of *exercise*."""
    shown = toolbox.library.in_language(exercise, links.language)
    return {
        **exercise_in_short(exercise, toolbox, links),
        "revision": shown.revision,
        "when": shown.when,
        "when_not": shown.when_not,
        "steps": [_step(step) for step in shown.steps],
        "materials": [
            {"what": each.what, "copies": _copies(each.copies)} for each in shown.materials
        ],
        "questions": list(shown.questions),
        "pitfalls": [{"trap": each.trap, "remedy": each.remedy} for each in shown.pitfalls],
        "until_next": shown.until_next,
        "needs": [each.value for each in shown.needs],
        "yields": [each.value for each in shown.yields],
        "handouts": [
            {"id": each.id, "title": each.title, "copies": _copies(each.copies)}
            for each in shown.handouts
        ],
        "files": [
            {
                "title": each.title,
                "edition": each.edition.value,
                "format": each.format,
                "look": each.look,
                "href": links.file(f"exercises/{exercise.id}/{each.path}"),
            }
            for each in downloads(toolbox, exercise, links.language)
        ],
        "source": source_as_json(shown.source),
    }


def source_as_json(source: Source) -> Json:
    """Give where something comes from."""
    return {"status": source.status.value, "text": source.text, "url": source.url}


def _step(step: Step) -> Json:
    minutes = {"min": step.minutes.min, "typical": step.minutes.typical, "max": step.minutes.max}
    each = {"per_person": step.minutes.per_person, "per_group": step.minutes.per_group}
    return {
        "id": step.id,
        "title": step.title,
        "form": step.form.value,
        "minutes": minutes | {name: number for name, number in each.items() if number},
        "text": step.text,
    }


def _copies(copies: Copies) -> Json:
    return {"per": copies.per.value, "count": copies.count}

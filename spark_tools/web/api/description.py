"""The OpenAPI document: every address of the API, what it takes and what it gives."""

from __future__ import annotations

from spark_tools._version import __version__
from spark_tools.i18n import LANGUAGES
from spark_tools.model import Function
from spark_tools.web.api.composing import BRIEF, PLAN
from spark_tools.web.api.courses import (
    COURSE_TYPE,
    COURSE_TYPE_IN_SHORT,
    THEME,
    THEME_IN_SHORT,
)
from spark_tools.web.api.exercises import EXERCISE, EXERCISE_IN_SHORT
from spark_tools.web.api.shapes import TEXT, Json, Schema, a_list, an_object, shape

PROBLEM = an_object(
    ("fields",),
    status={"type": "integer"},
    title=TEXT,
    details=a_list(TEXT),
    fields={
        "type": "array",
        "items": TEXT,
        "description": "the field that each of the details is about, or nothing",
    },
)
SHAPES: dict[str, Schema] = {
    "Brief": BRIEF,
    "CourseType": COURSE_TYPE,
    "CourseTypeInShort": COURSE_TYPE_IN_SHORT,
    "Exercise": EXERCISE,
    "ExerciseInShort": EXERCISE_IN_SHORT,
    "Plan": PLAN,
    "Problem": PROBLEM,
    "Theme": THEME,
    "ThemeInShort": THEME_IN_SHORT,
}
_LANG: Json = {
    "name": "lang",
    "in": "query",
    "description": "the language of texts and messages, as far as there is a translation",
    "schema": {"enum": list(LANGUAGES), "default": LANGUAGES[0]},
}
_ID: Json = {
    "name": "id",
    "in": "path",
    "required": True,
    "description": "an id, or any name or beginning of one that means one thing",
    "schema": {"type": "string", "minLength": 1},
}
_FILTERS: list[Json] = [
    {"name": "q", "in": "query", "description": "words to look for", "schema": TEXT},
    {"name": "theme", "in": "query", "description": "a theme", "schema": TEXT},
    {
        "name": "function",
        "in": "query",
        "schema": {"enum": [each.value for each in Function]},
    },
    *(
        {
            "name": name,
            "in": "query",
            "description": said,
            "schema": {"type": "integer", "minimum": 1, "maximum": 10_000},
        }
        for name, said in (("minutes", "at most so long"), ("participants", "for so many"))
    ),
]


def description() -> Json:
    """Give the OpenAPI document, version 3.1."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "spark-tools",
            "version": __version__,
            "description": (
                "Exercises for the psychosocial work environment, and courses composed of "
                "them. Nothing that is sent is stored. Links are relative to the answer they "
                "stand in."
            ),
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "..", "description": "where this document is"}],
        "paths": {
            "/api/openapi.json": {"get": _get("This document", {"type": "object"}, [])},
            **_kind("exercises", "Exercise", "exercise", _FILTERS),
            **_kind("themes", "Theme", "theme", []),
            **_kind("course-types", "CourseType", "course type", []),
            "/api/compose": {"post": _compose()},
        },
        "components": {"schemas": SHAPES},
    }


def _kind(path: str, name: str, called: str, filters: list[Json]) -> Json:
    several = a_list(shape(f"{name}InShort"))
    faults = (400,) if filters else ()
    return {
        f"/api/{path}": {"get": _get(f"Every {called} that fits", several, filters, *faults)},
        f"/api/{path}/{{id}}": {"get": _get(f"One {called}, whole", shape(name), [_ID], 404)},
    }


def _get(summary: str, gives: Schema, parameters: list[Json], *failures: int) -> Json:
    given = [*parameters, _LANG] if gives != {"type": "object"} else parameters
    return {
        "summary": summary,
        "parameters": given,
        "responses": {
            "200": {"description": summary, "content": {"application/json": {"schema": gives}}},
            "304": {"description": "Unchanged since the ETag that was sent"},
            **_problems(400, *failures),
        },
    }


def _compose() -> Json:
    summary = "The best course for a brief"
    return {
        "summary": summary,
        "description": "A brief names a workplace, so it is sent, never put in an address.",
        "parameters": [_LANG],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": shape("Brief")}},
        },
        "responses": {
            "200": {
                "description": summary,
                "content": {"application/json": {"schema": shape("Plan")}},
            },
            **_problems(400, 413, 415, 429, 500, 503),
        },
    }


def _problems(*statuses: int) -> Json:
    said = {
        400: "What was asked for cannot be read, or does not fit",
        404: "There is none",
        413: "Too large",
        415: "Not JSON",
        429: "Too much at once",
        500: "It broke",
        503: "There is a queue",
    }
    return {
        str(status): {
            "description": said[status],
            "content": {"application/problem+json": {"schema": shape("Problem")}},
        }
        for status in sorted(set(statuses))
    }

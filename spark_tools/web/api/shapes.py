"""Shapes: JSON Schema for what the API gives and takes, put together from small parts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from spark_tools.i18n import LANGUAGES
from spark_tools.model import Function, Outcome

Schema = dict[str, Any]
Json = dict[str, Any]

TEXT: Schema = {"type": "string"}
PROSE: Schema = {
    "type": "string",
    "description": "CommonMark; `{{ name }}` stands for a variable of the course",
}
ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
WHOLE: Schema = {"type": "integer", "minimum": 0}
LINK: Schema = {"type": "string", "description": "relative to the address of this answer"}
LANGUAGE: Schema = {"enum": list(LANGUAGES)}
FUNCTION: Schema = {"enum": [each.value for each in Function]}
OUTCOME: Schema = {"enum": [each.value for each in Outcome]}
DATE: Schema = {"type": "string", "format": "date"}
CLOCK: Schema = {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}


def an_object(optional: Iterable[str] = (), /, **members: Schema) -> Schema:
    """Give the shape of an object with just these *members*, all there but the *optional*."""
    left_out = set(optional)
    return {
        "type": "object",
        "properties": members,
        "required": [name for name in members if name not in left_out],
        "additionalProperties": False,
    }


def a_list(of: Schema) -> Schema:
    """Give the shape of a list *of* one shape."""
    return {"type": "array", "items": of}


def shape(name: str) -> Schema:
    """Give a reference to the shape called *name*."""
    return {"$ref": f"#/components/schemas/{name}"}


RANGE = an_object(min=WHOLE, max=WHOLE)
MINUTES = an_object(
    ("per_person", "per_group"),
    min=WHOLE,
    typical=WHOLE,
    max=WHOLE,
    per_person=WHOLE,
    per_group=WHOLE,
)
SOURCE = an_object(status={"enum": ["sourced", "adapted", "own"]}, text=TEXT, url=TEXT)

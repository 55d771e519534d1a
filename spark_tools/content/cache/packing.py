"""Things of the model as JSON and back: ``{"Minutes": [5, 10, 15]}``, ``{"Form": "groups"}``.

Only frozen classes and choices of the model are named, each by its name; whatever else a text
names cannot be made. Fields at the end that have their defaults are left out.
"""

from __future__ import annotations

import json
from enum import Enum
from functools import cache
from typing import Any

import attrs

from spark_tools import model


def pack(thing: object) -> Any:
    """Give *thing* as JSON data; raises `TypeError` where it holds what is not the model's."""
    if isinstance(thing, Enum):
        return {type(thing).__name__: thing.value}
    if isinstance(thing, tuple):
        return [pack(part) for part in thing]
    if attrs.has(kind := type(thing)):
        fields = attrs.fields(kind)
        values = [getattr(thing, field.name) for field in fields]
        while values and fields[len(values) - 1].default == values[-1]:
            values.pop()
        return {kind.__name__: [pack(value) for value in values]}
    if thing is None or isinstance(thing, str | int | float):
        return thing
    raise TypeError(type(thing).__name__)


def unpack(text: str) -> tuple[Any, ...]:
    """Give the things in *text*, with tuples for lists.

    Raises:
        ValueError, KeyError, TypeError, RecursionError: `pack` did not give this.
    """
    return _frozen(json.loads(text, object_hook=_made))


def _made(named: dict[str, Any]) -> object:
    ((name, value),) = named.items()
    if name in (choices := _choices()):
        return choices[name][value]
    return _classes()[name](*[_frozen(each) if type(each) is list else each for each in value])


def _frozen(things: list[Any]) -> tuple[Any, ...]:
    return tuple([_frozen(each) if type(each) is list else each for each in things])


@cache
def _classes() -> dict[str, Any]:
    return {kind.__name__: kind for kind in _kinds() if attrs.has(kind)}


@cache
def _choices() -> dict[str, dict[Any, Enum]]:
    kinds = [kind for kind in _kinds() if issubclass(kind, Enum)]
    return {kind.__name__: {member.value: member for member in kind} for kind in kinds}


def _kinds() -> list[type]:
    return [kind for kind in vars(model).values() if isinstance(kind, type)]

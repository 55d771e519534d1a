"""JSON read as values of the right type, or a `ValueError`; and written for people to read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from spark_tools.i18n import messages
from spark_tools.model import Fault, FaultError

Json = dict[str, Any]
Choice = TypeVar("Choice", bound=StrEnum)
ONE_LINE = 100


class Shape:
    """One JSON object; every method raises `ValueError` where a value is missing or wrong."""

    def __init__(self, value: object) -> None:
        if not isinstance(value, dict):
            raise ValueError("not an object")
        self._value: Json = value

    def has(self, key: str) -> bool:
        """Whether *key* is there and not null."""
        return self._value.get(key) is not None

    @property
    def names(self) -> tuple[str, ...]:
        """The keys there are, in order."""
        return tuple(self._value)

    def text(self, key: str, default: str | None = None) -> str:
        """Give the string at *key*; without a *default* it has to be there."""
        if default is not None and key not in self._value:
            return default
        return _a(str, self._value.get(key), key)

    def number(self, key: str, default: int | None = None) -> int:
        """Give the whole number, not negative, at *key*."""
        if default is not None and key not in self._value:
            return default
        value = _a(int, self._value.get(key), key)
        if value < 0 or isinstance(value, bool):
            raise ValueError(key)
        return value

    def truth(self, key: str, *, default: bool) -> bool:
        """Give whether *key* is true."""
        return _a(bool, self._value.get(key, default), key)

    def one_of(self, kind: type[Choice], key: str) -> Choice:
        """Give the member of *kind* that *key* names."""
        return kind(self.text(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """Give the strings in the list at *key*; there are none where it is missing."""
        return tuple(_a(str, each, key) for each in self._list(key))

    def numbers(self, key: str) -> tuple[int, ...]:
        """Give the whole numbers in the list at *key*; there are none where it is missing."""
        return tuple(Shape({key: each}).number(key) for each in self._list(key))

    def shape(self, key: str) -> Shape:
        """Give the object at *key*."""
        return Shape(self._value.get(key))

    def shapes(self, key: str) -> Iterator[Shape]:
        """Give the objects in the list at *key*; there are none where it is missing."""
        return map(Shape, self._list(key))

    def _list(self, key: str) -> list[object]:
        return _a(list, self._value.get(key, []), key)


Kind = TypeVar("Kind")


def _a(kind: type[Kind], value: object, key: str) -> Kind:
    if not isinstance(value, kind):
        raise ValueError(key)
    return value


def refuse_newer(whole: Shape, known: int, path: Path) -> None:
    """See that the file at *path*, read as *whole*, has a ``format`` that is *known*.

    Raises:
        FaultError: a newer spark-tools has written it.
        ValueError: it says nothing of its format.
    """
    if (version := whole.number("format")) > known:
        _ = messages("publish")
        said = _(
            "this file is from a newer spark-tools (format {version}; {known} is known here); "
            "update spark-tools",
            version=version,
            known=known,
        )
        raise FaultError([Fault(said, str(path))])


def as_text(value: object, indent: int = 0) -> str:
    """Write *value* as JSON: what is short on one line, and two spaces a level otherwise."""
    if not value or not isinstance(value, dict | list):
        return _encode(value)
    if isinstance(value, dict):
        parts = [f"{_encode(key)}: {as_text(each, indent + 2)}" for key, each in value.items()]
        opened, closed = "{}"
    else:
        parts = [as_text(each, indent + 2) for each in value]
        opened, closed = "[]"
    line = ", ".join(parts)
    if len(line) + 2 + indent <= ONE_LINE and "\n" not in line:
        return f"{opened}{line}{closed}"
    inner = " " * (indent + 2)
    return "\n".join((opened, ",\n".join(inner + part for part in parts), " " * indent + closed))


_encode = json.JSONEncoder(ensure_ascii=False).encode

"""Pieces of sound files, to be shown as examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spark_tools.content.lines import Lines
from spark_tools.content.lines import Path as Place
from spark_tools.content.toml_file import read_toml


def excerpts(samples: Iterable[Path], path: tuple[str, ...], key: str, value: str) -> Iterator[str]:
    """Give each table of the list at *path* in *samples* whose *key* is *value*, as written."""
    for sample in samples:
        file = read_toml(sample)
        headers = [
            (place, start)
            for place, start, _end in Lines(file.source).spans()
            if file.source[start] == "["
        ]
        for number, (place, start) in enumerate(headers):
            names = tuple(part for part in place if isinstance(part, str))
            table = _at(file.data, place)
            if names == path and isinstance(table, dict) and table[key] == value:
                after = (start for other, start in headers[number:] if not _inside(other, place))
                yield file.source[start : next(after, None)].strip()


def _inside(place: Place, table: Place) -> bool:
    return place[: len(table)] == table


def _at(data: Any, place: Place) -> Any:
    for part in place:
        data = data[part]
    return data

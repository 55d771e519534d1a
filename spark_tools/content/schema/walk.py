"""From a reader to the outline of what it reads: every way through it, put together."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from math import gcd
from typing import Any

from attrs import evolve

from spark_tools.content.schema.outline import OWN_KEYS, Key, Outline
from spark_tools.content.schema.recording import Point, Recording, Run
from spark_tools.content.table import Table

Reader = Callable[[Table], object]

DEEPEST = 2
"""How many answers are tried together, besides the first that a recording gives."""


def outline_of(read: Reader) -> Outline:
    """Give the outline of what *read* asks of the table that it is handed.

    Every answer that a table can give is tried, and every two that are given in one table or
    in tables within each other.
    """
    return _merged(list(_recordings(read)))


def _recordings(read: Reader) -> Iterator[Recording]:
    todo: list[Mapping[Point, Hashable]] = [{}]
    seen = {frozenset[tuple[Point, Hashable]]()}
    while todo:
        run = Run(todo.pop())
        root = Recording(run)
        read(root)
        yield root
        for answers in _further(run):
            if (tried := frozenset(answers.items())) not in seen:
                seen.add(tried)
                todo.append(answers)


def _further(run: Run) -> Iterator[Mapping[Point, Hashable]]:
    if len(run.answers) == DEEPEST:
        return
    for point, options in run.points.items():
        if point not in run.answers and all(_within(point, other) for other in run.answers):
            for option in options[1:]:
                yield {**run.answers, point: option}


def _within(one: Point, other: Point) -> bool:
    return all(a == b for a, b in zip(one[0], other[0], strict=False))


def _merged(tables: Sequence[Recording]) -> Outline:
    by = _deciding(tables)
    if any(table.others for table in tables):
        others = dict.fromkeys(evolve(key, name=OWN_KEYS) for key in _keys(tables))
        return Outline((), others=tuple(others))
    if not by:
        return Outline(_keys(tables))
    groups = _grouped(tables, by)
    kinds = {kind: _keys(groups[kind]) for kind in tables[0].keys[by].choices}
    everywhere = set.intersection(*({key.name for key in keys} for keys in kinds.values()))
    return Outline(_keys(tables, everywhere), by, kinds)


def _deciding(tables: Sequence[Recording]) -> str:
    """Give the key with a choice in it that decides what other keys there are, if any does."""
    for name, key in tables[0].keys.items():
        if key.choices and all(name in table.answered for table in tables):
            names = {
                frozenset(each for table in same for each in table.keys)
                for same in _grouped(tables, name).values()
            }
            if len(names) > 1:
                return name
    return ""


def _grouped(tables: Iterable[Recording], name: str) -> dict[str, list[Recording]]:
    groups: dict[str, list[Recording]] = {}
    for table in tables:
        groups.setdefault(str(table.answered[name]), []).append(table)
    return groups


def _keys(tables: Sequence[Recording], only: Container[str] | None = None) -> tuple[Key, ...]:
    names = dict.fromkeys(name for table in tables for name in table.keys)
    return tuple(_key(name, tables) for name in names if only is None or name in only)


def _key(name: str, tables: Sequence[Recording]) -> Key:
    asked = [table.keys[name] for table in tables if name in table.keys]
    first = asked[0]
    if any(key.type is not first.type or key.depth != first.depth for key in asked):
        raise TypeError(f"{name} is asked for as one type and as another")
    below = [table.below[name] for table in tables if name in table.below]
    needing = [table for table in tables if name in table.keys and table.keys[name].required]
    return evolve(
        first,
        required=len(needing) == len(tables) and not any(name in t.asked_after for t in needing),
        default=first.default if all(key.default == first.default for key in asked) else None,
        least=_loosest(min, (key.least for key in asked)),
        most=_loosest(max, (key.most for key in asked)),
        step=gcd(*(key.step for key in asked)),
        choices=tuple(dict.fromkeys(word for key in asked for word in key.choices)),
        unless=_unless(name, tables, needing),
        table=_merged(below) if below else None,
    )


def _loosest(choose: Callable[[list[Any]], float], bounds: Iterable[float | None]) -> float | None:
    found = list(bounds)
    return None if None in found else choose(found)


def _unless(name: str, tables: Sequence[Recording], needing: Sequence[Recording]) -> str:
    """Give the list without which *name* is required, if that is how it is."""
    if not needing or any(name in table.asked_after for table in needing):
        return ""
    for other, options in needing[0].answered.items():
        if options == () and all(
            (table in needing) == (table.answered.get(other) == ()) for table in tables
        ):
            return other
    return ""

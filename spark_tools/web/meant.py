"""What somebody perhaps meant who asked for a name that nothing has."""

from __future__ import annotations

from collections.abc import Sequence

from spark_tools.content.library import Thing
from spark_tools.content.names import all_slugs, slugs
from spark_tools.content.problem import nearest


def perhaps_meant(name: str, things: Sequence[Thing]) -> tuple[Thing, ...]:
    """Give those of *things* that *name* may mean.

    These are the ones that it begins, else the one whose name looks most like it, if any does.
    """
    wanted = [slug for slug in slugs(name) if slug]
    if begun := [
        thing
        for thing in things
        if any(mine.startswith(each) for mine in all_slugs(_names(thing)) for each in wanted)
    ]:
        return tuple(begun)
    near = nearest(name, (mine for thing in things for mine in _names(thing)))
    return tuple(thing for thing in things if near in _names(thing)) if near else ()


def _names(thing: Thing) -> tuple[str, ...]:
    return (thing.id, thing.title, *thing.aliases)

"""The outline of a translation: the texts of what it translates, found by id or by number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from spark_tools.content.schema.outline import TEXTS, Key, Outline, Type
from spark_tools.content.translation import ALIASES

NOTHING = "There is nothing to translate here."
"""What is told of a table without texts."""


def overlay_of(original: Outline, head: Outline) -> Outline:
    """Give what a translation of a file with the outline *original* may hold, below *head*.

    A table without texts stays, without a key: it may stand there empty.
    """
    return Outline((*head.keys, *_texts(original).keys))


def _texts(original: Outline) -> Outline:
    sets = list(original.kinds.values()) or [original.keys]
    return _union([tuple(_in_translation(keys)) for keys in sets])


def _in_translation(keys: Iterable[Key]) -> Iterator[Key]:
    for key in keys:
        bare = evolve(key, default=None, example=None, filled=False, unless="")
        if key.type is Type.FILE or key.name == ALIASES:
            yield evolve(bare, required=False)
        elif key.type in TEXTS:
            yield bare
        elif key.table is not None:
            below = _texts(key.table)
            needed = key.required and any(each.required for each in below.keys)
            meaning = key.meaning if below.keys else NOTHING
            yield evolve(bare, table=below, named=key.depth == 1, required=needed, meaning=meaning)


def _union(sets: Sequence[Sequence[Key]]) -> Outline:
    """Give one outline for tables that may be of several kinds."""
    found: dict[str, list[Key]] = {}
    for keys in sets:
        for key in keys:
            found.setdefault(key.name, []).append(key)
    return Outline(tuple(_together(same, len(sets)) for same in found.values()))


def _together(same: Sequence[Key], kinds: int) -> Key:
    tables = [key.table.keys for key in same if key.table is not None]
    return evolve(
        same[0],
        required=len(same) == kinds and all(key.required for key in same),
        meaning=" / ".join(dict.fromkeys(key.meaning for key in same)),
        table=_union(tables) if tables else None,
    )

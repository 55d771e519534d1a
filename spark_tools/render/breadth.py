"""Pages that lie down where a table is too broad for them to stand."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from spark_tools.model import Block, FieldGrid, FieldKind, GridColumn, Orientation, Section, Table

_LETTER, _MARGINS, _TICK_BOX = 2.1, 4.0, 6.0
_STANDING = 170.0
"""How wide the text on a standing A4 page is, in mm, as the lengths in blocks are."""


def with_breadth(section: Section) -> Section:
    """Give *section* lying down where a table's titles need more than the width of a page.

    A title is never hyphenated, and neither is a word to tick: narrower columns would part
    them anywhere.
    """
    if section.orientation is Orientation.LANDSCAPE:
        return section
    if all(_breadth(block) <= _STANDING for block in section.blocks):
        return section
    return attrs.evolve(section, orientation=Orientation.LANDSCAPE)


def _breadth(block: Block) -> float:
    """Give about how many mm *block* needs for none of its columns to part a title's word."""
    match block:
        case Table():
            return sum(_need(column.title.split()) for column in block.columns)
        case FieldGrid():
            corner = [_need(block.corner.split())] if block.labels else []
            return sum((*corner, *map(_column, block.columns)))
        case _:
            return 0.0


def _column(column: GridColumn) -> float:
    choices = column.choices if column.kind is FieldKind.CHOICE else ()
    return max(_need(column.title.split()), _need(choices) + _TICK_BOX * bool(choices))


def _need(words: Iterable[str]) -> float:
    return max(map(len, words), default=0) * _LETTER + _MARGINS

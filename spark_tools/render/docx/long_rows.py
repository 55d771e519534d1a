"""Rows that hardly a page holds, parted into rows that it does: a row is never split in two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from spark_tools.model import Cell, ListBlock, Paragraph, plain

if TYPE_CHECKING:
    from spark_tools.model import Row, Text
    from spark_tools.render.docx.draft import Draft

Inside = Paragraph | ListBlock

_MOST = 0.66
"""How much of a page a row may take about, so that there is room for a heading above it."""


def capacities(widths: Sequence[int], draft: Draft) -> list[float]:
    """Give about how many letters a line holds in columns of those *widths*."""
    line = draft.page.width / draft.house.measures.letter
    return [max(1.0, line * width / sum(widths)) for width in widths]


def parted(each: Row, holds: Sequence[float], draft: Draft) -> list[tuple[Row, float]]:
    """Give *each* alone where a page holds it under a heading, else as rows that follow each other.

    *holds* are its columns' `capacities`. With each row goes about how many mm it takes.
    Cells are parted between paragraphs and between the points of a list; numbered lists
    stay whole.
    """
    line = draft.house.measures.line
    most = draft.page.height * _MOST
    high = _height(each, holds, line)
    if high <= most:
        return [(each, high)]
    columns = [
        list(_portions(cell, hold, most / line))
        for cell, hold in zip(each.cells, holds, strict=True)
    ]
    rows = (
        attrs.evolve(
            each,
            cells=tuple(Cell(_at(portions, place)) for portions in columns),
            height=0.0 if place else each.height,
        )
        for place in range(max(map(len, columns)))
    )
    return [(one, _height(one, holds, line)) for one in rows]


def _height(each: Row, holds: Sequence[float], line: float) -> float:
    """Give about how many mm *each* takes, with lines *line* mm high."""
    most = 0.0
    for cell, hold in zip(each.cells, holds, strict=True):
        lines = 0.0
        for block in cell.blocks:
            lines += _lines(block, hold)
        most = max(most, lines)
    return max(each.height, most * line)


def _lines(block: Inside, hold: float) -> float:
    if isinstance(block, ListBlock):
        return sum([1 + len(plain(item)) // hold for item in block.items])
    return 1 + len(plain(block.text)) // hold


def _at(portions: Sequence[tuple[Inside, ...]], place: int) -> tuple[Inside, ...]:
    return portions[place] if place < len(portions) else ()


def _portions(cell: Cell, hold: float, most: float) -> Iterator[tuple[Inside, ...]]:
    """Give the blocks of *cell* a portion at a time, each of about *most* lines at most."""
    portion: list[Inside] = []
    filled = 0.0
    for block in _points(cell):
        needed = _lines(block, hold)
        if portion and filled + needed > most:
            yield tuple(_joined(portion))
            portion, filled = [], 0.0
        portion.append(block)
        filled += needed
    yield tuple(_joined(portion))


def _points(cell: Cell) -> Iterator[Inside]:
    """Give the blocks of *cell*, the points of a list one by one."""
    for block in cell.blocks:
        if isinstance(block, ListBlock) and not block.ordered:
            yield from (attrs.evolve(block, items=(item,)) for item in block.items)
        else:
            yield block


def _joined(blocks: Sequence[Inside]) -> Iterator[Inside]:
    """Give *blocks* with points that follow each other in one list again."""
    points: list[Text] = []
    for block in blocks:
        if isinstance(block, ListBlock) and not block.ordered:
            points += block.items
            continue
        if points:
            yield ListBlock(tuple(points))
            points = []
        yield block
    if points:
        yield ListBlock(tuple(points))

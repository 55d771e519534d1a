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


def parted(each: Row, widths: Sequence[int], draft: Draft) -> list[tuple[Row, float]]:
    """Give *each* alone where a page holds it under a heading, else as rows that follow each other.

    With each row goes about how many mm it takes. Cells are parted between paragraphs and
    between the points of a list; numbered lists stay whole.
    """
    most = draft.page.height * _MOST
    high = _height(each, widths, draft)
    if high <= most:
        return [(each, high)]
    columns = [
        list(_portions(cell, width, widths, most, draft))
        for cell, width in zip(each.cells, widths, strict=True)
    ]
    rows = (
        attrs.evolve(
            each,
            cells=tuple(Cell(_at(portions, place)) for portions in columns),
            height=0.0 if place else each.height,
        )
        for place in range(max(map(len, columns)))
    )
    return [(one, _height(one, widths, draft)) for one in rows]


def _height(each: Row, widths: Sequence[int], draft: Draft) -> float:
    """Give about how many mm *each* takes in columns of those *widths*."""
    whole, highest = sum(widths), each.height
    for cell, width in zip(each.cells, widths, strict=True):
        share, high = width / whole, 0.0
        for block in cell.blocks:
            for text in block.items if isinstance(block, ListBlock) else (block.text,):
                high += draft.height(len(plain(text)), share)
        highest = max(highest, high)
    return highest


def _at(portions: Sequence[tuple[Inside, ...]], place: int) -> tuple[Inside, ...]:
    return portions[place] if place < len(portions) else ()


def _high(text: Text, width: int, widths: Sequence[int], draft: Draft) -> float:
    return draft.height(len(plain(text)), width / sum(widths))


def _portions(
    cell: Cell, width: int, widths: Sequence[int], most: float, draft: Draft
) -> Iterator[tuple[Inside, ...]]:
    """Give the blocks of *cell* a portion at a time, each about *most* mm high at most."""
    portion: list[Inside] = []
    filled = 0.0
    for block in _points(cell):
        texts = block.items if isinstance(block, ListBlock) else (block.text,)
        needed = sum(_high(text, width, widths, draft) for text in texts)
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

"""Columns: their shares of the page, but none narrower than its longest word."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from spark_tools.render.docx.house.frame import twips
from spark_tools.render.docx.house.measures import POINT, longest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spark_tools.render.docx.draft import Draft

_MARGINS = 4.0
_TICK_BOX = 1.4
"""How wide a box to tick and the blank after it are, in parts of the size of the letters."""


def need(words: Iterable[str], style: str, draft: Draft, *, boxes: bool = False) -> float:
    """Give how many mm a column needs for none of *words* in that style to be parted.

    With *boxes* each of them has a box to tick before it.
    """
    widest = max(map(longest, words), default=0.0)
    if not widest:
        return 0.0
    measures = draft.house.measures
    letters = measures.size(style) * POINT * measures.breadth
    return (widest + _TICK_BOX * boxes) * letters + _MARGINS


def shares(parts: Sequence[float], needs: Sequence[float], draft: Draft) -> list[int]:
    """Give the columns' widths in twips, which add up to the width of the text.

    *parts* are their shares of it, and none gets less than its need in mm unless the page
    is too narrow for all of them; then each gets its part of what there is.
    """
    parts = _fitted(parts, needs, draft.page.width)
    whole, total = twips(draft.page.width), sum(parts)
    edges = [0]
    for end in range(1, len(parts) + 1):
        edges.append(round(whole * sum(parts[:end]) / total))
    return [right - left for left, right in pairwise(edges)]


def _fitted(parts: Sequence[float], needs: Sequence[float], whole: float) -> Sequence[float]:
    if sum(needs) > whole:
        return [max(each, 1.0) for each in needs]
    widened: set[int] = set()
    while True:
        free = whole - sum(needs[place] for place in widened)
        rest = sum(part for place, part in enumerate(parts) if place not in widened)
        widths = [
            needs[place] if place in widened else part * free / rest
            for place, part in enumerate(parts)
        ]
        narrow = {place for place, width in enumerate(widths) if width < needs[place]}
        if narrow <= widened:
            return widths if widened else parts
        widened |= narrow

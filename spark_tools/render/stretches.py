"""Stretches of pages, from one page break to the next, and how they end."""

from __future__ import annotations

import json
from itertools import pairwise

from attrs import frozen

FEW = 1 / 6
"""The share of a page under which its lines are few enough to be saved."""

TIGHTER = (0.85, 0.7)
"""How much of the usual space between blocks the tighter settings have."""


@frozen
class End:
    """How many pages a stretch takes, and the share of its last one that it fills."""

    pages: int
    share: float


def read_ends(written: str) -> list[End]:
    """Read the ends that the template wrote down as JSON, each with ``page`` and ``share``."""
    ends = json.loads(written)
    pages = [0, *(end["page"] for end in ends)]
    return [
        End(last - before, end["share"])
        for (before, last), end in zip(pairwise(pages), ends, strict=True)
    ]

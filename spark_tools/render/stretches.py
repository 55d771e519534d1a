"""Stretches of pages, from one page break to the next, and how they end."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from attrs import frozen

from spark_tools.model import PageBreak, Section

FEW = 0.2
"""The share of a page under which its lines are few enough to be saved."""

TIGHTER = (0.85, 0.7, 0.55)
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


def first_pages(sections: Iterable[Section], ends: Iterable[End]) -> Iterator[int]:
    """Give the number, from 1, of the page that each of *sections* begins on.

    *ends* are those of all their stretches; where a template tells of none, each
    section has one page.
    """
    pages = (end.pages for end in ends)
    number = 1
    for section in sections:
        yield number
        parts = groupby(section.blocks, lambda block: isinstance(block, PageBreak))
        taken = [next(pages, None) for parted, _ in parts if not parted]
        number += sum(each or 0 for each in taken) or 1

"""How much of a Word file from a stranger is taken in: each tag and attribute takes memory."""

from __future__ import annotations

from attrs import frozen


@frozen
class Bounds:
    """The most that a part may have: tags (start and end counted), attributes, bytes unpacked."""

    marks: int
    attributes: int
    part: int


SHEET = Bounds(marks=200_000, attributes=300_000, part=10 * 2**20)
"""For a sheet of ours: one or two pages, some twenty at most."""

REPORT = Bounds(marks=800_000, attributes=1_200_000, part=48 * 2**20)
"""For a document of anybody's: some hundreds of pages."""

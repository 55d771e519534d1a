"""A logbook file cut into pieces that can be changed one by one.

Each ``[[actions]]`` and each ``[[sheets]]`` is a piece, with the tables below it and
the comments after it; what stands before them is the first. Put together again the
pieces are the file, so that what is not changed stays as it is, letter by letter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from attrs import frozen

from spark_tools.content.lines import Lines

Member = tuple[str, int]
"""One of a file's tables: ``("actions", 0)`` is the first below ``[[actions]]``."""

LISTS = ("actions", "sheets")
_BLANK_LINE = re.compile(r"^[ \t]*(?:\n|\Z)", re.MULTILINE)


@frozen
class Piece:
    """One piece of a file: ``keys`` down to the last value, then blanks and comments.

    There is one of ``members`` in it; several where a table stands apart from its own,
    and none in the first piece.
    """

    keys: str
    rest: str
    members: tuple[Member, ...] = ()

    @property
    def text(self) -> str:
        """The piece as it stands."""
        return self.keys + self.rest

    def followed_by(self, text: str) -> str:
        """Give the piece with *text* after it and after the comments close to it."""
        found = _BLANK_LINE.search(self.rest)
        place = found.start() if found else len(self.rest)
        before = self.keys + self.rest[:place]
        ended = "" if before.endswith("\n") or not before else "\n"
        return f"{before}{ended}{text}{self.rest[place:]}"


def cut(source: str) -> tuple[Piece, ...]:
    """Cut *source*, a logbook without faults and with line feeds, into pieces."""
    places = sorted(Lines(source).spans(), key=lambda place: place[1])
    heads: dict[Member, int] = {}
    starts = [0]
    for path, start, _end in places:
        match path:
            case (str() as name, int() as number, *below) if name in LISTS:
                head = heads.setdefault((name, number), start)
                if not below:
                    starts.append(start)
                while starts[-1] > head:
                    starts.pop()
    ends = list(starts)
    for _path, start, end in places:
        number = bisect_right(starts, start) - 1
        ends[number] = max(ends[number], end)
    inside: list[list[Member]] = [[] for _ in starts]
    for member, head in heads.items():
        inside[bisect_right(starts, head) - 1].append(member)
    stops = (*starts[1:], len(source))
    return tuple(
        _piece(source, start, end, stop, members)
        for start, end, stop, members in zip(starts, ends, stops, inside, strict=True)
    )


def _piece(source: str, start: int, end: int, stop: int, members: Sequence[Member]) -> Piece:
    line_end = start if end == start else source.find("\n", end, stop) + 1 or stop
    return Piece(source[start:line_end], source[line_end:stop], tuple(members))

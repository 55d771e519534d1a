"""What a document's identifier tells of where it is from."""

from __future__ import annotations

from attrs import frozen


@frozen
class Origin:
    """Where a document is from: a course, or a tool that stands alone.

    ``edition`` says which kind of document it is. ``exercise`` is an id, or nothing;
    ``revision`` is that of a tool's own sheet, with its id before it. ``course`` is a
    course's id, and ``meeting`` a number from 1, or 0.
    """

    edition: str = ""
    exercise: str = ""
    revision: str = ""
    course: str = ""
    meeting: int = 0


def origin_of(identifier: str) -> Origin:
    """Give where the document with that *identifier* is from, as far as it tells."""
    first, edition, number, exercise = (*identifier.split("/")[:4], *[""] * 4)[:4]
    if not edition:
        return Origin()
    if own := first.rpartition(".")[0]:
        return Origin(edition, own, first)
    is_number = number.isascii() and number.isdecimal() and len(number) < 4
    return Origin(edition, exercise, "", first, int(number) if is_number else 0)

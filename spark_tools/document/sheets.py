"""What a sheet to fill in is: whose, how many come back, and its place for the committee's name."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from spark_tools.content.names import same_name
from spark_tools.document.carried import Carried
from spark_tools.document.quantities import Headcount
from spark_tools.i18n import Words
from spark_tools.model import (
    Field,
    FieldGrid,
    FieldKind,
    Handout,
    Meaning,
    Per,
    Section,
    Sheet,
)


def sheets_of(
    handouts: Iterable[Handout], people: Headcount, *, mixed: bool = False, ahead: bool = False
) -> tuple[Sheet, ...]:
    """Give the *handouts* that have something to fill in, with how many one committee fills in.

    In *mixed* groups nobody knows which committee a group's sheet belongs to, so
    any of them may come from the same one.
    """
    return tuple(
        Sheet(
            handout.id,
            handout.title,
            _from_one_committee(handout, people, mixed=mixed),
            personal=handout.copies.per is Per.PERSON,
            ahead=ahead,
        )
        for handout in handouts
        if is_filled_in(handout)
    )


def is_filled_in(handout: Handout) -> bool:
    """Whether there is anything to write on *handout*."""
    return any(isinstance(block, Field | FieldGrid) for block in handout.blocks)


def _from_one_committee(handout: Handout, people: Headcount, *, mixed: bool) -> int:
    per, count = handout.copies.per, handout.copies.count
    if per is Per.GROUP:
        return count * (people.groups if mixed else -(-people.groups // people.committees))
    if per is Per.PERSON:
        return count * -(-people.participants // people.committees)
    return count


def committee_field(sheet: str, words: Words, given: Carried | None) -> Field:
    """Give the field that asks whose the *sheet* is, filled in where that is known."""
    return Field(
        f"{sheet}.{Meaning.COMMITTEE}",
        words("Committee"),
        FieldKind.TEXT,
        value=given.committee if given else "",
        means=Meaning.COMMITTEE,
    )


def filled_in_mark(sections: Iterable[Section], given: Carried | None) -> tuple[str, ...]:
    """Give the last part of the identifier of a document that is filled in beforehand, if any.

    It differs with the committee and with the actions that rows are named after, and
    names neither.
    """
    rows = [
        row
        for section in sections
        for block in section.blocks
        if isinstance(block, FieldGrid)
        for row in block.row_ids
    ]
    if not rows or not given:
        return ()
    told = "\n".join((same_name(given.committee), *rows))
    return (blake2b(told.encode(), digest_size=6).hexdigest(),)

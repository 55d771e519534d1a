"""How much of everything this group needs: materials and copies, counted."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from attrs import frozen

from spark_tools.document.wording import capital
from spark_tools.i18n import Words
from spark_tools.model import Brief, Copies, Material, Per


@frozen
class Headcount:
    """How many there are of everything that copies can be counted by."""

    participants: int
    groups: int
    committees: int

    def number(self, copies: Copies) -> int:
        """Give how many *copies* come to here."""
        of = {
            Per.PERSON: self.participants,
            Per.GROUP: self.groups,
            Per.COMMITTEE: self.committees,
            Per.MEETING: 1,
        }
        return copies.count * of[copies.per]


def headcount(brief: Brief, group_sizes: tuple[int, ...]) -> Headcount:
    """Count the people, groups and committees of one exercise; no groups count as one."""
    return Headcount(brief.participants, len(group_sizes) or 1, brief.committees)


@cache
def rate(copies: Copies, words: Words) -> str:
    """Give what *copies* are counted by, as ``2 pr. gruppe``."""
    by = {
        Per.PERSON: words("{n} per person", n=copies.count),
        Per.GROUP: words("{n} per group", n=copies.count),
        Per.COMMITTEE: words("{n} per committee", n=copies.count),
        Per.MEETING: words("{n} in all", n=copies.count),
    }
    return by[copies.per]


@frozen
class Needed:
    """One thing to bring: how many in all, and how many for each what."""

    what: str
    number: int
    copies: Copies

    @property
    def lasting(self) -> bool:
        """Whether one exercise leaves it for the next, as a pen or a clock.

        What each person has one of, and what there is for the whole meeting, is
        used again; what comes in numbers is used up.
        """
        per_person = self.copies.per is Per.PERSON and self.copies.count == 1
        return per_person or self.copies.per is Per.MEETING

    def sentence(self, words: Words) -> str:
        """Give ``Kort: 4 stk. (2 pr. gruppe)``; one thing for the whole meeting needs no figure."""
        what = capital(self.what)
        if self.copies.per is not Per.MEETING and self.number != self.copies.count:
            by = rate(self.copies, words)
            return words("{what}: {n} pcs. ({rate})", what=what, n=self.number, rate=by)
        return what if self.number == 1 else words("{what}: {n} pcs.", what=what, n=self.number)


def needed(material: Material, people: Headcount) -> Needed:
    """Count one material for the people there are."""
    return Needed(material.what, people.number(material.copies), material.copies)


def merged(things: Iterable[Needed]) -> tuple[Needed, ...]:
    """Put the same thing of several exercises on one line, in the order of first mention.

    Lasting things count once, as many as are needed at a time; others add up.
    """
    lines: dict[str, list[Needed]] = {}
    for thing in things:
        lines.setdefault(thing.what.casefold(), []).append(thing)
    return tuple(_together(alike) for alike in lines.values())


def _together(alike: list[Needed]) -> Needed:
    if len(alike) == 1 or any(thing.lasting for thing in alike):
        return max(alike, key=lambda thing: thing.number)
    number = sum(thing.number for thing in alike)
    kinds = {(thing.copies.per, thing.number // thing.copies.count) for thing in alike}
    if len(kinds) > 1:
        return Needed(alike[0].what, number, Copies(Per.MEETING, number))
    count = sum(thing.copies.count for thing in alike)
    return Needed(alike[0].what, number, Copies(alike[0].copies.per, count))

"""What can be changed in a plan, said as what the brief then asks for.

A change is tried in the ways that a brief can say it, and what comes of each is looked
at: the composer has the last word, and a way that does not do what was asked for is no
way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Protocol

from attrs import evolve, frozen

from spark_tools.model import Brief, Fault, FaultError, MeetingWish, SessionPlan
from spark_tools.web.planner.placements import all_standing
from spark_tools.web.planner.wording import say

Compose = Callable[[Brief], SessionPlan]
Spots = frozenset[tuple[int, str]]
"""Exercises, by the number of a meeting and the exercise's id."""


class Change(Protocol):
    """Something that is asked for of a plan."""

    def ways(self, plan: SessionPlan) -> Iterable[Brief]:
        """Give the briefs that may bring it about, those that settle the least first."""

    def goes(self, plan: SessionPlan) -> Spots:
        """Give what may leave its meeting because of it."""

    def done(self, before: SessionPlan, after: SessionPlan) -> bool:
        """Tell whether it has been brought about."""

    def refusal(self, plan: SessionPlan) -> str:
        """Say that the composer has found no way to it."""


def changed(change: Change, plan: SessionPlan, compose: Compose) -> SessionPlan:
    """Give the plan with *change*, with as little else changed as can be.

    Where something strays from its meeting that should not, it is tried again with that
    asked for where it was, and at last with all that stood in that meeting.

    Raises:
        FaultError: it cannot be, and why.
    """
    best: tuple[int, SessionPlan] | None = None
    why: FaultError | None = None
    there, may_go = _where(plan), change.goes(plan)
    briefs = [(brief, 0) for brief in change.ways(plan)]
    for brief, tried in briefs:
        try:
            after = compose(brief)
        except FaultError as error:
            why = why or error
            continue
        strays = there - _where(after) - may_go
        if change.done(plan, after) and (best is None or len(strays) < best[0]):
            best = len(strays), after
        if best and not best[0]:
            break
        if strays and tried < 2:
            meetings = {meeting for meeting, _ in strays}
            beside = {spot for spot in there - may_go if spot[0] in meetings}
            held = _holding(evolve(plan, brief=brief), beside if tried else strays)
            briefs.append((held, tried + 1))
    if best:
        return best[1]
    raise why or FaultError([Fault(change.refusal(plan))])


def _where(plan: SessionPlan) -> Spots:
    return frozenset((one.meeting, one.exercise.id) for one in all_standing(plan))


def _holding(plan: SessionPlan, spots: AbstractSet[tuple[int, str]]) -> Brief:
    """Give the brief of *plan* with each of *spots* asked for where it is."""
    for meeting, exercise in sorted(spots):
        if wish := _settled(plan, meeting):
            held = (*_without(wish.include, exercise), exercise)
            plan = evolve(plan, brief=_with(plan, meeting, evolve(wish, include=held)))
    return plan.brief


def _slot(plan: SessionPlan, meeting: int, exercise: str) -> str | None:
    """Give the slot of *meeting* in which *exercise* stands, if it does."""
    return next(
        (
            f"{one.where} {one.slot}"
            for one in all_standing(plan)
            if (one.meeting, one.exercise.id) == (meeting, exercise)
        ),
        None,
    )


def _without(names: tuple[str, ...], *gone: str) -> tuple[str, ...]:
    return tuple(name for name in names if name not in gone)


def _settled(plan: SessionPlan, meeting: int) -> MeetingWish | None:
    """Give the wish for *meeting* of *plan*; None when there is no such meeting."""
    if not 1 <= meeting <= len(plan.meetings):
        return None
    wishes = plan.brief.meetings
    return wishes[meeting - 1] if wishes else MeetingWish()


def _with(plan: SessionPlan, meeting: int, wish: MeetingWish) -> Brief:
    """Give the brief with as many meetings as *plan* has, and this *wish* for one of them."""
    wishes = list(plan.brief.meetings or [MeetingWish()] * len(plan.meetings))
    wishes[meeting - 1] = wish
    return evolve(plan.brief, meetings=tuple(wishes))


@frozen
class Swap:
    """Let one exercise stand where another stands in or around a meeting."""

    meeting: int
    out: str
    into: str

    def ways(self, plan: SessionPlan) -> Iterator[Brief]:
        """Ask for the one; then leave the other out, too, where it comes in no other meeting."""
        wish = _settled(plan, self.meeting)
        if wish is None or _slot(plan, self.meeting, self.out) is None:
            return
        asked = evolve(wish, include=(*_without(wish.include, self.out, self.into), self.into))
        brief = _with(plan, self.meeting, asked)
        elsewhere = self._elsewhere(plan)
        kept = _without(brief.include, self.into, *(() if elsewhere else (self.out,)))
        brief = evolve(brief, include=kept, exclude=_without(brief.exclude, self.into))
        yield brief
        if not elsewhere:
            yield evolve(brief, exclude=(*brief.exclude, self.out))

    def goes(self, plan: SessionPlan) -> Spots:
        """Give the place that is asked for."""
        return frozenset({(self.meeting, self.out)})

    def _elsewhere(self, plan: SessionPlan) -> bool:
        return any(
            one.exercise.id == self.out and one.meeting != self.meeting
            for one in all_standing(plan)
        )

    def done(self, before: SessionPlan, after: SessionPlan) -> bool:
        """Tell whether the one has come to where the other was, and the other has gone."""
        there = _slot(before, self.meeting, self.out)
        return there is not None and (
            _slot(after, self.meeting, self.into) == there
            and _slot(after, self.meeting, self.out) is None
        )

    def refusal(self, plan: SessionPlan) -> str:
        """Say that it would come somewhere else, or beside the other."""
        titles = {one.exercise.id: one.exercise.title for one in all_standing(plan)}
        if _slot(plan, self.meeting, self.out) is None:
            return say("That is no longer in the plan.")
        return say(
            "It cannot stand in the place of “{title}” in meeting {number}.",
            title=titles[self.out],
            number=self.meeting,
        )


@frozen
class LeaveOut:
    """Leave an exercise out of the whole course."""

    exercise: str

    def ways(self, plan: SessionPlan) -> Iterator[Brief]:
        """Exclude it, and wish for it no more."""
        brief = released(plan.brief, self.exercise)
        yield evolve(brief, exclude=(*brief.exclude, self.exercise))

    def goes(self, plan: SessionPlan) -> Spots:
        """Give every place where it stands."""
        return frozenset(spot for spot in _where(plan) if spot[1] == self.exercise)

    def done(self, before: SessionPlan, after: SessionPlan) -> bool:
        """Tell whether it has gone."""
        return all(one.exercise.id != self.exercise for one in all_standing(after))

    def refusal(self, plan: SessionPlan) -> str:
        """Say that it comes all the same."""
        return say("It comes all the same.")


@frozen
class LetBe:
    """Neither ask for an exercise nor leave it out any longer: the composer decides."""

    exercise: str

    def ways(self, plan: SessionPlan) -> Iterator[Brief]:
        """Take it out of every wish."""
        yield released(plan.brief, self.exercise)

    def goes(self, plan: SessionPlan) -> Spots:
        """Give everything: the composer does as it likes."""
        return _where(plan)

    def done(self, before: SessionPlan, after: SessionPlan) -> bool:
        """Tell that it is done: whatever comes is right."""
        return True

    def refusal(self, plan: SessionPlan) -> str:
        """Say nothing: it is never refused."""
        return ""


@frozen
class Lengthen:
    """Make a meeting so many minutes longer, or shorter where they are fewer than none."""

    meeting: int
    minutes: int

    def ways(self, plan: SessionPlan) -> Iterator[Brief]:
        """Settle the meeting's length."""
        if wish := _settled(plan, self.meeting):
            whole = plan.meetings[self.meeting - 1].minutes + self.minutes
            yield _with(plan, self.meeting, evolve(wish, minutes=whole))

    def goes(self, plan: SessionPlan) -> Spots:
        """Give everything: the composer does as it likes."""
        return _where(plan)

    def done(self, before: SessionPlan, after: SessionPlan) -> bool:
        """Tell whether it has that length."""
        was, now = before.meetings[self.meeting - 1], after.meetings[self.meeting - 1]
        return now.minutes == was.minutes + self.minutes

    def refusal(self, plan: SessionPlan) -> str:
        """Say that there is no such meeting."""
        return say("That is no longer in the plan.")


def released(brief: Brief, exercise: str) -> Brief:
    """Give *brief* without any wish about *exercise*."""
    return evolve(
        brief,
        include=_without(brief.include, exercise),
        exclude=_without(brief.exclude, exercise),
        meetings=tuple(
            evolve(wish, include=_without(wish.include, exercise)) for wish in brief.meetings
        ),
    )

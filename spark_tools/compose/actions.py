"""How many try-out actions wait for each meeting's look-back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from spark_tools.compose.problem import ACTIONS, Option, Place
from spark_tools.model import Brief, Handout, Logbook, Per

MOST_ROWS = 12
"""More actions than this share rows: a sheet has to stay one that can be filled in."""


@frozen
class Waiting:
    """What waits when a meeting begins: how many actions, and the meetings that agreed them.

    Meeting 0 stands for the logbook.
    """

    actions: int = 0
    meetings: tuple[int, ...] = ()


def waiting(
    brief: Brief,
    chosen: Iterable[tuple[Place, Option]],
    meetings: int,
    logbook: Logbook,
) -> tuple[Waiting, ...]:
    """Count what waits for each of so many *meetings*.

    Every exercise that yields actions yields as many as its handout with the
    most copies has, and at least one. A look-back takes up all that wait.
    """
    by_meeting: list[list[tuple[Place, Option]]] = [[] for _ in range(meetings)]
    for place, option in chosen:
        by_meeting[place.meeting].append((place, option))
    counted = []
    now = Waiting(len(logbook.open_actions), (0,) if logbook.open_actions else ())
    for number, placed in enumerate(by_meeting, 1):
        counted.append(Waiting(min(now.actions, MOST_ROWS), now.meetings))
        if any(option.looks_back and place.timed for place, option in placed):
            now = Waiting()
        agreed = sum(_agreed(brief, placed))
        if agreed:
            now = Waiting(now.actions + agreed, (*now.meetings, number))
    return tuple(counted)


def _agreed(brief: Brief, placed: Sequence[tuple[Place, Option]]) -> Iterator[int]:
    for _, option in placed:
        candidate = option.candidate
        if candidate.yields & ACTIONS:
            cards = (
                _copies(handout, brief, candidate.groups) for handout in candidate.exercise.handouts
            )
            yield max(1, *cards, *(() if candidate.exercise.handouts else (len(candidate.groups),)))


def _copies(handout: Handout, brief: Brief, groups: tuple[int, ...]) -> int:
    each = {
        Per.PERSON: brief.participants,
        Per.GROUP: len(groups),
        Per.COMMITTEE: brief.committees,
        Per.MEETING: 1,
    }
    return handout.copies.count * each[handout.copies.per]

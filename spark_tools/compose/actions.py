"""How many try-out actions wait for each meeting's look-back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from spark_tools.model import Brief, Exercise, Handout, Outcome, Per

if TYPE_CHECKING:
    from spark_tools.compose.past import Past
    from spark_tools.compose.problem import Option, Place

MOST_ROWS = 12
"""More actions than this, not agreed yet, share rows: a sheet has to stay one to fill in."""


@frozen
class Waiting:
    """What waits when a meeting begins, and the numbers of the meetings that agreed it.

    ``known`` counts the actions in the logbook, ``expected`` those that exercises
    are expected to yield. Meeting 0 stands for the logbook.
    """

    known: int = 0
    expected: int = 0
    meetings: tuple[int, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows a look-back needs: one for each that is known, whatever their number."""
        return max(self.known, min(self.known + self.expected, MOST_ROWS))

    def more(self, actions: int, meeting: int) -> Waiting:
        """Add so many *actions* that *meeting* is expected to agree."""
        if not actions:
            return self
        return Waiting(self.known, self.expected + actions, (*self.meetings, meeting))


def waiting(
    brief: Brief,
    chosen: Iterable[tuple[Place, Option]],
    meetings: int,
    past: Past,
) -> tuple[Waiting, ...]:
    """Count what waits for each of so many *meetings*, nothing where they are held.

    A look-back takes up all that wait.
    """
    by_meeting: list[list[tuple[Place, Option]]] = [[] for _ in range(meetings)]
    for place, option in chosen:
        by_meeting[place.meeting].append((place, option))
    counted = [Waiting()] * past.held
    now = past.waiting
    for number, placed in enumerate(by_meeting[past.held :], past.held + 1):
        counted.append(now)
        if any(option.looks_back and place.timed for place, option in placed):
            now = Waiting()
        candidates = [option.candidate for _, option in placed]
        now = now.more(
            sum(agreed(brief, ((each.exercise, each.groups) for each in candidates))), number
        )
    return tuple(counted)


def agreed(brief: Brief, placed: Iterable[tuple[Exercise, tuple[int, ...]]]) -> Iterator[int]:
    """Count what each exercise of a meeting, with the people in its groups, is expected to yield.

    An exercise that yields actions yields as many as its handout with the most
    copies has, and at least one.
    """
    for exercise, groups in placed:
        if Outcome.ACTIONS in exercise.yields:
            cards = (_copies(handout, brief, groups) for handout in exercise.handouts)
            yield max(1, *cards, *(() if exercise.handouts else (len(groups),)))


def _copies(handout: Handout, brief: Brief, groups: tuple[int, ...]) -> int:
    each = {
        Per.PERSON: brief.participants,
        Per.GROUP: len(groups),
        Per.COMMITTEE: brief.committees,
        Per.MEETING: 1,
    }
    return handout.copies.count * each[handout.copies.per]

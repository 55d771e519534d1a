"""Whether work fits a meeting: the earliest that it can end, pauses included.

A frontier holds the ways to have done the work so far that may still turn out
shortest, as (mark now, marks since the last pause, lunch eaten). What comes
later depends on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spark_tools.compose.layout import BREAKS, LUNCHES, WORK
from spark_tools.compose.minutes import Timing

State = tuple[int, int, bool]
Frontier = tuple[State, ...]
START: Frontier = ((0, 0, False),)
SHORT_BREAK, SHORT_LUNCH = min(BREAKS), min(LUNCHES)


def extend(frontier: Frontier, timing: Timing, lunch: tuple[int, int] | None) -> Frontier:
    """Add one exercise to *frontier*; the result is empty when it fits nowhere."""
    reached: list[State] = []
    whole = timing.whole.least
    for state in frontier:
        for at, since, eaten in _starts(state, lunch):
            if since + whole <= WORK:
                reached.append((at + whole, since + whole, eaten))
            for before, after in timing.cuts:
                if since + before.least > WORK or after.least > WORK:
                    continue
                cut = (at + before.least, since + before.least, eaten)
                reached.extend(
                    (then + after.least, after.least, fed) for then, _, fed in _pauses(cut, lunch)
                )
    return _best(reached)


def ends(frontier: Frontier, lunch: tuple[int, int] | None) -> int | None:
    """Give the earliest mark at which the meeting can end, or None when it cannot."""
    return min((at for at, _, eaten in frontier if eaten or lunch is None), default=None)


def earliest(frontier: Frontier, work: int, lunch: tuple[int, int] | None) -> int:
    """Bound the earliest end from below when so many marks of *work* are still to come."""
    best = None
    for at, since, eaten in frontier:
        pauses = max(0, -(-(since + work) // WORK) - 1)
        end = at + work + SHORT_BREAK * pauses
        if lunch and not eaten:
            end += SHORT_LUNCH - (SHORT_BREAK if pauses else 0)
        if best is None or end < best:
            best = end
    return best or 0


def covers(one: Frontier, other: Frontier) -> bool:
    """Tell whether everything that fits after *other* fits after *one*, and no later.

    Before any work there can be no pause, so nothing covers or is covered by that.
    """
    return (one == START) == (other == START) and all(
        any(at <= then and since <= work and eaten >= fed for at, since, eaten in one)
        for then, work, fed in other
    )


def _starts(state: State, lunch: tuple[int, int] | None) -> Iterator[State]:
    yield state
    if state[0]:
        yield from _pauses(state, lunch)


def _pauses(state: State, lunch: tuple[int, int] | None) -> Iterator[State]:
    at, _, eaten = state
    yield at + SHORT_BREAK, 0, eaten
    if lunch and not eaten and at <= lunch[1]:
        yield max(at, lunch[0]) + SHORT_LUNCH, 0, True


def _best(states: Iterable[State]) -> Frontier:
    kept: list[State] = []
    for at, since, eaten in sorted(states, key=lambda state: (state[0], state[1], not state[2])):
        if not any(known[1] <= since and known[2] >= eaten for known in kept):
            kept.append((at, since, eaten))
    return tuple(kept)

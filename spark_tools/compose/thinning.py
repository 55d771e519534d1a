"""Leaving out what cannot lessen trouble, so that the search for the least is short."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from spark_tools.compose.candidates import ACTIONS, Candidate
from spark_tools.compose.problem import Option, Place, Problem


def thinned(problem: Problem) -> Problem:
    """Leave out the options that cannot lessen trouble.

    An exercise that is wished for stays. Of the others stay, of each kind that
    something needs or that a place has to be filled with, as many as the course
    has room for: those that nothing shorter stands in for.
    """
    needed = ACTIONS if any(place.waiting for place in problem.places) else 0
    for candidate in problem.candidates:
        needed |= candidate.needs
    wished = frozenset(wish.exercise for wish in problem.unmet)
    known: dict[tuple[int, bool], tuple[Option, ...]] = {}
    places = []
    for place in problem.places:
        fill = _must_fill(problem, place)
        key = (id(place.options), fill)
        if key not in known:
            known[key] = tuple(_useful(place, needed, wished, fill, _room(problem, place)))
        places.append(evolve(place, options=known[key]))
    return evolve(problem, places=tuple(places))


def _must_fill(problem: Problem, place: Place) -> bool:
    """Tell whether just anything in *place* may be better than nothing."""
    if place.required or not place.timed:
        return place.required
    lunch = problem.frames[place.meeting].lunch is not None
    return lunch or not any(other.required for other in problem.timed(place.meeting))


def _room(problem: Problem, place: Place) -> int:
    """Count how many exercises can come where the options of *place* can."""
    functions = {
        function for option in place.options for function in option.candidate.exercise.functions
    }
    return sum(
        other.most for other in problem.places if functions.intersection(other.slot.functions)
    )


def _useful(
    place: Place, needed: int, wished: frozenset[str], fill: bool, room: int
) -> Iterator[Option]:
    kept: list[Option] = []
    for option in sorted(place.options, key=lambda each: each.candidate.timing.whole.least):
        candidate = option.candidate
        if candidate.exercise.id in wished or (
            (fill or candidate.yields & needed or option.looks_back or option.evaluates)
            and _better(kept, candidate, needed, place.timed) < room
        ):
            kept.append(option)
    stays = set(kept)
    return (option for option in place.options if option in stays)


def _better(kept: list[Option], candidate: Candidate, needed: int, timed: bool) -> int:
    if not kept:
        return 0
    return sum(_stands_in(other.candidate, candidate, needed, timed) for other in kept)


def _stands_in(better: Candidate, worse: Candidate, needed: int, timed: bool) -> bool:
    """Tell whether *better* can take the place of *worse* anywhere, at no more trouble."""
    if better.needs or (worse.yields & ~better.yields & needed):
        return False
    if better.yields & ~worse.yields & ACTIONS:
        return False
    if set(better.exercise.functions) != set(worse.exercise.functions):
        return False
    if not timed:
        return True
    return better.timing.whole.least <= worse.timing.whole.least and all(
        any(
            before.least <= first.least and after.least <= second.least
            for before, after in better.timing.cuts
        )
        for first, second in worse.timing.cuts
    )

"""Leaving out what cannot lessen trouble, so that the search for the least is short."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from spark_tools.compose.problem import ACTIONS, Option, Place, Problem


def thinned(problem: Problem) -> Problem:
    """Leave out the options that cannot lessen trouble."""
    needed = ACTIONS if any(place.waiting for place in problem.places) else 0
    for candidate in problem.candidates:
        needed |= candidate.needs
    wished = {wish.exercise for wish in problem.wishes}
    room = sum(place.most for place in problem.places)
    known: dict[tuple[int, int], tuple[Option, ...]] = {}
    places = []
    for place in problem.places:
        enough = room if _must_fill(problem, place) else 0
        key = (id(place.options), enough)
        if key not in known:
            known[key] = tuple(_useful(place, needed, wished, enough))
        places.append(evolve(place, options=known[key]))
    return evolve(problem, places=tuple(places))


def _must_fill(problem: Problem, place: Place) -> bool:
    """Tell whether just anything in *place* may be better than nothing."""
    if place.required or not place.timed:
        return place.required
    lunch = problem.frames[place.meeting].lunch is not None
    return lunch or not any(other.required for other in problem.timed(place.meeting))


def _useful(place: Place, needed: int, wished: set[str], enough: int) -> Iterator[Option]:
    """Give the options that something needs, and of the others those among the *enough* best."""
    plain: list[Option] = []
    for option in sorted(place.options, key=lambda each: each.candidate.timing.whole.least):
        if len(plain) < enough or _better(plain, option, place.timed) < enough:
            plain.append(option)
    kept = set(plain)
    for option in place.options:
        candidate = option.candidate
        if (
            option in kept
            or candidate.yields & needed
            or option.looks_back
            or option.evaluates
            or candidate.exercise.id in wished
        ):
            yield option


def _better(plain: list[Option], option: Option, timed: bool) -> int:
    return sum(_dominates(other, option, timed) for other in plain)


def _dominates(one: Option, other: Option, timed: bool) -> bool:
    better, worse = one.candidate, other.candidate
    if better.needs or better.yields & ACTIONS & ~worse.yields:
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

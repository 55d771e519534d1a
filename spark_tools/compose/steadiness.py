"""Keeping to what was planned from the start, where nothing is better."""

from __future__ import annotations

from spark_tools.compose.bounds import bounds
from spark_tools.compose.problem import Option, Place, Problem, Where
from spark_tools.compose.search import Solution, best_course
from spark_tools.compose.trouble import glance
from spark_tools.compose.walk import ONWARD, Walk, chosen

Choice = tuple[tuple[int, Option], ...]


def steady(best: Solution, problem: Problem, whole: Problem) -> Choice:
    """Give what is chosen for the rest of a course: *best*, or what is as good and expected.

    *whole* is the course with no meeting held; what its best choice has in the
    meetings to come is what everybody expects.
    """
    trouble = glance(whole)
    if trouble is None or trouble.gaps or trouble.overrun:
        return best.chosen
    expected = best_course(whole, bounds(whole))
    kept = _kept(problem, whole, expected.chosen, best.score) if expected else None
    return best.chosen if kept is None else kept


def _kept(problem: Problem, whole: Problem, expected: Choice, score: int) -> Choice | None:
    """Give *expected* in the places of *problem*, if it keeps every rule and scores as much."""
    wanted = {
        (_name(whole.places[index]), option.candidate.exercise.id) for index, option in expected
    }
    walk = Walk(problem)
    node = walk.start()
    while node.place < len(problem.places):
        place = problem.places[node.place]
        choices = (
            choice
            for choice in walk.choices(node)
            if (_name(place), place.options[choice].candidate.exercise.id) in wanted
        )
        step = walk.step(node, next(choices, ONWARD))
        if step is None:
            return None
        node = step
    return None if node.gaps or node.overrun or node.score < score else chosen(node)


def _name(place: Place) -> tuple[int, Where, str, bool]:
    return place.meeting, place.where, place.slot.id, place.extra

"""Letting known actions wait where there is no way to look back at them in time."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from spark_tools.compose.problem import Problem
from spark_tools.compose.trouble import Trouble, least_trouble


def without_trouble(problem: Problem) -> tuple[Problem, Trouble]:
    """Find the course with the least trouble, and the problem that it answers.

    Where the logbook's open actions alone make trouble, that problem lets as few of
    the next meetings as possible be without a look-back. Otherwise it is *problem*.
    """
    trouble = least_trouble(problem)
    if not (trouble.gaps or trouble.overrun) or not problem.past.waiting.known:
        return problem, trouble
    for eased in _eased(problem):
        less = least_trouble(eased)
        if not (less.gaps or less.overrun):
            return eased, less
    return problem, trouble


def _eased(problem: Problem) -> Iterator[Problem]:
    duties = problem.look_back
    for meeting, duty in enumerate(duties):
        if duty:
            excused = (False,) * (meeting + 1)
            yield evolve(problem, look_back=(*excused, *duties[meeting + 1 :]))

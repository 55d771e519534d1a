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
    if _free(trouble) or not problem.past.waiting.known:
        return problem, trouble
    eased = tuple(_eased(problem))
    if eased and _free(least_trouble(eased[-1])):
        for each in eased:
            if _free(less := least_trouble(each)):
                return each, less
    return problem, trouble


def _free(trouble: Trouble) -> bool:
    return not (trouble.gaps or trouble.overrun)


def _eased(problem: Problem) -> Iterator[Problem]:
    """Give *problem* with the first duty to look back dropped, then two, and at last all."""
    duties = problem.look_back
    for meeting, duty in enumerate(duties):
        if duty:
            excused = (False,) * (meeting + 1)
            yield evolve(problem, look_back=(*excused, *duties[meeting + 1 :]))

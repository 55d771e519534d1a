"""Timing: the best of several runs, so that a busy machine says little."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence

Measurement = tuple[str, float, str]
"""A label, a figure, and what the figure is."""


def best_milliseconds(run: Callable[[], object], times: int = 15) -> float:
    """Give the shortest of *times* runs, in milliseconds."""
    shortest = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        run()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest * 1000


def best_process(command: Sequence[str], times: int = 15) -> float:
    """Give the shortest of *times* runs of a process, in milliseconds, bytecode compiled."""
    (shortest,) = best_in_turn(command, [{}], times)
    return shortest


def best_in_turn(
    command: Sequence[str], environments: Sequence[Mapping[str, str]], times: int = 15
) -> list[float]:
    """Give the shortest of *times* runs of *command* in each of *environments*, taken in turn.

    So a machine that is busy for a while is busy for all of them. In milliseconds, bytecode
    compiled; the environments are added to that of this process.
    """

    def run(environment: Mapping[str, str]) -> float:
        around = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **environment}
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=around)
        return (time.perf_counter() - start) * 1000

    for environment in environments:
        run(environment)
    rounds = [[run(environment) for environment in environments] for _ in range(times)]
    return [min(each) for each in zip(*rounds, strict=True)]


def bare_python() -> float:
    """Give what ``python -c pass`` takes, in milliseconds: the unit of the start-up ratios."""
    return best_process([sys.executable, "-c", "pass"], times=25)

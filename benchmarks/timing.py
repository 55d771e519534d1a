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


def best_process(
    command: Sequence[str], times: int = 15, environment: Mapping[str, str] | None = None
) -> float:
    """Give the shortest of *times* runs of a process, in milliseconds, bytecode compiled.

    *environment* is added to that of this process.
    """
    around = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **(environment or {})}

    def run() -> None:
        subprocess.run(command, check=True, capture_output=True, env=around)

    run()
    return best_milliseconds(run, times)


def bare_python() -> float:
    """Give what ``python -c pass`` takes, in milliseconds: the unit of the start-up ratios."""
    return best_process([sys.executable, "-c", "pass"], times=25)

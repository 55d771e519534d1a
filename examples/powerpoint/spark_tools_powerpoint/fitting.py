"""How large the letters may be, and how many steps a slide has room for."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from attrs import frozen

from spark_tools import RunningStep, Text, plain

HEIGHT = 4.25 * 72
WIDTH = 7.0 * 72
LEADING = 1.22
AIR = 6.0
LETTER = 0.45
"""The width of a letter of usual text, bold ones included, in parts of the letters' size."""


@frozen
class Fit:
    """Letters of so many points, and so many steps; the rest has no room."""

    points: int
    steps: int


def title_points(title: Text) -> int:
    """Give the size at which *title* takes two lines at most."""
    letters = len(plain(title))
    return 36 if letters <= 66 else 28


def fit(steps: Sequence[RunningStep]) -> Fit:
    """Give the largest of 28, 24, 20 and 18 points at which *steps* fit, or how many do at 18."""
    for points in (28, 24, 20):
        if sum(_height(step, points) for step in steps) <= HEIGHT:
            return Fit(points, len(steps))
    room = HEIGHT
    for number, step in enumerate(steps):
        room -= _height(step, 18)
        if room < 0:
            return Fit(18, max(number - 1, 0))
    return Fit(18, len(steps))


def _height(step: RunningStep, points: int) -> float:
    lines = ceil(len(plain(step.title)) * LETTER * points / WIDTH)
    return max(lines, 1) * points * LEADING + AIR

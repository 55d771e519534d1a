"""How long an exercise takes in this room, in five-minute marks."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from spark_tools.compose.groups import group_sizes
from spark_tools.model import Exercise, Form, Minutes, TimedStep

MARK = 5
"""Agendas keep to five-minute marks: one mark is this many minutes."""


@frozen
class Play:
    """What something can take, in five-minute marks: least, typical and most."""

    least: int
    typical: int
    most: int


@frozen
class Timing:
    """An exercise as the clock sees it.

    ``steps`` holds each step's minutes for the people in this room, ``whole``
    the exercise in one piece, and ``cuts`` the two pieces for a pause after
    step 1, 2 and so on.
    """

    steps: tuple[Minutes, ...]
    whole: Play
    cuts: tuple[tuple[Play, Play], ...]


def timing(exercise: Exercise, participants: int, groups: tuple[int, ...]) -> Timing:
    """Time *exercise* for *participants* people in *groups* (people in each)."""
    steps = tuple(
        _in_this_room(step.minutes, step.form, participants, groups) for step in exercise.steps
    )
    least = sum(step.min for step in steps)
    typical = sum(step.typical for step in steps)
    most = sum(step.max for step in steps)
    cuts = []
    before = Minutes(0, 0, 0)
    for step in steps[:-1]:
        before = Minutes(
            before.min + step.min, before.typical + step.typical, before.max + step.max
        )
        after = _play(least - before.min, typical - before.typical, most - before.max)
        cuts.append((_play(before.min, before.typical, before.max), after))
    return Timing(steps, _play(least, typical, most), tuple(cuts))


def usual_minutes(exercise: Exercise, participants: int) -> Minutes:
    """Give the least, typical and most minutes that *exercise* takes for *participants*."""
    sizes = group_sizes(participants, exercise.participants.group)
    steps = timing(exercise, participants, sizes).steps
    return Minutes(
        sum(step.min for step in steps),
        sum(step.typical for step in steps),
        sum(step.max for step in steps),
    )


def full_group(exercise: Exercise) -> int:
    """Give how many people one full group of *exercise* has, or the fewest it works for."""
    people = exercise.participants
    return people.group.max if people.group else people.min


def share(
    exercise: Exercise, timing: Timing, first: int, last: int, minutes: int
) -> tuple[TimedStep, ...]:
    """Share *minutes* out on the steps from *first* up to *last* (not included).

    Every step stays between its least and its most. What differs from the
    typical is shared in proportion to what each step can give or take; minutes
    beyond the most of every step are left over.
    """
    ranges = timing.steps[first:last]
    typical = [minutes.typical for minutes in ranges]
    change = minutes - sum(typical)
    room = [each.max - each.typical if change > 0 else each.typical - each.min for each in ranges]
    moved = _in_proportion(min(abs(change), sum(room)), room)
    sign = 1 if change > 0 else -1
    return tuple(
        TimedStep(step, usual + sign * move)
        for step, usual, move in zip(exercise.steps[first:last], typical, moved, strict=True)
    )


def _in_this_room(
    minutes: Minutes, form: Form, participants: int, groups: tuple[int, ...]
) -> Minutes:
    in_groups = form in (Form.GROUPS, Form.PAIRS)
    turns = max(groups, default=participants) if in_groups else participants
    extra = minutes.per_person * turns + minutes.per_group * len(groups)
    if not extra:
        return minutes
    return Minutes(minutes.min + extra, minutes.typical + extra, minutes.max + extra)


def _play(least: int, typical: int, most: int) -> Play:
    """Give in marks what takes so many minutes, lengthened to the next mark where it must be."""
    fewest = max(1, -(-least // MARK))
    fullest = max(fewest, most // MARK)
    usual = (2 * typical + MARK) // (2 * MARK)
    return Play(fewest, min(max(usual, fewest), fullest), fullest)


def _in_proportion(amount: int, weights: Sequence[int]) -> list[int]:
    """Share a whole *amount* by *weights*: rounded down, then the largest remainders first."""
    total = sum(weights)
    if not total:
        return [0] * len(weights)
    shares = [amount * weight // total for weight in weights]
    by_remainder = sorted(
        range(len(weights)), key=lambda index: (-(amount * weights[index] % total), index)
    )
    for index in by_remainder[: amount - sum(shares)]:
        shares[index] += 1
    return shares

"""What a test of an exercise measures: its minutes, its groups and its pictures."""

from __future__ import annotations

from collections.abc import Mapping

from spark_tools.compose.groups import group_sizes
from spark_tools.compose.minutes import MARK, timing
from spark_tools.content.picture import fill_svg
from spark_tools.model import VARIABLES, Exercise, Minutes, Picture

NUMBER, WORD = 4, "x"


def minutes_for(exercise: Exercise, participants: int) -> Minutes:
    """Give the least, typical and most minutes that *exercise* takes in an agenda.

    They are multiples of five, for so many *participants* in the groups they are shared out in.
    """
    play = timing(exercise, participants, groups_for(exercise, participants)).whole
    return Minutes(play.least * MARK, play.typical * MARK, play.most * MARK)


def groups_for(exercise: Exercise, participants: int) -> tuple[int, ...]:
    """Give how many people each group of *exercise* has, largest first."""
    return group_sizes(participants, exercise.participants.group)


def drawing(picture: Picture, values: Mapping[str, str | int] | None = None) -> str:
    """Give the SVG of *picture* with *values* filled in by their variables' names.

    What is not given is `NUMBER` people or groups, and `WORD` for any text.
    """
    usual = {name: NUMBER if name.startswith("participants.") else WORD for name in VARIABLES}
    return fill_svg(picture.svg, {**usual, **(values or {})})

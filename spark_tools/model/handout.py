"""Handouts: the sheets participants write on."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from spark_tools.model.blocks import Block
from spark_tools.model.document import Orientation


class Per(StrEnum):
    """What there is one of: a person, a group, a committee, or the whole meeting."""

    PERSON = "person"
    GROUP = "group"
    COMMITTEE = "committee"
    MEETING = "meeting"


@frozen
class Copies:
    """How many to print: ``count`` for each ``per``."""

    per: Per
    count: int = 1


@frozen
class Handout:
    """One sheet with one job; ``foot`` says what happens with it afterwards.

    A ``poster`` hangs on the wall, and is drawn on A3 as well where that is asked for.
    """

    id: str
    title: str
    copies: Copies
    blocks: tuple[Block, ...]
    orientation: Orientation = Orientation.PORTRAIT
    foot: str = ""
    poster: bool = False

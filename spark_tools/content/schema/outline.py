"""What a kind of file may hold, as the readers ask for it: keys, their types and their bounds."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen


class Type(StrEnum):
    """The type of a value, or of each value in a list."""

    WORDS = "words"
    PHRASE = "phrase"
    LINE = "line"
    PROSE = "prose"
    LETTERS = "letters"
    LONG_LETTERS = "long letters"
    PLAIN = "plain"
    FILE = "file"
    ID = "id"
    CHOICE = "choice"
    NAME = "name"
    WHOLE = "whole number"
    NUMBER = "number"
    YES_NO = "true or false"
    DATE = "date"
    MOMENT = "date and time"
    CLOCK = "time of day"
    TABLE = "table"


TEXTS = frozenset(
    {Type.WORDS, Type.PHRASE, Type.LINE, Type.PROSE, Type.LETTERS, Type.LONG_LETTERS, Type.FILE}
)
"""What a translation says in its own words."""


OWN_KEYS = "*"
"""The name of a key that the writer of a file makes up."""


@frozen
class Key:
    """One key of a table.

    ``depth`` is how many lists the value lies in: 0 is a value, 1 a list, 2 a list of lists;
    ``filled`` is whether the list needs something in it, ``named`` whether it may also be a
    table with an id or a number for each of its tables. ``unless`` names the list that the
    key is required without. A key without a ``default`` is required, or its absence means
    something of its own.
    """

    name: str
    type: Type
    required: bool = False
    depth: int = 0
    filled: bool = False
    named: bool = False
    default: object = None
    least: float | None = None
    most: float | None = None
    step: int = 1
    choices: tuple[str, ...] = ()
    refers: str = ""
    ending: str = ""
    unless: str = ""
    table: Outline | None = None
    meaning: str = ""
    example: object = None


@frozen
class Outline:
    """The keys of one table.

    Where ``by`` names one of the keys, its value decides which others there are: ``kinds``
    has all of them for each value, and ``keys`` only what they have in common. In a table
    whose keys are the writer's own, ``others`` are what each may be.
    """

    keys: tuple[Key, ...]
    by: str = ""
    kinds: Mapping[str, tuple[Key, ...]] = field(factory=dict)
    others: tuple[Key, ...] = ()

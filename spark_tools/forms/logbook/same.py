"""When two texts are the same to a person."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from spark_tools.content.names import same_name

ALIKE = 0.6


@lru_cache(maxsize=16384)
def same(text: str) -> str:
    """Give what all ways of writing *text* have in common: case, blanks, a final full stop."""
    return same_name(text).rstrip(". ")


def alike(one: str, other: str) -> bool:
    """Whether *other* may well be *one* after some rewriting."""
    return SequenceMatcher(None, same(one), same(other)).ratio() >= ALIKE

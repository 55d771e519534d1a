"""When two texts are the same to a person."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

ALIKE = 0.6


@lru_cache(maxsize=16384)
def same(text: str) -> str:
    """Give what all ways of writing *text* have in common: case, blanks, a final full stop."""
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold().rstrip(". ")


def alike(one: str, other: str) -> bool:
    """Whether *other* may well be *one* after some rewriting."""
    return SequenceMatcher(None, same(one), same(other)).ratio() >= ALIKE

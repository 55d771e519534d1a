"""Problems in one text, before it is known where the text stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from spark_tools.content.wording import say

_UNUSABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@frozen
class Problem:
    """What is wrong, and the characters of the text that show where."""

    message: str
    word: str = ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give a sentence with the nearest of *known*, led by a space, or nothing."""
    if near := nearest(word, known):
        return " " + say('Did you mean "{word}"?', word=near)
    return ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the one of *known* that looks most like *word*, or nothing."""
    from difflib import get_close_matches

    names = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), list(names), n=1, cutoff=0.6)
    return names[near[0]] if near else ""


def unusable(text: str) -> list[Problem]:
    """Give a problem when *text* holds a character that no file format can carry."""
    if not (found := _UNUSABLE.search(text)):
        return []
    code = f"U+{ord(found[0]):04X}"
    return [Problem(say("the character {code} cannot be printed", code=code))]

"""Problems in one text, before it is known where the text stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from spark_tools.content.wording import say

_UNUSABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


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
    wanted = word.casefold()
    begun = [name for name in names if min(len(name), len(wanted)) >= 3 and _begins(name, wanted)]
    near = get_close_matches(wanted, list(names), n=1, cutoff=0.6) or begun
    return names[near[0]] if near else ""


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted) or wanted.startswith(name)


def unusable(text: str) -> list[Problem]:
    """Give a problem when *text* holds a character that no file format can carry."""
    if not (found := _UNUSABLE.search(text)):
        return []
    code = f"U+{ord(found[0]):04X}"
    return [Problem(say("the character {code} cannot be printed", code=code))]


def usable(text: str) -> str:
    """Give *text* without the characters that no file format can carry."""
    return _UNUSABLE.sub("", text)

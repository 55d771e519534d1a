"""Names of files: short ASCII words that every system takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa", "ß": "ss"}
)
LONGEST = 40


def slug(title: str) -> str:
    """Give *title* as at most 40 characters of ``a``-``z``, ``0``-``9`` and single hyphens.

    Danish letters are written out, whole words are kept, and the result may be
    empty when no letter is left.
    """
    spelled = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", title).translate(_LETTERS))
    words = re.findall(r"[a-z0-9]+", spelled.encode("ascii", "ignore").decode().lower())
    kept = words[0][:LONGEST] if words else ""
    for word in words[1:]:
        if len(kept) + 1 + len(word) > LONGEST:
            break
        kept += f"-{word}"
    return kept


def unique_slugs(titles: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give a slug for each (id, title), numbered from 2 where titles are alike."""
    pairs = list(titles)
    names = numbered(slug(title) or identity for identity, title in pairs)
    return dict(zip((identity for identity, _ in pairs), names, strict=True))


def numbered(names: Iterable[str]) -> list[str]:
    """Give *names* in order, numbered from 2 where one stands there before."""
    found: list[str] = []
    for wanted in names:
        name, number = wanted, 1
        while name in found:
            number += 1
            name = f"{wanted}-{number}"
        found.append(name)
    return found

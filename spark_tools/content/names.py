"""Names of things as people type them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_SPELT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_BARE = str.maketrans({"æ": "a", "ø": "o", "å": "a"})


def slugs(name: str) -> frozenset[str]:
    """Give *name* as slugs: with æ, ø and å spelt ae, oe, aa, and with a, o, a."""
    folded = unicodedata.normalize("NFC", name).casefold()
    return frozenset(_slug(folded.translate(table)) for table in (_SPELT, _BARE))


def same_name(name: str) -> str:
    """Give what all ways of writing *name* have in common: case and blanks differ."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def _slug(folded: str) -> str:
    letters = unicodedata.normalize("NFD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def all_slugs(names: Iterable[str]) -> frozenset[str]:
    """Give the slugs of all *names* that have any."""
    return frozenset(slug for name in names for slug in slugs(name) if slug)

"""The words for what is decided about a try-out action."""

from __future__ import annotations

from spark_tools.content.names import slugs
from spark_tools.model import Decision

WORDS = {
    "Fortsæt": Decision.CONTINUE,
    "Justér": Decision.ADJUST,
    "Stop": Decision.STOP,
    "Udbred": Decision.SPREAD,
    "Continue": Decision.CONTINUE,
    "Adjust": Decision.ADJUST,
    "Spread": Decision.SPREAD,
}

_BY_SLUG = {slug: decision for word, decision in WORDS.items() for slug in slugs(word)}


def decision_of(word: str) -> Decision | None:
    """Give the decision that *word* stands for, whatever its case and accents, or None."""
    return next((_BY_SLUG[slug] for slug in slugs(word) if slug in _BY_SLUG), None)

"""Languages as Word files name them, with a region."""

from __future__ import annotations

LOCALES = {"da": "da-DK", "en": "en-GB"}


def spoken(language: str) -> str:
    """Give the run property for words in *language*, the last of all; nothing for the document's.

    Hyphenation and screen readers follow it.
    """
    return f'<w:lang w:val="{LOCALES.get(language, language)}"/>' if language else ""

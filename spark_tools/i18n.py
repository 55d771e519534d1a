"""Words in the reader's language, through gettext.

Messages on the screen follow the person at the keyboard: ``SPARK_LANG`` when it
is set, else Danish where the system is Danish, else English. Where many are served at
once, `speaking` says whose turn it is. Documents follow the brief. Each room of the
house has a catalogue of its own under ``locale/``, named after the room; the English
words are the keys.
"""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

# Not a Path: every start of the command would wait for pathlib.
LOCALE_DIR = os.path.join(os.path.dirname(__file__), "locale")  # noqa: PTH118, PTH120
LANGUAGES = ("da", "en")

_spoken: ContextVar[str] = ContextVar("spoken", default="")


def message_language() -> str:
    """Give ``da`` or ``en``, whichever the person who is answered reads."""
    wanted = _spoken.get() or os.environ.get("SPARK_LANG") or _system_language()
    return "da" if wanted.lower().startswith("da") else "en"


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let messages be in *language*, in this thread, until the end."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def _system_language() -> str:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value
    import locale

    if sys.platform == "win32":
        import ctypes

        identifier = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return locale.windows_locale.get(identifier, "")
    return locale.getlocale()[0] or ""


class Words:
    """One room's words in one language.

    Calling it translates an English key and fills in ``{names}``; values are
    never read as markup or as format strings.
    """

    def __init__(self, domain: str, language: str) -> None:
        self.language = language
        self._translations = gettext.translation(
            domain, LOCALE_DIR, languages=[language], fallback=True
        )

    def __call__(self, message: str, /, **values: object) -> str:
        """Give *message* in this language with *values* filled in."""
        translated = self._translations.gettext(message)
        return translated.format(**values) if values else translated

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Give the form that goes with *number*, which is filled in as ``{n}``."""
        return self._translations.ngettext(one, many, number).format(n=number, **values)


@cache
def words(domain: str, language: str) -> Words:
    """Give the words of the room *domain* in *language* (``da`` or ``en``)."""
    return Words(domain, language)


def number(value: float) -> str:
    """Give *value* as the person at the keyboard writes it: with a comma in Danish."""
    written = f"{value:g}"
    return written.replace(".", ",") if message_language() == "da" else written


def messages(domain: str) -> Words:
    """Give the words of the room *domain* for the person at the keyboard."""
    return words(domain, message_language())

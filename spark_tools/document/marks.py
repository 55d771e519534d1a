"""Marks round words in another language than the document's, until the document is laid out.

What is laid out is put together from strings, titles among English words and the like;
the marks go with the words. They are characters that no text may hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from attrs import evolve

from spark_tools.model import Text

_BEGIN, _END = "\ufde0", "\ufdef"
_LETTERS = 0xE0000
_TAG = "[\U000e0020-\U000e007e]*"
_OPENING = re.compile(f"{_BEGIN}{_TAG}")
_MARKED = re.compile(f"{_BEGIN}({_TAG})([^{_BEGIN}{_END}]*){_END}?")
_MARKS = re.compile(f"{_BEGIN}{_TAG}|{_END}")


def marked(words: str, language: str) -> str:
    """Give *words* with marks round them that say their *language*; blank ones as they are."""
    if not words.strip():
        return words
    tag = "".join(chr(_LETTERS + ord(letter)) for letter in language)
    return f"{_BEGIN}{tag}{words}{_END}"


def bare(words: str) -> str:
    """Give *words* without marks."""
    return _MARKS.sub("", words)


def within(change: Callable[[str], str], words: str) -> str:
    """Give *words* as *change* makes them, which does not see the mark they begin with."""
    if not (opening := _OPENING.match(words)):
        return change(words)
    inner = words[opening.end() :]
    closed = inner.endswith(_END) and inner.count(_END) == 1
    return opening[0] + (change(inner[:-1]) + _END if closed else change(inner))


def parted(words: str) -> Iterator[tuple[str, str]]:
    """Cut *words* where the language changes into (words, their language or nothing)."""
    end = 0
    for found in _MARKED.finditer(words):
        if found.start() > end:
            yield bare(words[end : found.start()]), ""
        yield found[2], "".join(chr(ord(letter) - _LETTERS) for letter in found[1])
        end = found.end()
    if end < len(words):
        yield bare(words[end:]), ""


def language_of(words: str) -> str:
    """Give the language that all of *words* is marked as, or nothing."""
    languages = {language for part, language in parted(words) if part.strip()}
    return languages.pop() if len(languages) == 1 else ""


def carried_over(words: str, read: Callable[[str], Text]) -> Text:
    """Give what *read* makes of *words*, which does not see the marks; they go on its spans."""
    language = language_of(words)
    spans = read(bare(words))
    return marked_spans(spans, language) if language else spans


def marked_spans(spans: Text, language: str) -> Text:
    """Give *spans* with marks; those that say their language or wait for a value stay."""
    return tuple(
        span if span.language or span.variable else evolve(span, text=marked(span.text, language))
        for span in spans
    )

"""Headers and footers: screen readers pass over them, so nothing stands there alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from spark_tools.accessibility.clauses import NON_TEXT, RELATIONSHIPS, beyond
from spark_tools.accessibility.content import words_in
from spark_tools.accessibility.flaw import Found, Rule
from spark_tools.accessibility.place import quote
from spark_tools.accessibility.rules.drawings import description, is_decorative
from spark_tools.accessibility.rules.watermarks import is_watermark
from spark_tools.accessibility.wording import _, say

if TYPE_CHECKING:
    from spark_tools.accessibility.content import Paragraph
    from spark_tools.accessibility.opened import Opened
    from spark_tools.accessibility.place import Story

_SHORTEST_WORD = 2
_PIECES = re.compile(r"[\t\n]+| {3,}")
_SENTENCE, _TITLE = 8, 4
_VERBS = frozenset(
    (
        *("er", "skal", "kan", "vil", "har", "bliver", "send", "skriv", "kontakt", "ring", "læs"),
        *("is", "are", "must", "can", "will", "has", "have", "write", "contact", "call", "read"),
    )
)
_URGENT = re.compile(
    r"\b(vigtigt?|obs|husk|senest|svarfrist|frist|fortroligt?|important|note|remember|deadline"
    r"|reply by|confidential)\b",
    re.IGNORECASE,
)
_SENDER = re.compile(
    r"\bwww\.|https?://|@|\b(tlf|telefon|phone|cvr|ean|postboks|p\.o\. box)\b"
    r"|\b\d{4} [A-ZÆØÅ]|(\d{2} ){3}\d{2}",
    re.IGNORECASE,
)
"""What a letterhead says of who sends it, which is not what the document is about."""
_LOGO = re.compile(r"logo|bomærke|byvåben|våben|emblem|coat of arms", re.IGNORECASE)


def _text(document: Opened) -> Iterator[Found]:
    known = {word for paragraph in document.body for word in paragraph.words}
    for paragraph in document.paragraphs:
        if paragraph.story.is_body:
            continue
        for piece in _PIECES.split(_written(paragraph)):
            words = _words(piece)
            missing = sum(word not in known for word in words)
            if _says_something(piece, words, paragraph.story) and 2 * missing > len(words):
                yield (
                    say("{text} stands nowhere in the text.", text=quote(piece)),
                    (paragraph.where()),
                )


def _says_something(piece: str, words: list[str], story: Story) -> bool:
    """Whether *piece* is more than a name: a sentence, a title on the first page, or urgent."""
    if _URGENT.search(piece):
        return True
    if _SENDER.search(piece):
        return False
    if story.first_page:
        return len(words) >= _TITLE
    sentence = piece.rstrip().endswith((".", "!", "?")) or not _VERBS.isdisjoint(words)
    return len(words) >= _SENTENCE and sentence


def _written(paragraph: Paragraph) -> str:
    """Give the words of *paragraph* without page numbers, dates and other fields."""
    return "".join(run.text for run in paragraph.runs if not run.field)


def _words(text: str) -> list[str]:
    return [word for word in words_in(text) if len(word) >= _SHORTEST_WORD]


def _pictures(document: Opened) -> Iterator[Found]:
    known = {word for paragraph in document.body for word in paragraph.words}
    for drawing in document.drawings:
        if drawing.paragraph.story.is_body or is_watermark(drawing):
            continue
        words = description(drawing.element)
        told = not set(_words(words)) - known
        if words and not is_decorative(drawing.element) and not told and not _LOGO.search(words):
            said = say("The picture {text} stands in a header or footer alone.", text=quote(words))
            yield said, drawing.where()


RULES = (
    Rule(
        "header-only-text",
        beyond(RELATIONSHIPS),
        _("What a header or footer says stands in the text as well."),
        _("Write it in the text too, or delete it from the header or footer."),
        _text,
    ),
    Rule(
        "header-only-picture",
        beyond(NON_TEXT),
        _("A picture in a header or footer is a logo, or is marked as decorative."),
        _("In Word: right-click the picture › View Alt Text › Mark as decorative; or move it."),
        _pictures,
    ),
)

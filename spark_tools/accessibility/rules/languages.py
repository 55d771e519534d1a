"""Whether a text is in the language it is marked with, told by its commonest words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from spark_tools.accessibility.clauses import LANGUAGE, PARTS
from spark_tools.accessibility.flaw import Found, Rule
from spark_tools.accessibility.place import quote, whole_document
from spark_tools.accessibility.rules.properties import main_language, primary
from spark_tools.accessibility.wording import _, say

if TYPE_CHECKING:
    from spark_tools.accessibility.content import Paragraph
    from spark_tools.accessibility.opened import Opened

_LEAST_WORDS = 8
_LEAST_TELLING = 3
_SHARE = 0.25
_DANISH = """
    og at det er til på som de med han af ikke der var den jeg et har om vi min havde hun nu over da
    fra du ud sin dem os op hans hvor eller hvad skal selv vil blev kunne ind når være noget ville
    jo deres efter ned skulle denne dette også under anden hende mine alt meget sit vor mod disse
    hvis din nogle hos blive mange bliver hendes været jer sådan kan må hver kun
"""
_ENGLISH = """
    the of and to a is that it he was on are as with his they be this from or had not but what were
    we when your said there use each which she how their if up other about out many then them these
    some would make like into look more write go see no way could my than been who its now did get
    you
"""
_DANISH_WORDS, _ENGLISH_WORDS = frozenset(_DANISH.split()), frozenset(_ENGLISH.split())
_ONLY = {"da": _DANISH_WORDS - _ENGLISH_WORDS, "en": _ENGLISH_WORDS - _DANISH_WORDS}
_NAMES = {"da": _("Danish"), "en": _("English")}


def _language_wrong(document: Opened) -> Iterator[Found]:
    own = primary(main_language(document))
    if own in _ONLY and _is_wrong_throughout(document, own):
        other = "en" if own == "da" else "da"
        yield (
            say(
                "The document is marked as {own}, but is written in {other}.",
                own=say(_NAMES[own]),
                other=say(_NAMES[other]),
            ),
            whole_document(),
        )


def _language_unmarked(document: Opened) -> Iterator[Found]:
    own = primary(main_language(document))
    throughout = _is_wrong_throughout(document, own)
    for paragraph, marked, written in _judged(document)[0]:
        if throughout and marked == own:
            continue
        yield (
            say(
                "{quote} is written in {written}, but marked as {marked}.",
                quote=quote(paragraph.text),
                written=say(_NAMES[written]),
                marked=say(_NAMES[marked]),
            ),
            paragraph.where(),
        )


def _is_wrong_throughout(document: Opened, own: str) -> bool:
    """Whether most of what can be judged is marked as *own* and written in the other language."""
    contradicting, judged = _judged(document)
    wrong = sum(marked == own for _paragraph, marked, _written in contradicting)
    return wrong > 1 and 2 * wrong > judged


def _judged(document: Opened) -> tuple[list[tuple[Paragraph, str, str]], int]:
    """Give the paragraphs in another language than marked, and how many could be judged."""
    found, judged = [], 0
    for paragraph in document.paragraphs:
        written = language_of(paragraph.words)
        if not written:
            continue
        judged += 1
        marked = {primary(run.look.language) for run in paragraph.runs if run.text.strip()}
        if written not in marked and (other := next(iter(marked & _ONLY.keys()), "")):
            found.append((paragraph, other, written))
    return found, judged


def language_of(words: Sequence[str]) -> str:
    """Give ``da`` or ``en`` where *words* are plainly in it; nothing where they tell too little."""
    if len(words) < _LEAST_WORDS:
        return ""
    hits = {name: sum(word in telling for word in words) for name, telling in _ONLY.items()}
    for name, other in (("da", "en"), ("en", "da")):
        if hits[name] >= max(_LEAST_TELLING, _SHARE * len(words)) and hits[other] * 4 <= hits[name]:
            return name
    return ""


RULES = (
    Rule(
        "language-wrong",
        LANGUAGE,
        _("The document is written in the language it is marked with."),
        _(
            "In Word: select everything (Ctrl+A), then Review › Language › Set Proofing Language,"
            " choose the language and press “Set As Default”."
        ),
        _language_wrong,
    ),
    Rule(
        "language-unmarked",
        PARTS,
        _("A passage in another language is marked with that language."),
        _(
            "In Word: select the passage, then Review › Language › Set Proofing Language, and"
            " choose its language."
        ),
        _language_unmarked,
    ),
)

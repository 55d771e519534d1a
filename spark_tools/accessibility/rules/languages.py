"""Whether a text is in the language it is marked with, told by its commonest words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spark_tools.accessibility.clauses import LANGUAGE, PARTS
from spark_tools.accessibility.flaw import Found, Rule
from spark_tools.accessibility.place import quote, whole_document
from spark_tools.accessibility.rules.properties import main_language, primary
from spark_tools.accessibility.tongues import KNOWN
from spark_tools.accessibility.wording import _, say

if TYPE_CHECKING:
    from spark_tools.accessibility.content import Paragraph
    from spark_tools.accessibility.opened import Opened

_NAMES = {"da": _("Danish"), "en": _("English")}


def _language_wrong(document: Opened) -> Iterator[Found]:
    own = primary(main_language(document))
    if own in KNOWN and _is_wrong_throughout(document, own):
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
    """Give the paragraphs in another language than marked, and how many could be judged.

    Headers and footers are left out: screen readers pass over them.
    """
    found, judged = [], 0
    for paragraph in document.body:
        written = paragraph.written_in
        if not written:
            continue
        judged += 1
        marked = {primary(run.look.language) for run in paragraph.runs if run.text.strip()}
        if written not in marked and (other := next(iter(marked & KNOWN), "")):
            found.append((paragraph, other, written))
    return found, judged


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

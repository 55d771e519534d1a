"""What a document is called, and the language it says it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from spark_tools.accessibility.clauses import LANGUAGE, TITLED, beyond
from spark_tools.accessibility.flaw import Found, Rule
from spark_tools.accessibility.place import in_properties, in_styles, quote, whole_document
from spark_tools.accessibility.wording import _, say
from spark_tools.wordfile.markup import W

if TYPE_CHECKING:
    from spark_tools.accessibility.opened import Opened

_DC = "{http://purl.org/dc/elements/1.1/}"
_NO_LANGUAGE = ("", "x-none", "und")
_SAYS_NOTHING = re.compile(
    r"(microsoft )?(word[- ])?(document|dokument|doc|title|titel|untitled|uden titel|template"
    r"|skabelon|unavngivet|normal|kopi|copy|new|nyt?)[ \d().-]*"
    r"|microsoft word - .*|.*\.(docx?|dotx?|odt|rtf|pdf)|[\W\d_]*",
    re.IGNORECASE,
)


def _title_missing(document: Opened) -> Iterator[Found]:
    if not _property(document, "title"):
        yield say("The document has no title."), in_properties()


def _title_vague(document: Opened) -> Iterator[Found]:
    title = _property(document, "title")
    if title and _SAYS_NOTHING.fullmatch(title):
        said = say("The title {title} does not say what the document is.", title=quote(title))
        yield said, in_properties()


def _language_missing(document: Opened) -> Iterator[Found]:
    if not main_language(document):
        yield say("The document does not say what language it is in."), whole_document()


def _language_unsaid(document: Opened) -> Iterator[Found]:
    if not _property(document, "language"):
        yield say("The properties do not say what language the document is in."), in_properties()


def _language_contradicted(document: Opened) -> Iterator[Found]:
    named, own = _property(document, "language"), main_language(document)
    if named and own and primary(named) != primary(own):
        yield (
            say(
                "The properties say the language is {named}, the text itself says {own}.",
                named=quote(named),
                own=quote(own),
            ),
            in_properties(),
        )


def _style_contradicts(document: Opened) -> Iterator[Found]:
    own = main_language(document)
    if not own:
        return
    for style_id in sorted(used_styles(document)):
        language = document.styles.run_says(style_id).language or ""
        style = document.styles.get(style_id)
        if style and language not in _NO_LANGUAGE and primary(language) != primary(own):
            said = say(
                "Text in this style is marked as {language}, the document as {own}.",
                language=quote(language),
                own=quote(own),
            )
            yield said, in_styles(style.name)


def main_language(document: Opened) -> str:
    """Give the language of the document's defaults (``da-DK``), or nothing where it has none."""
    said = document.styles.run_defaults.language or ""
    return "" if said.lower() in _NO_LANGUAGE else said


def primary(language: str) -> str:
    """Give a language without its country: ``da`` for ``da-DK``."""
    return language.replace("_", "-").partition("-")[0].lower()


def used_styles(document: Opened) -> set[str]:
    """Give the ids of the styles that the document's texts ask for."""
    used = {each.style for each in document.paragraphs if not each.is_empty}
    for _story, root in document.stories:
        for each in root.iter(f"{W}rStyle", f"{W}tblStyle"):
            used.add(each.get(f"{W}val", ""))
    return used


def _property(document: Opened, name: str) -> str:
    if document.core is None:
        return ""
    return " ".join((document.core.findtext(f"{_DC}{name}") or "").split())


RULES = (
    Rule(
        "title-missing",
        TITLED,
        _("The document’s properties hold a title."),
        _("In Word: File › Info › Title. Write what the document is, for whom and when."),
        _title_missing,
    ),
    Rule(
        "title-vague",
        TITLED,
        _("The title says what the document is: no “Document1”, no file name."),
        _("In Word: File › Info › Title. Write what the document is, for whom and when."),
        _title_vague,
    ),
    Rule(
        "language-missing",
        LANGUAGE,
        _("The document’s default text has a language."),
        _(
            "In Word: select everything (Ctrl+A), then Review › Language › Set Proofing Language,"
            " choose the language and press “Set As Default”."
        ),
        _language_missing,
    ),
    Rule(
        "language-unsaid",
        beyond(LANGUAGE),
        _("The document’s properties name its language."),
        _(
            "Close the file. In Windows: right-click it, Properties › Details › Language, and"
            " write da-DK or en-GB."
        ),
        _language_unsaid,
    ),
    Rule(
        "language-contradicted",
        LANGUAGE,
        _("The properties and the text name the same language."),
        _(
            "Find out which is right. The text: Review › Language › Set Proofing Language. The"
            " properties: in Windows, right-click the file, Properties › Details › Language."
        ),
        _language_contradicted,
    ),
    Rule(
        "style-language",
        LANGUAGE,
        _("No style in use names another language than the document."),
        _(
            "In Word: right-click the style › Modify › Format › Language, and choose the"
            " document’s language."
        ),
        _style_contradicts,
    ),
)

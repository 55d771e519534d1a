"""What is left in a document that is to be handed out: protection, notes, comments, changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spark_tools.accessibility.clauses import NAME, RELATIONSHIPS, SEQUENCE, beyond
from spark_tools.accessibility.flaw import Found, Rule
from spark_tools.accessibility.place import in_settings, whole_document
from spark_tools.accessibility.wording import _, count, say
from spark_tools.wordfile.markup import W

if TYPE_CHECKING:
    from spark_tools.accessibility.opened import Opened

_OFF = ("0", "false", "off")
_CHANGES = tuple(
    f"{W}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
        *("tblGridChange", "tblPrExChange", "numberingChange"),
    )
)


def _protected(document: Opened) -> Iterator[Found]:
    settings = document.settings
    found = None if settings is None else settings.find(f"{W}documentProtection")
    if found is not None and found.get(f"{W}enforcement", "1").lower() not in _OFF:
        yield say("The document is protected."), in_settings()


def _notes(document: Opened) -> Iterator[Found]:
    notes = [f"{W}footnoteReference", f"{W}endnoteReference"]
    for paragraph in document.body:
        found = len(list(paragraph.element.iter(*notes)))
        if found:
            said = count(
                "{n} footnote or endnote hangs on the text.",
                "{n} footnotes or endnotes hang on the text.",
                found,
            )
            yield said, paragraph.where()


def _comments(document: Opened) -> Iterator[Found]:
    for paragraph in document.paragraphs:
        found = len(list(paragraph.element.iter(f"{W}commentReference")))
        if found:
            said = count("{n} comment is left.", "{n} comments are left.", found)
            yield said, paragraph.where()


def _changes(document: Opened) -> Iterator[Found]:
    found = sum(1 for _story, root in document.stories for _each in root.iter(*_CHANGES))
    if found:
        said = count("{n} tracked change is left.", "{n} tracked changes are left.", found)
        yield said, whole_document()


RULES = (
    Rule(
        "protected",
        NAME,
        _("The document is not protected: protection hides the text from screen readers."),
        _("In Word: Review › Restrict Editing › Stop Protection."),
        _protected,
    ),
    Rule(
        "notes",
        beyond(SEQUENCE),
        _("There are no footnotes or endnotes."),
        _("Write the note where it belongs in the text, or in a paragraph below it."),
        _notes,
    ),
    Rule(
        "comments",
        beyond(SEQUENCE),
        _("No comments are left."),
        _("In Word: Review › Delete › Delete All Comments in Document."),
        _comments,
    ),
    Rule(
        "tracked-changes",
        beyond(RELATIONSHIPS),
        _("No tracked changes are left."),
        _("In Word: Review › Accept › Accept All Changes and Stop Tracking."),
        _changes,
    ),
)

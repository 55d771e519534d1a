"""Headings: found by outline level, in order, and never only bold text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from spark_tools.accessibility.clauses import HEADINGS, RELATIONSHIPS, beyond
from spark_tools.accessibility.flaw import Found, Rule
from spark_tools.accessibility.place import quote, whole_document
from spark_tools.accessibility.wording import _, count, say

if TYPE_CHECKING:
    from spark_tools.accessibility.content import Paragraph
    from spark_tools.accessibility.opened import Opened

LONGEST = 100
_LONG_TEXT = 100
_LONGEST_FAKE = 80
_SENTENCE_ENDS = '.,;:!?»”"'
_NO_HEADINGS = ("title", "subtitle", "caption", "toc heading")


def _headings(document: Opened) -> list[Paragraph]:
    return [each for each in document.body if each.level is not None and each.cell is None]


def _missing(document: Opened) -> Iterator[Found]:
    if any(not each.is_empty for each in _headings(document)):
        return
    words = sum(len(each.text.split()) for each in document.body)
    if words >= _LONG_TEXT:
        said = count(
            "The document has {n} word and no heading.",
            "The document has {n} words and no heading.",
            words,
        )
        yield said, whole_document()


def _first(document: Opened) -> Iterator[Found]:
    first = next((each for each in _headings(document) if not each.is_empty), None)
    if first is not None and first.level != 1:
        yield (
            say("The first heading is of level {level}, not 1.", level=first.level),
            first.where(),
        )


def _skipped(document: Opened) -> Iterator[Found]:
    before = 0
    for heading in _headings(document):
        if heading.is_empty or heading.level is None:
            continue
        if before and heading.level > before + 1:
            said = say(
                "A heading of level {level} follows one of level {before}.",
                level=heading.level,
                before=before,
            )
            yield said, heading.where()
        before = heading.level


def _empty(document: Opened) -> Iterator[Found]:
    for heading in document.body:
        if heading.level is not None and heading.is_empty:
            yield say("A heading of level {level} is empty.", level=heading.level), heading.where()


def _long(document: Opened) -> Iterator[Found]:
    for heading in document.body:
        length = len(heading.text.strip())
        if heading.level is not None and length > LONGEST:
            said = say(
                "The heading is {length} characters long; at most {longest} can be heard as one.",
                length=length,
                longest=LONGEST,
            )
            yield said, heading.where()


def _in_table(document: Opened) -> Iterator[Found]:
    for heading in document.body:
        if heading.level is not None and heading.cell is not None and not heading.is_empty:
            yield (
                say("The heading {text} stands in a table.", text=quote(heading.text)),
                (heading.where()),
            )


def _faked(document: Opened) -> Iterator[Found]:
    size = document.styles.run_look(None).size
    body = [each for each in document.body if not each.is_empty]
    for paragraph, after in pairwise(body):
        if _looks_like_heading(paragraph, size, document) and not _all_bold(after):
            said = say("{text} looks like a heading, but is body text.", text=quote(paragraph.text))
            yield said, paragraph.where()


def _looks_like_heading(paragraph: Paragraph, size: int, document: Opened) -> bool:
    text = paragraph.text.strip()
    style = document.styles.get(paragraph.style)
    return (
        paragraph.level is None
        and paragraph.cell is None
        and paragraph.box is None
        and 0 < len(text) <= _LONGEST_FAKE
        and text[-1] not in _SENTENCE_ENDS
        and (paragraph.says.number or "0") == "0"
        and not (style and style.name.lower() in _NO_HEADINGS)
        and not any(run.control is not None or run.link or run.field for run in paragraph.runs)
        and _all_bold(paragraph)
        and all(run.look.size >= size for run in paragraph.runs if run.text.strip())
    )


def _all_bold(paragraph: Paragraph) -> bool:
    return all(run.look.bold for run in paragraph.runs if run.text.strip())


RULES = (
    Rule(
        "heading-missing",
        beyond(HEADINGS),
        _("A document of 100 words or more has headings."),
        _(
            "In Word: put the cursor in what should be a heading, and choose Home › Styles ›"
            " Heading 1."
        ),
        _missing,
    ),
    Rule(
        "heading-first-level",
        RELATIONSHIPS,
        _("The first heading is of level 1."),
        _("In Word: put the cursor in it and choose Home › Styles › Heading 1."),
        _first,
    ),
    Rule(
        "heading-skipped",
        RELATIONSHIPS,
        _("No level of heading is skipped on the way down."),
        _("In Word: choose the style of the level that is one below the heading before it."),
        _skipped,
    ),
    Rule(
        "heading-empty",
        HEADINGS,
        _("No heading is empty."),
        _("In Word: delete the empty line, or choose the style Normal for it."),
        _empty,
    ),
    Rule(
        "heading-long",
        beyond(HEADINGS),
        _("No heading is longer than 100 characters."),
        _("Shorten the heading, and move the rest to a paragraph below it."),
        _long,
    ),
    Rule(
        "heading-in-table",
        beyond(RELATIONSHIPS),
        _("No heading stands in a table."),
        _("Move the heading to above the table, or choose a style that is no heading."),
        _in_table,
    ),
    Rule(
        "heading-faked",
        RELATIONSHIPS,
        _("A line that looks like a heading is one."),
        _("In Word: put the cursor in it and choose Home › Styles › Heading of the right level."),
        _faked,
    ),
)

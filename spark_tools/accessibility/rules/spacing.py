"""Room on the page that is made by spacing, never by empty lines, blanks or dots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from spark_tools.accessibility.clauses import LABELS, SEQUENCE, beyond
from spark_tools.accessibility.flaw import Found, Rule
from spark_tools.accessibility.place import quote
from spark_tools.accessibility.wording import _, count, say
from spark_tools.wordfile.markup import W, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

    from spark_tools.accessibility.content import Paragraph
    from spark_tools.accessibility.opened import Opened

_BLANK = "[ \u00a0\u2000-\u200a\u3000]"
_BLANKS = re.compile(rf"{_BLANK}{{3,}}|\t[ \t\u00a0]*\t")
_BREAKS = re.compile(rf"\n{_BLANK}*\n{_BLANK}*\n")
_WRITE_LINE = re.compile(r"_{4,}|\.{4,}|…{2,}|(?:\. ){4,}|(?:_ ){3,}|-{6,}|–{4,}|—{4,}")
_SIBLINGS = (f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}sectPr", f"{W}customXml", f"{W}ins")


def _empty(document: Opened) -> Iterator[Found]:
    run: list[Paragraph] = []
    for paragraph in document.body:
        if _is_spacing(paragraph):
            if run and _before(paragraph.element) is run[-1].element:
                run.append(paragraph)
                continue
            yield from _reported(run)
            run = [paragraph]
    yield from _reported(run)


def _reported(run: list[Paragraph]) -> Iterator[Found]:
    if run:
        said = count("An empty paragraph makes room.", "{n} empty paragraphs make room.", len(run))
        yield said, run[0].where()


def _is_spacing(paragraph: Paragraph) -> bool:
    if not paragraph.is_empty or paragraph.box is not None or paragraph.level is not None:
        return False
    mark = paragraph.element.find(f"{W}pPr/{W}rPr")
    if mark is not None and is_on(mark.find(f"{W}vanish")):
        return False
    if (
        next(paragraph.element.iter(f"{W}sdt", f"{W}fldChar", f"{W}commentReference"), None)
        is not None
    ):
        return False
    if any((each.text or "").strip() for each in paragraph.element.iter(f"{W}t")):
        return False  # there are words, though they are hidden
    if paragraph.element.find(f"{W}pPr/{W}sectPr") is not None:
        return False
    return not _is_needed(paragraph.element)


def _is_needed(element: _Element) -> bool:
    """Whether Word needs the empty paragraph: a cell's only one, or the one after a table."""
    before, after = _before(element), _after(element)
    last = after is None or after.tag == f"{W}sectPr"
    if before is None:
        return last
    return before.tag == f"{W}tbl" and (last or (after is not None and after.tag == f"{W}tbl"))


def _before(element: _Element) -> _Element | None:
    return next(element.itersiblings(*_SIBLINGS, preceding=True), None)


def _after(element: _Element) -> _Element | None:
    return next(element.itersiblings(*_SIBLINGS), None)


def _blanks(document: Opened) -> Iterator[Found]:
    for paragraph in document.body:
        # What somebody has filled in is left alone, and so are the lines for a pen below it.
        form = next(paragraph.element.iter(f"{W}sdt"), None) is not None
        text = "".join("x" if run.control is not None else run.text for run in paragraph.runs)
        text = text.strip(" \u00a0")
        if _BLANKS.search(text) or (not form and _BREAKS.search(text)):
            said = say(
                "A run of blanks, tabs or line breaks makes room: {text}.",
                text=quote(paragraph.text),
            )
            yield said, paragraph.where()


def _write_lines(document: Opened) -> Iterator[Found]:
    for paragraph in document.paragraphs:
        if _WRITE_LINE.search(paragraph.text):
            said = say(
                "A line to write on is drawn with signs: {text}.", text=quote(paragraph.text)
            )
            yield said, paragraph.where()


RULES = (
    Rule(
        "paragraph-empty",
        beyond(SEQUENCE),
        _("No empty paragraph is there to make room."),
        _(
            "Delete it, and set Layout › Spacing before or after; for a new page choose Insert ›"
            " Page Break."
        ),
        _empty,
    ),
    Rule(
        "blanks",
        beyond(SEQUENCE),
        _("No run of blanks, tabs or line breaks makes room."),
        _("Use one tab with a tab stop, an indent, spacing, or a table."),
        _blanks,
    ),
    Rule(
        "write-line",
        beyond(LABELS),
        _("Lines to write on are not drawn with dots or underscores."),
        _(
            "Delete the signs. In Word, put a content control there (Developer › Text Content"
            " Control), or give the paragraph a bottom border."
        ),
        _write_lines,
    ),
)

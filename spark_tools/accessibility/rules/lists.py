"""Lists: Word's own, each numbered from its own beginning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from spark_tools.accessibility.clauses import RELATIONSHIPS, beyond
from spark_tools.accessibility.flaw import Found, Rule
from spark_tools.accessibility.place import quote
from spark_tools.accessibility.wording import _, say
from spark_tools.wordfile.markup import W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from spark_tools.accessibility.content import Paragraph
    from spark_tools.accessibility.opened import Opened

_MONTHS = (
    "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    "|january|february|march|may|june|july|october|jan|feb|mar|apr|jun|jul|aug|sep|okt|oct|nov|dec"
)
_TYPED = re.compile(
    r"\s*(?:[-–—*+·•●○▪■□◦‣→»>\uf0b7\uf0a7][ \t\u00a0]+(?=\S)"
    r"|[•●▪■◦‣\uf0b7\uf0a7]\S"
    rf"|\d{{1,2}}\.[ \t\u00a0]+(?!(?:{_MONTHS})\b)(?=\D)"
    r"|\d{1,2}\)[ \t\u00a0]+(?=\S)|\(\d{1,2}\)[ \t\u00a0]+(?=\S)"
    r"|\(?[a-zæøå]\)[ \t\u00a0]+(?=\S)|(?-i:[ivx]{1,4}[.)])[ \t\u00a0]+(?=\S))",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*[•●▪■◦‣\uf0b7\uf0a7]")
_ORDINAL = re.compile(r"\s*(\d{1,2})\.\s+[a-zæøå]")
_JOINED = " · "
_BULLETS = ("bullet", "none", "")
_NO_LIST = "0"
_APART = 3
"""How many paragraphs part two lists; a heading, or an introduction with a colon, does alone."""


def _typed(document: Opened) -> Iterator[Found]:
    counting = _counting(document)
    typed = [each for each in document.paragraphs if _may_be_typed(each, each in counting)]
    # One line in a cell or a header is a name ("1. sal, afdeling B"); two are a list.
    alone = Counter((id(each.cell), id(each.story)) for each in typed)
    for paragraph in typed:
        in_text = paragraph.cell is None and paragraph.story.is_body
        lonely = alone[id(paragraph.cell), id(paragraph.story)] == 1
        if not in_text and lonely and not _BULLET.match(paragraph.text):
            continue
        yield (
            say("{text} begins with a bullet or number typed by hand.", text=quote(paragraph.text)),
            paragraph.where(),
        )


def _counting(document: Opened) -> set[Paragraph]:
    """Give the paragraphs that begin with the number before or after that of their neighbour."""
    found: set[Paragraph] = set()
    for one, other in pairwise(document.paragraphs):
        first, second = _ORDINAL.match(one.text), _ORDINAL.match(other.text)
        together = one.cell is other.cell and one.story is other.story
        if first and second and together and int(second[1]) == int(first[1]) + 1:
            found |= {one, other}
    return found


def _may_be_typed(paragraph: Paragraph, counts: bool) -> bool:
    if (paragraph.says.number or _NO_LIST) != _NO_LIST or not _TYPED.match(paragraph.text):
        return False
    if paragraph.runs[0].control is not None or _is_named_so(paragraph):
        return False
    if _JOINED in paragraph.text:
        return False  # "1. Sal, afdeling B · Møde 2": facts on a line, no item
    # "3. klasse", "1. udgave": an ordinal in Danish, not the number of an item.
    return counts or not _ORDINAL.match(paragraph.text)


def _is_named_so(paragraph: Paragraph) -> bool:
    """Whether it is the label of a control whose title has the number too: no list, but a name."""
    for run in paragraph.runs:
        title = None if run.control is None else run.control.find(f"{W}sdtPr/{W}alias")
        if title is not None:
            return bool(_TYPED.match(title.get(f"{W}val", "")))
    return False


@frozen
class _List:
    """A list as the numbering part has it: what counts in it, and whether it starts afresh."""

    counter: str
    numbered: bool
    restarts: bool


def _continues(document: Opened) -> Iterator[Found]:
    lists = _lists(document.numbering)
    last: dict[str, tuple[str, int]] = {}
    between = 0
    for paragraph in document.body:
        number = paragraph.says.number or _NO_LIST
        own = lists.get(number)
        if paragraph.is_empty:
            continue
        if own is None or not own.numbered or paragraph.level is not None:
            parts = paragraph.level is not None or paragraph.text.rstrip().endswith(":")
            between += _APART if parts else 1
            continue
        before, seen = last.get(own.counter, ("", 0))
        runs_on = before == number or not own.restarts
        if before and runs_on and between - seen >= _APART:
            said = say(
                "The list runs on from the numbers of a list before it: {text}.",
                text=quote(paragraph.text),
            )
            yield said, paragraph.where()
        last[own.counter] = (number, between)


def _lists(root: _Element | None) -> Mapping[str, _List]:
    """Give the lists by their ids."""
    if root is None:
        return {}
    kinds = {}
    for look in root.iterfind(f"{W}abstractNum"):
        first = look.find(f"{W}lvl/{W}numFmt")
        kinds[look.get(f"{W}abstractNumId", "")] = "" if first is None else first.get(f"{W}val", "")
    found = {}
    for each in root.iterfind(f"{W}num"):
        named = each.find(f"{W}abstractNumId")
        counter = "" if named is None else named.get(f"{W}val", "")
        restarts = each.find(f"{W}lvlOverride/{W}startOverride") is not None
        numbered = kinds.get(counter, "") not in _BULLETS
        found[each.get(f"{W}numId", "")] = _List(counter, numbered, restarts)
    return found


RULES = (
    Rule(
        "list-typed",
        RELATIONSHIPS,
        _("Lists are Word’s own: no bullets or numbers typed by hand."),
        _("Delete the sign, and choose Home › Bullets or Numbering."),
        _typed,
    ),
    Rule(
        "list-continues",
        beyond(RELATIONSHIPS),
        _("Every numbered list starts from its own beginning."),
        _("In Word: right-click the first number › Restart at 1."),
        _continues,
    ),
)

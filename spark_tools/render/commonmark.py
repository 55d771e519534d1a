"""Running text as CommonMark that comes out letter by letter when it is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

import attrs

from spark_tools.i18n import Words
from spark_tools.model import Cell, ListBlock, Role, Span, Text, plain, text
from spark_tools.render.links import safe_link

_MARKS = re.compile(r"[\\`*_\[\]<~|]|&(?=[#\w])|!\Z")
_LINE_START = re.compile(r"\A(?:[-+=>#]|\d{1,9}(?=[.)](?:\s|\Z)))")
_CLOSING_HASHES = re.compile(r"(?<![\\#])(#+)\Z")
_OUTER_SPACE = re.compile(r"\A\s+|\s+\Z")
_HARD_BREAK = "\\\n"


def inline(spans: Text, *, line_break: str = _HARD_BREAK) -> str:
    """Give *spans* as CommonMark for one paragraph.

    A line break in the text becomes *line_break*. Strong and emphasis that
    CommonMark cannot mark where they stand (a mark inside a word, next to
    punctuation) are left out; letters never are.
    """
    written = "".join(_pieces(spans))
    return line_break.join(_line(line) for line in written.split("\n"))


def characters(
    line: str, *, strong: bool = False, emphasis: bool = False, line_break: str = _HARD_BREAK
) -> str:
    """Give a string of plain characters as CommonMark; *line_break* as in `inline`."""
    return inline(text(line, strong=strong, emphasis=emphasis), line_break=line_break)


def styled(spans: Text, *, strong: bool = False, emphasis: bool = False) -> Text:
    """Give *spans* with strong or emphasis added to each."""
    return tuple(
        attrs.evolve(span, strong=span.strong or strong, emphasis=span.emphasis or emphasis)
        for span in spans
    )


def table_cell(cell: Cell, words: Words) -> str:
    """Give *cell* as the one line a pipe table takes; paragraphs and items part with ``<br>``."""
    lines: list[str] = []
    for block in cell.blocks:
        if isinstance(block, ListBlock):
            signs = [f"{n}." if block.ordered else "–" for n in range(1, len(block.items) + 1)]
            items = (
                (Span(f"{sign} "), *item) for sign, item in zip(signs, block.items, strict=True)
            )
            lines += [inline(item, line_break="<br>") for item in items]
        elif block.role is Role.SAY:
            said = (Span(words("“")), *block.text, Span(words("”")))
            lines.append(inline(said, line_break="<br>"))
        else:
            lines.append(inline(block.text, line_break="<br>"))
    return "<br>".join(lines)


def _line(line: str) -> str:
    line = _OUTER_SPACE.sub(lambda found: "".join(f"&#{ord(c)};" for c in found[0]), line)
    if start := _LINE_START.match(line):
        number = start[0] if start[0].isdigit() else ""
        line = f"{number}\\{line[len(number) :]}"
    return _CLOSING_HASHES.sub(r"\\\1", line)


def _pieces(spans: Text) -> Iterator[str]:
    alike = groupby(
        (span for span in spans if span.text),
        key=lambda span: (span.strong, span.emphasis, safe_link(span.link)),
    )
    runs = [(*look, plain(tuple(run))) for look, run in alike]
    marked = False
    for i, (strong, emphasis, link, run) in enumerate(runs):
        inner = run.strip()
        lead = run[: len(run) - len(run.lstrip())]
        trail = run[len(lead) + len(inner) :]
        before = "[" if link else lead[-1:] or (runs[i - 1][-1][-1] if i else "")
        after = "]" if link else trail[:1] or (runs[i + 1][-1][0] if i + 1 < len(runs) else "")
        touches = marked and not lead and not link
        mark = "**" * strong + "*" * emphasis
        if not inner or touches or not (_flanks(before, inner[0]) and _flanks(after, inner[-1])):
            mark = ""
        marked = bool(mark) and not trail and not link
        words = f"{mark}{_escaped(inner)}{mark}" if inner else ""
        if link:
            words = f"[{words}](<{_MARKS.sub(_escape, link)}>)"
        yield f"{lead}{words}{trail}"


def _escaped(run: str) -> str:
    return _MARKS.sub(_escape, run)


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _flanks(outside: str, inside: str) -> bool:
    """Tell whether a mark between *outside* and *inside* opens (or closes) in CommonMark."""
    wordlike = unicodedata.category(inside)[0] not in "PSZC"
    return wordlike or not outside or outside.isspace() or _punctuation(outside)


def _punctuation(character: str) -> bool:
    return unicodedata.category(character).startswith("P")

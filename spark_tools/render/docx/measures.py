"""How large the house file's letters are, and about how much room words take."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, Any

from attrs import frozen
from docx.oxml.ns import qn

from spark_tools.render.docx import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

POINT = 25.4 / 72
LEAST_ROOM = 12.0
"""How many mm there are at least to write in by hand."""

_USUAL_SIZE = 10.0
_USUAL_LINE = 1.2207
_AVERAGE_LETTER = 0.49
# The usual typeface in bold, in parts of its size.
_WIDTHS = {
    "ijlI.,:;!'": 0.27,
    "frtJ()/|-": 0.36,
    "cszLS": 0.44,
    "avxyågkeTYPCE0123456789–": 0.51,
    "ADGHNQOUVXÅØ": 0.67,
    "æmwMWÆ%@": 0.82,
}
_WIDTH_OF = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_OTHER_WIDTH = 0.55


@frozen
class Measures:
    """The paragraph styles' sizes in points by name in lower case, and a line of text in mm."""

    sizes: Mapping[str, float]
    body: float
    line: float

    def size(self, style: str) -> float:
        """Give the size of the letters in the paragraph style named *style*, in points."""
        return self.sizes.get(style.lower(), self.body)

    @property
    def letter(self) -> float:
        """The width of a letter of running text, in mm, with the blanks between words."""
        return self.body * POINT * _AVERAGE_LETTER

    @property
    def first_line(self) -> float:
        """The size in points of a space whose line, under one of text, makes room for a pen."""
        return max(1.0, ceil(LEAST_ROOM / POINT / _USUAL_LINE - self.body))

    @property
    def single(self) -> float:
        """The height in mm of a line of text without space between lines."""
        return self.body * POINT * _USUAL_LINE


def read_measures(styles: Any) -> Measures:
    """Read how large letters are from the root of the styles part."""
    found = {style.get(qn("w:styleId")): style for style in styles.findall(qn("w:style"))}
    defaults = styles.find(qn("w:docDefaults"))
    size = _half_points(defaults, f"{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:sz')}")
    usual = size or _USUAL_SIZE
    path = f"{qn('w:rPr')}/{qn('w:sz')}"
    sizes = {}
    for style in found.values():
        name = style.find(qn("w:name"))
        if name is not None and style.get(qn("w:type")) == names.PARAGRAPH:
            own = (_half_points(each, path) for each in _ancestry(style, found))
            sizes[name.get(qn("w:val")).lower()] = next(filter(None, own), usual)
    body = sizes.get(names.BODY.lower(), usual)
    return Measures(sizes, body, _line_height(defaults, body))


def _ancestry(style: Any, found: Mapping[str, Any]) -> Iterator[Any]:
    """Give *style* and the styles it is based on, the nearest first."""
    seen: set[str] = set()
    while style is not None and style.get(qn("w:styleId")) not in seen:
        seen.add(style.get(qn("w:styleId")))
        yield style
        based = style.find(qn("w:basedOn"))
        style = None if based is None else found.get(based.get(qn("w:val")))


def _half_points(element: Any, path: str) -> float:
    size = None if element is None else element.find(path)
    return 0.0 if size is None else _number(size.get(qn("w:val"))) / 2


def _line_height(defaults: Any, body: float) -> float:
    """Give how high a line of text in the document's usual spacing is, in mm."""
    path = f"{qn('w:pPrDefault')}/{qn('w:pPr')}/{qn('w:spacing')}"
    spacing = None if defaults is None else defaults.find(path)
    single = body * _USUAL_LINE
    if spacing is None or not (line := _number(spacing.get(qn("w:line")))):
        return single * POINT
    auto = spacing.get(qn("w:lineRule"), "auto") == "auto"
    return (single * line / 240 if auto else line / 20) * POINT


def _number(written: str | None) -> float:
    """Give the number that is *written*, or 0 where it is none."""
    return float(written) if written and written.isdecimal() else 0.0


@lru_cache(maxsize=1024)
def longest(words: str) -> float:
    """Give about how wide the longest of *words* is in bold, in parts of their size."""
    return max((sum(map(_width, word)) for word in words.split()), default=0.0)


def _width(letter: str) -> float:
    return _WIDTH_OF.get(letter, _OTHER_WIDTH)

"""How large the house file's letters are, and about how much room words take."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from spark_tools.wordfile.markup import W
from spark_tools.wordfile.styles import PARAGRAPH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spark_tools.wordfile.styles import Style, Styles

POINT = 25.4 / 72
LEAST_ROOM = 12.0
"""How many mm there are at least to write in by hand."""

_USUAL_LINE = 1.2207
_SPACING = f"{W}pPr/{W}spacing"
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
_BREADTHS = {
    "calibri": 1.0,
    "carlito": 1.0,
    "times new roman": 1.05,
    "garamond": 1.0,
    "arial": 1.13,
    "helvetica": 1.13,
    "segoe ui": 1.13,
    "trebuchet ms": 1.13,
    "verdana": 1.3,
    "dejavu sans": 1.3,
}
"""How broad a typeface is beside the usual one."""
_OTHER_BREADTH = 1.25
"""Of a typeface that is not known, or that is not there and gets a broad one in its place."""


@frozen
class Measures:
    """How large letters are: ``sizes`` in points by a paragraph style's name in lower case.

    ``body`` is the size of running text, ``line`` the height of a line of it in mm, and
    ``breadth`` how broad its typeface is beside the usual one.
    """

    sizes: Mapping[str, float]
    body: float
    line: float
    breadth: float

    def size(self, style: str) -> float:
        """Give the size of the letters in the paragraph style named *style*, in points."""
        return self.sizes.get(style.lower(), self.body)

    def times(self, factor: float) -> Measures:
        """Give the measures of letters *factor* times as large."""
        sizes = {name: size * factor for name, size in self.sizes.items()}
        return attrs.evolve(self, sizes=sizes, body=self.body * factor, line=self.line * factor)

    @property
    def letter(self) -> float:
        """The width of a letter of running text, in mm, with the blanks between words."""
        return self.body * POINT * _AVERAGE_LETTER * self.breadth

    @property
    def single(self) -> float:
        """The height in mm of a line of text without space between lines."""
        return self.body * POINT * _USUAL_LINE


def read_measures(styles: Styles) -> Measures:
    """Read how large letters are from a Word file's *styles*."""
    sizes = {
        style.name.lower(): styles.run_look(style.id).size / 2
        for style in styles
        if style.kind == PARAGRAPH
    }
    default = styles.default(PARAGRAPH)
    look = styles.run_look(default.id if default else None)
    body = look.size / 2
    breadth = _BREADTHS.get(look.font.lower(), _OTHER_BREADTH)
    return Measures(sizes, body, _line_height(default, styles, body) * POINT, breadth)


def _line_height(default: Style | None, styles: Styles, body: float) -> float:
    """Give how high a line of running text is, in points: as *default* or the document says."""
    single = body * _USUAL_LINE
    if default is None:
        return single
    says = [style.element.find(_SPACING) for style in styles.chain(default.id)]
    root = default.element.getroottree().getroot()
    says.append(root.find(f"{W}docDefaults/{W}pPrDefault/{_SPACING}"))
    for spacing in says:
        line = "" if spacing is None else spacing.get(f"{W}line", "")
        if line.isdecimal() and spacing is not None:
            auto = spacing.get(f"{W}lineRule", "auto") == "auto"
            return single * int(line) / 240 if auto else int(line) / 20
    return single


def first_line(body: float) -> float:
    """Give the size of a space that makes room for a pen, under a line of *body* points."""
    return max(1.0, ceil(LEAST_ROOM / POINT / _USUAL_LINE - body))


@lru_cache(maxsize=1024)
def longest(words: str) -> float:
    """Give about how wide the longest of *words* is in bold, in parts of their size."""
    return max((sum(map(_width, word)) for word in words.split()), default=0.0)


def _width(letter: str) -> float:
    return _WIDTH_OF.get(letter, _OTHER_WIDTH)

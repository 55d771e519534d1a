"""What run and paragraph properties say, one layer at a time, and what the layers come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from spark_tools.wordfile.colours import BLACK, WHITE, colour, mixed
from spark_tools.wordfile.markup import W, is_on, whole
from spark_tools.wordfile.theme import Theme

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTOMATIC = "auto"
"""A colour of the text that Word chooses by the ground, or a ground that is none."""

_HALF_POINTS = 20
_SOLID, _PERCENT = "solid", "pct"
_HIGHLIGHTS = {
    "black": BLACK,
    "blue": "0000FF",
    "cyan": "00FFFF",
    "darkblue": "000080",
    "darkcyan": "008080",
    "darkgray": "808080",
    "darkgreen": "008000",
    "darkmagenta": "800080",
    "darkred": "800000",
    "darkyellow": "808000",
    "green": "00FF00",
    "lightgray": "C0C0C0",
    "magenta": "FF00FF",
    "red": "FF0000",
    "white": WHITE,
    "yellow": "FFFF00",
    "none": AUTOMATIC,
}


@frozen
class RunSays:
    """What one ``w:rPr`` says; None where it says nothing.

    ``size`` is in half points, ``colour`` and ``ground`` are RRGGBB or `AUTOMATIC`.
    """

    font: str | None = None
    size: int | None = None
    colour: str | None = None
    ground: str | None = None
    bold: bool | None = None
    hidden: bool | None = None
    underlined: bool | None = None
    language: str | None = None

    def over(self, under: RunSays) -> RunSays:
        """Give what this and *under* say together, this where both do."""
        return RunSays(
            under.font if self.font is None else self.font,
            under.size if self.size is None else self.size,
            under.colour if self.colour is None else self.colour,
            under.ground if self.ground is None else self.ground,
            under.bold if self.bold is None else self.bold,
            under.hidden if self.hidden is None else self.hidden,
            under.underlined if self.underlined is None else self.underlined,
            under.language if self.language is None else self.language,
        )

    def toggling(self, under: RunSays) -> RunSays:
        """Give this over *under* as styles of different kinds meet: bold on bold is not bold."""
        both = self.over(under)
        if self.bold and under.bold:
            both = evolve(both, bold=False)
        if self.hidden and under.hidden:
            both = evolve(both, hidden=False)
        return both

    def look(self) -> RunLook:
        """Give what this comes to, where nothing stands under it."""
        return RunLook(
            self.font or "",
            _HALF_POINTS if self.size is None else self.size,
            None if self.colour == AUTOMATIC else self.colour,
            None if self.ground == AUTOMATIC else self.ground,
            bool(self.bold),
            bool(self.hidden),
            bool(self.underlined),
            self.language or "",
        )


NOTHING = RunSays()


@frozen
class RunLook:
    """How running text looks in the end.

    ``size`` is in half points. ``colour`` is RRGGBB, None for the one Word chooses by the
    ground; ``ground`` is that of the text itself, None where it has none of its own.
    """

    font: str
    size: int
    colour: str | None
    ground: str | None
    bold: bool
    hidden: bool
    underlined: bool
    language: str


@frozen
class ParagraphSays:
    """What one ``w:pPr`` says; None where it says nothing.

    ``outline`` is from 0 (level 1) to 9 (body text), ``number`` the id of the list
    (``0`` for none).
    """

    outline: int | None = None
    ground: str | None = None
    number: str | None = None

    def over(self, under: ParagraphSays) -> ParagraphSays:
        """Give what this and *under* say together, this where both do."""
        return ParagraphSays(
            under.outline if self.outline is None else self.outline,
            under.ground if self.ground is None else self.ground,
            under.number if self.number is None else self.number,
        )


SILENT = ParagraphSays()


def read_run(properties: _Element | None, theme: Theme) -> RunSays:
    """Read a ``w:rPr``."""
    if properties is None or not len(properties):
        return NOTHING
    said = {each.tag: each for each in properties}
    size, language = said.get(f"{W}sz"), said.get(f"{W}lang")
    return RunSays(
        _font(said.get(f"{W}rFonts"), theme),
        None if size is None else whole(size.get(f"{W}val")),
        _colour(said.get(f"{W}color"), theme),
        _run_ground(said.get(f"{W}highlight"), said.get(f"{W}shd"), theme),
        is_on(said.get(f"{W}b")),
        is_on(said.get(f"{W}vanish")),
        is_on(said.get(f"{W}u")),
        None if language is None else language.get(f"{W}val"),
    )


def read_paragraph(properties: _Element | None, theme: Theme) -> ParagraphSays:
    """Read a ``w:pPr``."""
    if properties is None or not len(properties):
        return SILENT
    said = {each.tag: each for each in properties}
    outline, numbering = said.get(f"{W}outlineLvl"), said.get(f"{W}numPr")
    shade = said.get(f"{W}shd")
    if outline is None and numbering is None and shade is None:
        return SILENT
    number = None if numbering is None else numbering.find(f"{W}numId")
    return ParagraphSays(
        None if outline is None else whole(outline.get(f"{W}val")),
        shading(shade, theme),
        None if number is None else number.get(f"{W}val"),
    )


def shading(element: _Element | None, theme: Theme) -> str | None:
    """Give the ground that a ``w:shd`` paints: RRGGBB, or `AUTOMATIC` for none."""
    if element is None:
        return None
    kind = element.get(f"{W}val", "clear").lower()
    fill = _named(element, "fill", "themeFill", theme)
    if kind.startswith(_PERCENT) or kind == _SOLID:
        front = _named(element, "color", "themeColor", theme) or BLACK
        share = 100 if kind == _SOLID else whole(kind.removeprefix(_PERCENT)) or 0
        return mixed(front, fill or WHITE, share / 100)
    return fill or AUTOMATIC


def _run_ground(highlight: _Element | None, shade: _Element | None, theme: Theme) -> str | None:
    if highlight is not None:
        return _HIGHLIGHTS.get(highlight.get(f"{W}val", "").lower(), AUTOMATIC)
    return shading(shade, theme)


def _colour(element: _Element | None, theme: Theme) -> str | None:
    if element is None:
        return None
    return _named(element, "val", "themeColor", theme) or AUTOMATIC


def _named(element: _Element, written: str, named: str, theme: Theme) -> str | None:
    """Give the colour that *element* names in the theme, else the one it has written."""
    if name := element.get(f"{W}{named}"):
        kind = "themeFill" if named == "themeFill" else "theme"
        tint, shade = element.get(f"{W}{kind}Tint", ""), element.get(f"{W}{kind}Shade", "")
        if found := theme.colour(name, tint, shade):
            return found
    return colour(element.get(f"{W}{written}"))


def _font(element: _Element | None, theme: Theme) -> str | None:
    if element is None:
        return None
    for name in ("ascii", "hAnsi"):
        if named := element.get(f"{W}{name}Theme"):
            if found := theme.font(named):
                return found
        elif face := element.get(f"{W}{name}"):
            return face
    return None

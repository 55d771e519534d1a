"""The colours and the size of an organisation's own text, for what its house file lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from spark_tools.render.docx import names
from spark_tools.render.docx.house.roles import find
from spark_tools.wordfile.colours import BLACK, WHITE, contrast, mixed, with_lightness
from spark_tools.wordfile.styles import PARAGRAPH, Styles

READABLE = 4.5
"""The least contrast of text (WCAG 2.1, 1.4.3)."""

_TINT, _LIGHTER, _DARKER = 0.1, 0.75, 0.92
_INK, _ACCENT, _GROUND = "dk1", "dk2", "lt2"


@frozen
class Palette:
    """What text looks like in a house file.

    Colours are RRGGBB: ``ink`` that of the body, None where Word chooses it; ``accent``
    that of headings and ``tint`` a ground for both, which they can be read on if they can
    on white. ``size`` is the body's in half points.
    """

    ink: str | None
    accent: str
    tint: str
    size: int


def palette(styles: Styles) -> Palette:
    """Give the palette of a house file by its *styles*.

    The accent is the colour of its highest heading that has one, made darker where small
    text in it could not be read.
    """
    body = styles.default(PARAGRAPH)
    look = styles.run_look(body.id if body else None)
    ink = look.colour or BLACK
    accent = next((colour for colour in _headings(styles) if contrast(colour, ink) > 1.3), ink)
    while contrast(accent, WHITE) < READABLE:
        accent = with_lightness(accent, _DARKER)
    share = _TINT
    tint = mixed(accent, WHITE, share)
    least = min(READABLE, contrast(ink, WHITE))
    while contrast(accent, tint) < READABLE or contrast(ink, tint) < least:
        share *= _LIGHTER
        tint = mixed(accent, WHITE, share) if share > 0.01 else WHITE
    return Palette(look.colour, accent, tint, look.size)


def exchanged(lender: Styles, own: Palette) -> Mapping[str, str | None]:
    """Give which colour of *own* stands in for each of the *lender*'s: None for Word's choice.

    Of the lender's theme the first dark colour is the ink, the second the accent and the
    second light one the tint.
    """
    colours = lender.theme.colours
    return {
        colours[_INK]: own.ink,
        colours[_ACCENT]: own.accent,
        colours[_GROUND]: own.tint,
    }


def painted(lender: Styles, own: Palette) -> Mapping[str, str]:
    """Give which colour of *own* stands in for each of the *lender*'s in a drawing.

    Where the accent is the lender's, so is all the rest; ink that Word chooses always is.
    """
    if own.accent == lender.theme.colours[_ACCENT]:
        return {}
    pairs = exchanged(lender, own).items()
    return {colour: stand_in for colour, stand_in in pairs if stand_in is not None}


def _headings(styles: Styles) -> Iterator[str]:
    for name in names.HEADINGS:
        style = find(styles, PARAGRAPH, name)
        if style and (colour := styles.run_look(style.id).colour):
            yield colour

"""Colours as six hexadecimal digits (``1D5560``): lighter, darker, mixed, and their contrast."""

from __future__ import annotations

import colorsys
import re
from functools import lru_cache

BLACK, WHITE = "000000", "FFFFFF"

_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_DARK = 62 / 255
_WEIGHTS = (0.299, 0.587, 0.114)


def colour(written: str | None) -> str | None:
    """Give the colour *written* so in a Word file, or None where it is none (``auto``)."""
    found = _COLOUR.fullmatch((written or "").strip().removeprefix("#"))
    return found[0].upper() if found else None


def luminance(rgb: str) -> float:
    """Give the relative luminance of *rgb* as WCAG 2.1 reckons it, from 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(rgb)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=1024)
def contrast(one: str, other: str) -> float:
    """Give the contrast ratio between two colours as WCAG 2.1 reckons it, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def automatic(ground: str) -> str:
    """Give the colour that Word's "automatic" is on *ground*: black, or white where it is dark."""
    brightness = sum(w * part for w, part in zip(_WEIGHTS, _parts(ground), strict=True))
    return WHITE if brightness <= _DARK else BLACK


def with_lightness(rgb: str, share: float, more: float = 0.0) -> str:
    """Give *rgb* with its lightness (0 is black, 1 white) times *share*, plus *more*."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(rgb))
    return _rgb(*colorsys.hls_to_rgb(hue, min(1.0, max(0.0, lightness * share + more)), saturation))


def mixed(front: str, back: str, share: float) -> str:
    """Give *front* over *back*, covering that *share* of it (0 to 1)."""
    share = min(1.0, max(0.0, share))
    pairs = zip(_parts(front), _parts(back), strict=True)
    return _rgb(*(one * share + other * (1 - share) for one, other in pairs))


def _parts(rgb: str) -> tuple[float, float, float]:
    return int(rgb[:2], 16) / 255, int(rgb[2:4], 16) / 255, int(rgb[4:6], 16) / 255


def _rgb(red: float, green: float, blue: float) -> str:
    return "".join(f"{round(min(1.0, max(0.0, part)) * 255):02X}" for part in (red, green, blue))

"""Drawings: SVG made into PNG with the bundled fonts, the same on every machine."""

from __future__ import annotations

import struct
from functools import lru_cache

from attrs import frozen

DOTS_PER_INCH = 220
"""What Word itself keeps of a picture that is to be printed; more takes longer and is not seen."""


@frozen
class Png:
    """A picture in the PNG format, with its size in dots."""

    bytes: bytes
    width: int
    height: int


@lru_cache(maxsize=256)
def to_png(svg: str, width: float) -> Png:
    """Give the drawing *svg* as a picture for *width* mm of paper, 220 dots an inch.

    Text is drawn with the bundled typeface only. Raises `ValueError` when *svg* is not
    a drawing.
    """
    from resvg_py import svg_to_bytes

    dots = round(width / 25.4 * DOTS_PER_INCH)
    drawn = bytes(
        svg_to_bytes(
            svg_string=svg,
            width=dots,
            skip_system_fonts=True,
            font_files=_fonts(),
            font_family="Carlito",
            sans_serif_family="Carlito",
            serif_family="Carlito",
            monospace_family="Carlito",
        )
    )
    return png(drawn)


def png(drawn: bytes) -> Png:
    """Give the bytes of a picture in the PNG format with the size that stands in them."""
    across, down = struct.unpack(">II", drawn[16:24])
    return Png(drawn, across, down)


def _fonts() -> list[str]:
    from importlib.resources import files

    folder = files("spark_tools_templates") / "fonts"
    return sorted(str(file) for file in folder.iterdir() if file.name.endswith(".ttf"))

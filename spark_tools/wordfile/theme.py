"""A Word file's theme: the colours and fonts that its styles name without saying them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from spark_tools.wordfile.colours import colour, mixed, with_lightness
from spark_tools.wordfile.markup import DRAWING

if TYPE_CHECKING:
    from lxml.etree import _Element

_A = f"{{{DRAWING}}}"
_WHOLE = 100_000
_SAME = {
    "dark1": "dk1",
    "text1": "dk1",
    "tx1": "dk1",
    "light1": "lt1",
    "background1": "lt1",
    "bg1": "lt1",
    "dark2": "dk2",
    "text2": "dk2",
    "tx2": "dk2",
    "light2": "lt2",
    "background2": "lt2",
    "bg2": "lt2",
    "hyperlink": "hlink",
    "followedhyperlink": "folhlink",
}


@frozen
class Theme:
    """Colours by name (``accent1``) and fonts by name (``major`` and ``minor``), as they are said.

    Names of colours are in lower case.
    """

    colours: Mapping[str, str] = MappingProxyType({})
    fonts: Mapping[str, str] = MappingProxyType({})

    def colour(self, name: str, tint: str = "", shade: str = "") -> str | None:
        """Give the colour *name* of Word's, lighter by *tint* or darker by *shade* (``00``-``FF``).

        None where the theme has no such colour.
        """
        name = name.lower()
        found = self.colours.get(_SAME.get(name, name))
        if found is None:
            return None
        if (share := _byte(tint)) is not None:
            found = with_lightness(found, share, 1 - share)
        if (share := _byte(shade)) is not None:
            found = with_lightness(found, share)
        return found

    def font(self, name: str) -> str:
        """Give the font that Word calls *name* (``minorHAnsi``), or nothing without such a one."""
        return self.fonts.get(name[:5].lower(), "")


def read_theme(root: _Element | None) -> Theme:
    """Read the theme from its part's *root*; an empty one without."""
    if root is None:
        return Theme()
    colours = {}
    for scheme in root.iter(f"{_A}clrScheme"):
        for each in scheme:
            if isinstance(each.tag, str) and len(each) and (found := drawn_colour(each[0])):
                colours[each.tag.rpartition("}")[2].lower()] = found
        break
    fonts = {}
    for name in ("major", "minor"):
        latin = root.find(f".//{_A}fontScheme/{_A}{name}Font/{_A}latin")
        if latin is not None and (face := latin.get("typeface")):
            fonts[name] = face
    return Theme(MappingProxyType(colours), MappingProxyType(fonts))


def drawn_colour(element: _Element, theme: Theme | None = None) -> str | None:
    """Give the colour that *element* of a drawing or a theme is (``a:srgbClr``, ``a:schemeClr``…).

    None where it is none that can be told.
    """
    kind = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    found = {
        "srgbClr": lambda: colour(element.get("val")),
        "sysClr": lambda: colour(element.get("lastClr")),
        "schemeClr": lambda: theme.colour(element.get("val", "")) if theme else None,
    }.get(kind, lambda: None)()
    if found is None:
        return None
    shares = {each.tag.rpartition("}")[2]: _share(each) for each in element.iter(f"{_A}*")}
    found = with_lightness(found, shares.get("lumMod", 1.0), shares.get("lumOff", 0.0))
    if "shade" in shares:
        found = mixed(found, "000000", shares["shade"])
    if "tint" in shares:
        found = mixed(found, "FFFFFF", shares["tint"])
    return found


def _share(element: _Element) -> float:
    """Give the share that *element* says, in Word's hundred thousandths; 1 where it says none."""
    try:
        return min(10.0, max(-10.0, int(element.get("val", "")) / _WHOLE))
    except ValueError:
        return 1.0


def _byte(written: str) -> float | None:
    try:
        return min(255, max(0, int(written, 16))) / 255
    except ValueError:
        return None

"""Symbols of picture fonts as the characters they look like."""

from __future__ import annotations

_BOXES = {
    "wingdings": {0x6F: "☐", 0x71: "☐", 0xA8: "☐", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
    "wingdings 2": {0x2A: "☐", 0x4F: "✗", 0x50: "✓", 0x52: "☑", 0x53: "☒", 0xA3: "☐"},
}
_PRIVATE = range(0xF000, 0xF100)
_LAST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def symbol(font: str, code: str) -> str:
    """Give the character with the hexadecimal *code* in *font*; nothing where there is none."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if number in _PRIVATE:
        number -= _PRIVATE.start
    if box := _BOXES.get(font.lower(), {}).get(number):
        return box
    if not 0x20 <= number <= _LAST or number in _SURROGATES:
        return ""
    return chr(number)

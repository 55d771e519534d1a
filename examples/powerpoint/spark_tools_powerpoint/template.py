"""The PowerPoint file that slides are drawn in, and its layouts by name."""

from __future__ import annotations

from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from spark_tools import Look

TEMPLATE = "powerpoint/slides.pptx"
TITLE = 0
PLACES = {"Møde": {TITLE, 1}, "Punkt": {TITLE, 1, 13, 14}, "Pause": {TITLE, 1}}
"""The layouts that slides are made from, and the numbers of the placeholders they fill."""


def opened(look: Look) -> Deck:
    """Open the template of *look*: the first that its folders have."""
    return Presentation(str(look.find(TEMPLATE)))


def layout(deck: Deck, name: str) -> SlideLayout:
    """Give the layout called *name*."""
    found: SlideLayout = deck.slide_layouts.get_by_name(name)
    return found


def missing(look: Look) -> str:
    """Say what the template of *look* lacks; nothing when it is ready."""
    path = look.find(TEMPLATE)
    try:
        deck = opened(look)
    except (PackageNotFoundError, KeyError, ValueError) as error:
        return f"{path}: not a PowerPoint file ({error})"
    for name, places in PLACES.items():
        found = deck.slide_layouts.get_by_name(name)
        there = {each.placeholder_format.idx for each in found.placeholders} if found else set()
        if lacking := sorted(places - there):
            numbers = ", ".join(map(str, lacking))
            return f"{path}: the layout “{name}” lacks placeholder {numbers}"
    return ""

"""The PowerPoint file that slides are drawn in, and its layouts by name."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import BadZipFile

from pptx import Presentation
from pptx.exc import PackageNotFoundError

from spark_tools import Look

from .words import WORDS

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.slide import SlideLayout

TEMPLATE = "powerpoint/slides.pptx"
MEETING, ITEM, PAUSE = "Møde", "Punkt", "Pause"
TITLE, BODY, PURPOSE, TIME = 0, 1, 13, 14
PLACES = {MEETING: {TITLE, BODY}, ITEM: {TITLE, BODY, PURPOSE, TIME}, PAUSE: {TITLE, BODY}}
"""The layouts that slides are made from, and the numbers of the placeholders they fill."""


def opened(look: Look) -> Deck:
    """Open the template of *look*: the first that its folders have."""
    return Presentation(str(look.find(TEMPLATE)))


def layout(deck: Deck, name: str) -> SlideLayout:
    """Give the layout called *name*."""
    return deck.slide_layouts.get_by_name(name)


def missing(look: Look, language: str) -> str:
    """Say in *language* what the template of *look* lacks; nothing when it is ready."""
    words = WORDS[language]
    path = look.find(TEMPLATE)
    try:
        deck = opened(look)
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError):
        return words.no_template.format(file=path)
    for name, places in PLACES.items():
        found = layout(deck, name)
        there = {each.placeholder_format.idx for each in found.placeholders} if found else set()
        if lacking := sorted(places - there):
            numbers = ", ".join(map(str, lacking))
            return words.no_places.format(file=path, layout=name, numbers=numbers)
    return ""

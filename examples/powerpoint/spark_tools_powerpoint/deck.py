"""One meeting as slides: its title, then one slide for each item of the agenda."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from spark_tools import ItemKind, Look, RunningItem, RunningOrder, plain, text

from .fitting import fit, title_points
from .footer import write_footer
from .notes import strong, write_notes
from .package import repacked
from .template import BODY, ITEM, MEETING, PAUSE, PURPOSE, TIME, TITLE, layout, opened
from .words import WORDS
from .writing import TAGS, Pen

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.shapes.placeholder import SlidePlaceholder
    from pptx.slide import Slide

PAUSES = (ItemKind.BREAK, ItemKind.LUNCH, ItemKind.BUFFER)


def draw(order: RunningOrder, look: Look) -> bytes:
    """Give the meeting as a PowerPoint file, the same bytes for the same meeting."""
    deck = opened(look)
    _add_title(deck, order)
    for item in order.items:
        slide = _add_pause(deck, item, order) if item.kind in PAUSES else _add(deck, item, order)
        write_footer(slide, _footer(order), order.language)
        write_notes(slide, item, order.language)
    _describe(deck, order)
    written = BytesIO()
    deck.save(written)
    return repacked(written.getvalue())


def _add_title(deck: Deck, order: RunningOrder) -> None:
    slide = deck.slides.add_slide(layout(deck, MEETING))
    _pen(slide, TITLE, order).line(*order.title)
    facts = _pen(slide, BODY, order)
    facts.words(order.workplace)
    facts.words(" · ".join(filter(None, (order.day, order.hours))), level=1)
    facts.words(order.place, level=1)
    facts.line(*order.course, level=2)


def _add(deck: Deck, item: RunningItem, order: RunningOrder) -> Slide:
    slide = deck.slides.add_slide(layout(deck, ITEM))
    _pen(slide, TITLE, order).line(*item.title, points=title_points(item.title))
    time = _pen(slide, TIME, order)
    time.words(item.times)
    time.words(item.length, level=1)
    time.words(item.groups, level=2)
    if item.purpose:
        _pen(slide, PURPOSE, order).line(*item.purpose)
    else:
        _remove(slide, PURPOSE)
    _write_steps(_pen(slide, BODY, order), item, order)
    return slide


def _write_steps(pen: Pen, item: RunningItem, order: RunningOrder) -> None:
    words, room = WORDS[order.language], fit(item.steps)
    for step in item.steps[: room.steps]:
        minutes = text(f"{words.minutes.format(n=step.minutes)}\t", strong=True)
        pen.line(*minutes, *step.title, points=room.points)
    if rest := len(item.steps) - room.steps:
        pen.line(*text(f"\t{words.more.format(n=rest)}"), points=room.points)


def _add_pause(deck: Deck, item: RunningItem, order: RunningOrder) -> Slide:
    slide = deck.slides.add_slide(layout(deck, PAUSE))
    _pen(slide, TITLE, order).line(*item.title)
    body = _pen(slide, BODY, order)
    body.line(*strong(text(item.times)), *text(f" · {item.length}"))
    if item.kind is not ItemKind.BUFFER:
        body.words(WORDS[order.language].resume.format(time=item.ends), level=1)
    return slide


def _pen(slide: Slide, place: int, order: RunningOrder) -> Pen:
    return Pen(_placeholder(slide, place).text_frame, order.language)


def _placeholder(slide: Slide, place: int) -> SlidePlaceholder:
    return next(each for each in slide.placeholders if each.placeholder_format.idx == place)


def _remove(slide: Slide, place: int) -> None:
    element = _placeholder(slide, place)._element
    element.getparent().remove(element)


def _footer(order: RunningOrder) -> str:
    words = WORDS[order.language]
    return words.footer.format(workplace=order.workplace, number=order.number)


def _describe(deck: Deck, order: RunningOrder) -> None:
    about = deck.core_properties
    about.title = f"{order.workplace}: {plain(order.title)}"
    about.language = TAGS[order.language]
    about.identifier = order.identifier

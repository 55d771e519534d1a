"""Slides for each meeting: one for each item of the agenda, with its minutes."""

from __future__ import annotations

from pathlib import Path

from spark_tools import Look, MeetingRenderer, RunningOrder, hookimpl


@hookimpl
def spark_renderers() -> list[MeetingRenderer]:
    """Offer the format ``pptx``; python-pptx is imported when it is first used."""
    return [MeetingRenderer("pptx", "pptx", "PowerPoint", "slides", _draw, _missing)]


@hookimpl
def spark_template_dirs() -> list[Path]:
    """Offer ``powerpoint/slides.pptx``, which a look or another plugin may replace."""
    return [Path(__file__).parent / "templates"]


def _draw(order: RunningOrder, look: Look) -> bytes:
    from spark_tools_powerpoint.deck import draw

    return draw(order, look)


def _missing(look: Look) -> str:
    from spark_tools_powerpoint.template import missing

    return missing(look)

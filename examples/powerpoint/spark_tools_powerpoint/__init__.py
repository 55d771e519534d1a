"""Slides for each meeting: one for each item of the agenda, with its minutes."""

from __future__ import annotations

from pathlib import Path

from spark_tools import Look, MeetingRenderer, RunningOrder, Settings, hookimpl

_settings = Settings("en")


@hookimpl
def spark_configure(settings: Settings) -> None:
    """Learn the language of messages."""
    global _settings
    _settings = settings


@hookimpl
def spark_renderers() -> list[MeetingRenderer]:
    """Offer the format ``pptx``; python-pptx is imported when it is first used."""
    return [MeetingRenderer("pptx", "pptx", "PowerPoint", "slides", _draw, _missing)]


@hookimpl
def spark_template_dirs() -> list[Path]:
    """Offer ``powerpoint/slides.pptx``, which a look or another plugin may replace."""
    return [Path(__file__).parent / "templates"]


def _draw(order: RunningOrder, look: Look) -> bytes:
    from .deck import draw

    return draw(order, look)


def _missing(look: Look) -> str:
    from .template import missing

    return missing(look, _settings.language)

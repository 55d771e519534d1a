"""Themes: what a course is about."""

from __future__ import annotations

from attrs import frozen

from spark_tools.model.source import Source
from spark_tools.model.text import Prose


@frozen
class Subtopic:
    """One side of a theme that a workplace may recognise as its own."""

    id: str
    title: str


@frozen
class Theme:
    """What a course is about; its cautions reach every facilitator's guide.

    ``turn_to`` says where to turn with what a course is not for. ``like`` names
    themes, by id, whose exercises and cautions hold for this one too.
    """

    id: str
    title: str
    summary: str
    source: Source
    revision: int = 1
    language: str = "da"
    aliases: tuple[str, ...] = ()
    subtopics: tuple[Subtopic, ...] = ()
    cautions: tuple[str, ...] = ()
    turn_to: Prose = Prose("")
    like: tuple[str, ...] = ()
    origin: str = ""

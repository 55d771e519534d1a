"""An exercise's page."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from spark_tools.document.quantities import rate
from spark_tools.document.variables import values_without_plan
from spark_tools.document.wording import form_name
from spark_tools.i18n import Words, words
from spark_tools.model import ANY, Edition, Exercise, Minutes, Source, SourceStatus, Step
from spark_tools.plugin.looks import HOUSE
from spark_tools.web.cards import card, length, people
from spark_tools.web.downloads import FIRST, Download, downloads, previews
from spark_tools.web.page import Page
from spark_tools.web.toolbox import Toolbox


@frozen
class Offer:
    """One document to fetch, in all its formats: the usual ones in each look, and the others."""

    title: str
    edition: Edition
    usual: tuple[Download, ...]
    large: tuple[Download, ...]
    others: tuple[Download, ...]


@frozen
class TimedLine:
    """A step as the page shows it: its minutes and how people sit, for reading."""

    step: Step
    minutes: str
    form: str


def exercise_page(toolbox: Toolbox, exercise: Exercise, language: str) -> Page:
    """Give the page of *exercise* in *language*, as far as it is translated."""
    _ = words("web", language)
    in_documents = words("document", language)
    library = toolbox.library
    shown = library.in_language(exercise, language)
    themes = [each for each in library.themes if each.id in exercise.themes]
    return Page(
        path=f"exercises/{exercise.id}",
        language=language,
        title=shown.title,
        template="exercise",
        shows={
            "exercise": shown,
            "card": card(exercise, library, _),
            "length": length(exercise, _),
            "people": people(exercise, _),
            "values": values_without_plan(shown, in_documents),
            "steps": tuple(
                TimedLine(step, _minutes(step.minutes, _), form_name(step.form, in_documents))
                for step in shown.steps
            ),
            "materials": tuple(
                f"{material.what}: {rate(material.copies, in_documents)}"
                for material in shown.materials
            ),
            "offers": tuple(offers(downloads(toolbox, exercise, language))),
            "previews": previews(toolbox, exercise, language),
            "themes": tuple(library.in_language(each, language) for each in themes),
            "every_theme": ANY in exercise.themes,
            "before": _in_language(toolbox, _giving(toolbox, exercise), language),
            "after": _in_language(toolbox, _needing(toolbox, exercise), language),
            "status": source_status(shown.source, _),
        },
        description=shown.purpose,
    )


def offers(files: tuple[Download, ...]) -> Iterator[Offer]:
    """Put the formats of each document together, in the order of *files*."""
    for title in dict.fromkeys(each.title for each in files):
        same = [each for each in files if each.title == title]
        usual = [each for each in same if each.format in FIRST]
        yield Offer(
            title=title,
            edition=same[0].edition,
            usual=tuple(each for each in usual if each.look == HOUSE),
            large=tuple(each for each in usual if each.look != HOUSE),
            others=tuple(each for each in same if each.format not in FIRST and each.look == HOUSE),
        )


def source_status(source: Source, _: Words) -> str:
    """Give in words whether a text renders a source, adapts it freely, or is our own.

    Gives nothing where the source's own words begin with that.
    """
    said = {
        SourceStatus.SOURCED: _("As the source has it"),
        SourceStatus.ADAPTED: _("Freely adapted from the source"),
        SourceStatus.OWN: _("Our own design"),
    }[source.status]
    return "" if source.text.split()[:2] == said.split()[:2] else said


def _minutes(minutes: Minutes, _: Words) -> str:
    if minutes.per_person and not minutes.typical:
        return _("{minutes} min each", minutes=minutes.per_person)
    if minutes.per_person:
        return _("{minutes} min + {more} each", minutes=minutes.typical, more=minutes.per_person)
    if minutes.per_group:
        return _("{minutes} min + {more} a group", minutes=minutes.typical, more=minutes.per_group)
    return _("{minutes} min", minutes=minutes.typical)


def _giving(toolbox: Toolbox, exercise: Exercise) -> list[Exercise]:
    """Give the exercises that yield what *exercise* needs."""
    needs = set(exercise.needs)
    return [each for each in toolbox.library.exercises if needs & set(each.yields)]


def _needing(toolbox: Toolbox, exercise: Exercise) -> list[Exercise]:
    """Give the exercises that need what *exercise* yields."""
    yields = set(exercise.yields)
    return [each for each in toolbox.library.exercises if yields & set(each.needs)]


def _in_language(
    toolbox: Toolbox, exercises: list[Exercise], language: str
) -> tuple[Exercise, ...]:
    return tuple(toolbox.library.in_language(each, language) for each in exercises)

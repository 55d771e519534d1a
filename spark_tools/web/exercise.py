"""An exercise's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from spark_tools.content.library import AnyThing, Library
from spark_tools.document.quantities import rate
from spark_tools.document.variables import values_without_plan
from spark_tools.document.wording import form_name
from spark_tools.i18n import Words, words
from spark_tools.model import (
    ANY,
    Edition,
    Exercise,
    Function,
    Minutes,
    Outcome,
    Source,
    SourceStatus,
    Step,
)
from spark_tools.plugin.looks import HOUSE
from spark_tools.web.cards import card, length, people
from spark_tools.web.downloads import FIRST, Download, downloads, previews
from spark_tools.web.moments import moments
from spark_tools.web.page import Page
from spark_tools.web.search import fold
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


@frozen
class Related:
    """Things that go with an exercise, under a title; their pages are in ``folder``."""

    title: str
    folder: str
    things: tuple[AnyThing, ...]


def exercise_page(toolbox: Toolbox, exercise: Exercise, language: str) -> Page:
    """Give the page of *exercise* in *language*, as far as it is translated."""
    _ = words("web", language)
    in_documents = words("document", language)
    library = toolbox.library
    shown = library.in_language(exercise, language)
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
                (material.what, rate(material.copies, in_documents)) for material in shown.materials
            ),
            "offers": tuple(offers(downloads(toolbox, exercise, language))),
            "previews": previews(toolbox, exercise, language),
            "related": _related(exercise, library, _),
            "every_theme": ANY in exercise.themes,
            "every_course": ANY in exercise.course_types,
            "status": source_status(shown.source, _),
        },
        description=shown.purpose,
    )


def offers(files: tuple[Download, ...]) -> Iterator[Offer]:
    """Put the formats of each document together, in the order of *files*."""
    for name in dict.fromkeys(each.job.name for each in files):
        same = [each for each in files if each.job.name == name]
        usual = [each for each in same if each.format in FIRST]
        yield Offer(
            title=same[0].title,
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
    return "" if fold(source.text).split()[:2] == fold(said).split()[:2] else said


def _minutes(minutes: Minutes, _: Words) -> str:
    if minutes.per_person and not minutes.typical:
        return _("{minutes} min each", minutes=minutes.per_person)
    if minutes.per_person:
        return _("{minutes} min + {more} each", minutes=minutes.typical, more=minutes.per_person)
    if minutes.per_group:
        return _("{minutes} min + {more} a group", minutes=minutes.typical, more=minutes.per_group)
    return _("{minutes} min", minutes=minutes.typical)


def _related(exercise: Exercise, library: Library, _: Words) -> tuple[Related, ...]:
    """Give what goes with *exercise*, in the order of its use; empty lists are left out."""
    others = [each for each in library.exercises if each.id != exercise.id]
    moment = exercise.functions[0]
    lists: Iterable[tuple[str, str, Iterable[AnyThing]]] = (
        (
            _("Do one of these first"),
            "exercises",
            [each for each in others if set(exercise.needs) & set(each.yields)],
        ),
        (
            _("Goes on in"),
            "exercises",
            [each for each in others if _goes_on(exercise, each)],
        ),
        (
            _("Also for “{moment}”", moment=moments(_)[moment][0]),
            "exercises",
            [each for each in others if moment in each.functions],
        ),
        (
            _("Themes"),
            "themes",
            [each for each in library.themes if each.id in exercise.themes],
        ),
        (
            _("Courses"),
            "course-types",
            [each for each in library.course_types if each.id in exercise.course_types],
        ),
    )
    return tuple(
        Related(title, folder, tuple(library.in_language(each, _.language) for each in things))
        for title, folder, things in lists
        if things
    )


def _goes_on(exercise: Exercise, later: Exercise) -> bool:
    """Whether *later* uses what *exercise* leaves; what has been tried is looked back on."""
    looked_back_on = Outcome.ACTIONS in exercise.yields and Function.LOOK_BACK in later.functions
    return looked_back_on or bool(set(exercise.yields) & set(later.needs))

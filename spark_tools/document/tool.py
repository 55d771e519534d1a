"""One tool on its own: the facilitator's page and the worksheets, without a course."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from spark_tools.compose.minutes import full_group, usual_minutes
from spark_tools.document.exercise_pages import Passage, Run, exercise_blocks
from spark_tools.document.filling import sheet
from spark_tools.document.foreign import marked_part
from spark_tools.document.framing import CourseDocument
from spark_tools.document.naming import slug
from spark_tools.document.quantities import Headcount, rate
from spark_tools.document.sheets import sheets_of
from spark_tools.document.told_apart import told_apart
from spark_tools.document.variables import values_without_plan
from spark_tools.document.worksheets import sheet_sections
from spark_tools.i18n import Words
from spark_tools.i18n import words as words_of
from spark_tools.model import (
    Copies,
    Document,
    Edition,
    Exercise,
    Handout,
    Minutes,
    Orientation,
    Section,
)


def tool_documents(
    exercise: Exercise, language: str, handouts: Iterable[Handout] = ()
) -> tuple[CourseDocument, ...]:
    """Lay out *exercise* in *language*: its guide, and its sheets with further *handouts*.

    What is in another language says so.
    """
    given = marked_part(tuple(handouts), exercise.language, language)
    documents = _documents(marked_part(exercise, language, language), language, given)
    return tuple(documents if exercise.language == language else map(told_apart, documents))


def _documents(
    exercise: Exercise, language: str, handouts: tuple[Handout, ...]
) -> list[CourseDocument]:
    words = words_of("document", language)
    values = values_without_plan(exercise, words)
    sheets = (*exercise.handouts, *handouts)
    name = slug(exercise.title) or exercise.id
    guide = Section(exercise_blocks(_run(exercise, sheets, words), 1), Orientation.LANDSCAPE)
    documents = [
        CourseDocument(
            _document(exercise, Edition.GUIDE, exercise.title, (guide,), words),
            name,
            0,
            exercise.id,
        )
    ]
    if sheets:
        title, sections = sheet_sections(
            exercise.title, sheets, lambda handout, below: sheet(handout, values, below=below)
        )
        document = _document(exercise, Edition.WORKSHEETS, title, sections, words)
        one_group = Headcount(full_group(exercise), groups=1, committees=1)
        documents.append(
            CourseDocument(
                attrs.evolve(document, sheets=sheets_of(sheets, one_group)),
                f"{name}-{words('worksheet')}",
                0,
                exercise.id,
            )
        )
    return documents


def _document(
    exercise: Exercise,
    edition: Edition,
    title: str,
    sections: tuple[Section, ...],
    words: Words,
) -> Document:
    kind = words("Facilitator's guide") if edition is Edition.GUIDE else words("Worksheet")
    return Document(
        edition=edition,
        title=title,
        language=words.language,
        sections=sections,
        header_left=exercise.title,
        header_right=kind,
        page_label=words("Page {page} of {pages}"),
        identifier=f"{exercise.id}.{exercise.revision}/{edition}",
    )


def _run(exercise: Exercise, sheets: tuple[Handout, ...], words: Words) -> Run:
    def line(what: str, copies: Copies) -> str:
        return f"{what}: {rate(copies, words)}"

    return Run(
        exercise=exercise,
        values=values_without_plan(exercise, words),
        words=words,
        passages=tuple(Passage(step, _minutes(step.minutes, words)) for step in exercise.steps),
        length=_length(exercise, words),
        groups=_groups(exercise, words),
        materials=(
            *(line(material.what, material.copies) for material in exercise.materials),
            *(line(sheet.title, sheet.copies) for sheet in sheets),
        ),
        cautions=tuple(caution.text for caution in exercise.cautions),
    )


def _minutes(minutes: Minutes, words: Words) -> str:
    parts = [words("{minutes} min", minutes=minutes.typical)]
    if minutes.per_person:
        parts.append(words("{minutes} min per person", minutes=minutes.per_person))
    if minutes.per_group:
        parts.append(words("{minutes} min per group", minutes=minutes.per_group))
    return " + ".join(parts)


def _length(exercise: Exercise, words: Words) -> str:
    people = full_group(exercise)
    minutes = usual_minutes(exercise, people)
    return words(
        "{minutes} min ({least}–{most}) for {people} people",
        minutes=minutes.typical,
        least=minutes.min,
        most=minutes.max,
        people=people,
    )


def _groups(exercise: Exercise, words: Words) -> str:
    group = exercise.participants.group
    if group is None:
        return words(
            "{least}–{most} people",
            least=exercise.participants.min,
            most=exercise.participants.max,
        )
    return words("{least}–{most} people in each group", least=group.min, most=group.max)

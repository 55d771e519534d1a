"""One tool on its own: the facilitator's page and the worksheets, without a course."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from spark_tools.compose.minutes import full_group, usual_minutes
from spark_tools.document.carried import Carried
from spark_tools.document.exercise_pages import Passage, Run, exercise_blocks
from spark_tools.document.filling import sheet
from spark_tools.document.foreign import marked_part
from spark_tools.document.framing import CourseDocument
from spark_tools.document.naming import slug, unique_slugs
from spark_tools.document.posters import on_the_wall
from spark_tools.document.quantities import Headcount, rate
from spark_tools.document.sheets import filled_in_mark, sheets_of
from spark_tools.document.told_apart import told_apart
from spark_tools.document.variables import values_without_plan
from spark_tools.document.worksheets import sheet_sections
from spark_tools.i18n import Words
from spark_tools.i18n import words as words_of
from spark_tools.model import (
    Action,
    Block,
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
    exercise: Exercise,
    language: str,
    handouts: Iterable[Handout] = (),
    *,
    posters: bool = False,
) -> tuple[CourseDocument, ...]:
    """Lay out *exercise* in *language*: its guide, and its sheets with further *handouts*.

    With *posters* the sheets that hang on the wall come on A3 as well. What is in another
    language says so.
    """
    given = marked_part(tuple(handouts), exercise.language, language)
    marked = marked_part(exercise, language, language)
    documents = _documents(marked, language, given, posters=posters)
    return documents if exercise.language == language else tuple(map(told_apart, documents))


def _documents(
    exercise: Exercise, language: str, handouts: tuple[Handout, ...], *, posters: bool
) -> tuple[CourseDocument, ...]:
    words = words_of("document", language)
    sheets = (*exercise.handouts, *handouts)
    name = slug(exercise.title) or exercise.id
    on_a3 = tuple(each for each in sheets if posters and each.poster)
    run = _run(exercise, sheets, words, on_a3)
    guide = Section(exercise_blocks(run, 1), Orientation.LANDSCAPE)
    page = _document(exercise, Edition.GUIDE, exercise.title, (guide,), words)
    documents = [CourseDocument(page, name, 0, exercise.id)]

    def written_on(handouts: tuple[Handout, ...], edition: Edition, *identity: str) -> Document:
        return _sheets(exercise, handouts, edition, words, identity)

    if sheets:
        document = written_on(sheets, Edition.WORKSHEETS)
        path = f"{name}-{words('worksheet')}"
        documents.append(CourseDocument(document, path, 0, exercise.id))
    slugs = unique_slugs((each.id, each.title) for each in on_a3)
    for each in on_a3:
        document = written_on((each,), Edition.POSTERS, each.id)
        path = f"{name}-{words('poster')}-{slugs[each.id]}"
        documents.append(on_the_wall(CourseDocument(document, path, 0, exercise.id)))
    return tuple(documents)


def filled_in_document(
    exercise: Exercise, language: str, handouts: Iterable[Handout], actions: tuple[Action, ...]
) -> CourseDocument | None:
    """Lay out the sheets of *exercise* that have rows for *actions*, with one for each.

    *handouts* come beside the exercise's own. Gives None where none of them has.
    """
    words = words_of("document", language)
    given = Carried(words, actions, actions)
    own = marked_part(exercise, language, language)
    further = marked_part(tuple(handouts), exercise.language, language)
    sheets = tuple(each for each in (*own.handouts, *further) if given.fills(each))
    if not sheets:
        return None
    document = _sheets(own, sheets, Edition.WORKSHEETS, words, (), given)
    name = f"{slug(exercise.title) or exercise.id}-{words('worksheet')}"
    entry = CourseDocument(document, name, 0, exercise.id)
    return entry if exercise.language == language else told_apart(entry)


def _sheets(
    exercise: Exercise,
    handouts: tuple[Handout, ...],
    edition: Edition,
    words: Words,
    identity: tuple[str, ...],
    given: Carried | None = None,
) -> Document:
    """Lay out *handouts* to write on, filled in with what is *given*."""
    values = values_without_plan(exercise, words)

    def body(handout: Handout, below: int) -> tuple[Block, ...]:
        return sheet(handout, exercise, values, below=below, given=given)

    title, sections = sheet_sections(exercise.title, handouts, body)
    identity = (*identity, *filled_in_mark(sections, given))
    document = _document(exercise, edition, title, sections, words, *identity)
    one_group = Headcount(full_group(exercise), groups=1, committees=1)
    return attrs.evolve(document, sheets=sheets_of(handouts, one_group))


def _document(
    exercise: Exercise,
    edition: Edition,
    title: str,
    sections: tuple[Section, ...],
    words: Words,
    *identity: str,
) -> Document:
    kinds = {
        Edition.GUIDE: words("Facilitator's guide"),
        Edition.WORKSHEETS: words("Worksheet"),
        Edition.POSTERS: words("Poster"),
    }
    return Document(
        edition=edition,
        title=title,
        language=words.language,
        sections=sections,
        header_left=exercise.title,
        header_right=kinds[edition],
        page_label=words("Page {page} of {pages}"),
        identifier="/".join((f"{exercise.id}.{exercise.revision}", str(edition), *identity)),
    )


def _run(
    exercise: Exercise, sheets: tuple[Handout, ...], words: Words, on_a3: tuple[Handout, ...]
) -> Run:
    def line(what: str, copies: Copies) -> str:
        return f"{what}: {rate(copies, words)}"

    def printed(sheet: Handout) -> str:
        return words("{sheet} on A3", sheet=sheet.title) if sheet in on_a3 else sheet.title

    return Run(
        exercise=exercise,
        values=values_without_plan(exercise, words),
        words=words,
        passages=tuple(Passage(step, _minutes(step.minutes, words)) for step in exercise.steps),
        length=_length(exercise, words),
        groups=_groups(exercise, words),
        materials=(
            *(line(material.what, material.copies) for material in exercise.materials),
            *(line(printed(sheet), sheet.copies) for sheet in sheets),
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
    return words.count(
        "{minutes} min ({least}–{most}) for {n} person",
        "{minutes} min ({least}–{most}) for {n} people",
        people,
        minutes=minutes.typical,
        least=minutes.min,
        most=minutes.max,
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

"""The documents that a file may have been made from, in every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from spark_tools.document.agreements import INTERVAL, TELL, agreements_grid
from spark_tools.document.framing import CourseDocument
from spark_tools.document.sheets import committee_field
from spark_tools.document.tool import tool_documents
from spark_tools.i18n import LANGUAGES, words
from spark_tools.model import (
    Block,
    Document,
    Edition,
    Exercise,
    Field,
    FieldGrid,
    Section,
    Sheet,
)
from spark_tools.web.sheets.identifier import Origin
from spark_tools.web.sheets.names import Names
from spark_tools.web.toolbox import Toolbox

_TO_WRITE_ON = (Edition.WORKSHEETS, Edition.POSTERS)


def of_origin(origin: Origin, toolbox: Toolbox) -> Iterator[CourseDocument]:
    """Give the documents of the exercise that *origin* names, or those for an interval.

    They are the tool's own, each with room for a committee's name.
    """
    if origin.edition == Edition.INTERVAL:
        yield from map(_interval, LANGUAGES)
    elif origin.edition in _TO_WRITE_ON:
        for exercise in toolbox.library.exercises:
            if exercise.id == origin.exercise:
                yield from _sheets_of(exercise, toolbox)


def with_fields(names: Names, toolbox: Toolbox) -> Iterator[CourseDocument]:
    """Give the documents that most of the fields with these *names* are from; none for none."""
    keys = _first_keys(INTERVAL, _interval_blocks(LANGUAGES[0]))
    most, best = sum(map(names.bear, keys)), None
    for exercise in toolbox.library.exercises:
        handouts = (*exercise.handouts, *toolbox.handouts(exercise))
        keys = (key for each in handouts for key in _first_keys(each.id, each.blocks))
        if (common := sum(map(names.bear, keys))) > most:
            most, best = common, exercise
    if best is not None:
        yield from _sheets_of(best, toolbox)
    elif most:
        yield from map(_interval, LANGUAGES)


def _first_keys(sheet: str, blocks: Iterable[Block]) -> Iterator[str]:
    """Give the keys of the fields among *blocks*, of a grid those of one row of each kind."""
    for block in blocks:
        if isinstance(block, Field):
            yield f"{sheet}.{block.id}"
        elif isinstance(block, FieldGrid):
            for column in block.columns:
                yield from (f"{sheet}.{block.id}.{row}.{column.id}" for row in ("1", "a1"))


def _sheets_of(exercise: Exercise, toolbox: Toolbox) -> Iterator[CourseDocument]:
    for language in LANGUAGES:
        shown = toolbox.library.in_language(exercise, language)
        for entry in tool_documents(shown, language, toolbox.handouts(shown)):
            document = entry.document
            if document.edition is Edition.WORKSHEETS:
                whose = (
                    committee_field(sheet.id, words("document", language), None)
                    for sheet in document.sheets
                )
                sections = (Section(tuple(whose)), *document.sections)
                yield attrs.evolve(entry, document=attrs.evolve(document, sections=sections))


def _interval_blocks(language: str) -> tuple[Field | FieldGrid, ...]:
    in_documents = words("document", language)
    tell = in_documents("Who tells the colleagues, how and when?")
    return (agreements_grid(in_documents), Field(TELL, tell, lines=3))


def _interval(language: str) -> CourseDocument:
    """Give the sheet for the time between the meetings, of any course."""
    in_documents = words("document", language)
    title = in_documents("Sheet for the time between the meetings")
    blocks = (
        committee_field(INTERVAL, in_documents, None),
        *(attrs.evolve(each, id=f"{INTERVAL}.{each.id}") for each in _interval_blocks(language)),
    )
    sheets = (Sheet(INTERVAL, title),)
    document = Document(Edition.INTERVAL, title, language, (Section(blocks),), sheets=sheets)
    return CourseDocument(document, "")

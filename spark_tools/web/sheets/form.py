"""Which sheet a file is: the form it was made from, found without any course at hand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import attrs

from spark_tools.document.agreements import INTERVAL, TELL, agreements_grid
from spark_tools.document.form import bookmark, sheet_form, tag
from spark_tools.document.framing import CourseDocument
from spark_tools.document.sheets import committee_field
from spark_tools.document.tool import tool_documents
from spark_tools.forms.docx.manuscript import Control, Manuscript
from spark_tools.i18n import LANGUAGES, Words, words
from spark_tools.model import (
    Block,
    Document,
    Edition,
    Exercise,
    Field,
    FieldGrid,
    FieldKind,
    FormField,
    Section,
    Sheet,
    SheetForm,
)
from spark_tools.web.toolbox import Toolbox

MOST_ROWS = 60
"""How many rows a grid for actions is looked through for."""


def form_of(identifier: str, manuscript: Manuscript, toolbox: Toolbox) -> SheetForm:
    """Give the form of the file with that *identifier*; one without fields where it bears none.

    It is a tool's or a course's sheet; of one that is neither, the controls themselves say
    what the fields are, and then no field means anything.
    """
    names = _names(manuscript)
    if (exercise := _exercise(identifier, toolbox)) is not None:
        forms = [_of_exercise(exercise, each, toolbox, identifier, names) for each in LANGUAGES]
    elif identifier.split("/")[1:2] == [Edition.INTERVAL]:
        forms = [_of_interval(identifier, words("document", each), names) for each in LANGUAGES]
    else:
        return _as_it_says(identifier, manuscript)
    known = [form for form in forms if form is not None]
    best = max(known, key=lambda form: _titles(form, names), default=None)
    return best or _as_it_says(identifier, manuscript)


def _exercise(identifier: str, toolbox: Toolbox) -> Exercise | None:
    parts = identifier.split("/")
    own, theirs = parts[0].rpartition(".")[0], parts[3] if len(parts) > 3 else ""
    for exercise in toolbox.library.exercises:
        if exercise.id == (own if parts[1:2] in _EDITIONS and own else theirs):
            return exercise
    return None


_EDITIONS = ([Edition.WORKSHEETS.value], [Edition.POSTERS.value])


def _is_a_tools_own(identifier: str) -> bool:
    return "." in identifier.partition("/")[0]


def _of_exercise(
    exercise: Exercise, language: str, toolbox: Toolbox, identifier: str, names: set[str]
) -> SheetForm | None:
    shown = toolbox.library.in_language(exercise, language)
    entries = tool_documents(shown, language, toolbox.handouts(shown))
    sheets = [each for each in entries if each.document.edition is Edition.WORKSHEETS]
    if not sheets:
        return None
    document = sheets[0].document
    whose = [
        committee_field(sheet.id, words("document", language), None) for sheet in document.sheets
    ]
    blocks = chain(whose, *(section.blocks for section in document.sections))
    form = _form(document, blocks, names, identifier, exercise.id)
    # A course's sheet has lines of its own, so there it is not known what was printed.
    return form if form is None or _is_a_tools_own(identifier) else attrs.evolve(form, printed=())


def _of_interval(identifier: str, in_documents: Words, names: set[str]) -> SheetForm | None:
    title = in_documents("Sheet for the time between the meetings")
    grid = agreements_grid(in_documents)
    blocks: tuple[Block, ...] = (
        committee_field(INTERVAL, in_documents, None),
        attrs.evolve(grid, id=f"{INTERVAL}.{grid.id}"),
        Field(
            f"{INTERVAL}.{TELL}", in_documents("Who tells the colleagues, how and when?"), lines=3
        ),
    )
    document = Document(
        Edition.INTERVAL,
        title,
        in_documents.language,
        (Section(blocks),),
        sheets=(Sheet(INTERVAL, title),),
    )
    form = _form(document, blocks, names, identifier, "")
    return attrs.evolve(form, printed=()) if form else None


def _form(
    document: Document,
    blocks: Iterator[Block] | tuple[Block, ...],
    names: set[str],
    identifier: str,
    exercise: str,
) -> SheetForm | None:
    """Give the form with the rows and the committee's fields that the file has *names* for."""
    kept = tuple(
        _with_rows(block, names) if isinstance(block, FieldGrid) else block
        for block in blocks
        if not (isinstance(block, Field) and _is_committee(block) and not _named(block.id, names))
    )
    whole = attrs.evolve(document, sections=(Section(kept),), identifier=identifier)
    return sheet_form(CourseDocument(whole, "", _meeting(identifier), exercise))


def _is_committee(field: Field) -> bool:
    return field.means is not None and field.id.endswith(f".{field.means}")


def _with_rows(grid: FieldGrid, names: set[str]) -> FieldGrid:
    """Give *grid* with the rows that the file has: those of actions, then the empty ones."""
    if not grid.rows_from:
        return grid
    ids = [*(f"a{n}" for n in range(1, MOST_ROWS + 1)), *map(str, range(1, MOST_ROWS + 1))]
    there = [
        row
        for row in ids
        if any(_named(f"{grid.id}.{row}.{column.id}", names) for column in grid.columns)
    ]
    return attrs.evolve(grid, rows=len(there), row_ids=tuple(there)) if there else grid


def _named(key: str, names: set[str]) -> bool:
    return tag(key) in names or bookmark(key) in names


def _names(manuscript: Manuscript) -> set[str]:
    """Give every name that the file bears: tags, titles and bookmarks."""
    found: set[str] = set()
    for control in _controls(manuscript):
        found |= {control.tag, control.title}
    for line in manuscript.lines:
        for piece in line.pieces:
            found.update(piece.bookmarks)
    return found - {""}


def _controls(manuscript: Manuscript) -> Iterator[Control]:
    seen: set[Control] = set()
    for line in manuscript.lines:
        for piece in line.pieces:
            control = piece.control
            while control is not None and control not in seen:
                seen.add(control)
                yield control
                control = control.outer


def _titles(form: SheetForm, names: set[str]) -> int:
    return sum(field.title in names for field in form.fields)


def _meeting(identifier: str) -> int:
    """Give the meeting's number that a course's identifier tells."""
    number = identifier.split("/")[2:3]
    is_one = number and not _is_a_tools_own(identifier) and number[0].isdecimal()
    return int(number[0]) if is_one and len(number[0]) < 4 else 0


def _as_it_says(identifier: str, manuscript: Manuscript) -> SheetForm:
    """Give the form that the controls of the file tell of; their answers are plain text."""
    fields: dict[str, FormField] = {}
    for control in _controls(manuscript):
        sheet, _, rest = control.tag.partition(".")
        if sheet and rest and control.tag not in fields:
            title = control.title or rest
            fields[control.tag] = FormField(control.tag, title, title, FieldKind.LINES)
    sheets = dict.fromkeys(field.sheet for field in fields.values())
    return SheetForm(
        identifier, "", tuple(Sheet(sheet, "") for sheet in sheets), tuple(fields.values())
    )

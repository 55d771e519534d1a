"""A sheet that comes back: drawn as Word, filled in, and read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from spark_tools.document.form import sheet_form, tag
from spark_tools.document.framing import CourseDocument
from spark_tools.forms.docx.answers import FilledSheet
from spark_tools.forms.docx.package import open_package
from spark_tools.forms.docx.reading import read_sheet
from spark_tools.forms.logbook.conflicts import first
from spark_tools.forms.logbook.intake import Intake
from spark_tools.model import (
    Action,
    Edition,
    Exercise,
    FieldKind,
    FormField,
    Logbook,
    SheetForm,
)
from spark_tools.testing.pen import fill_in
from spark_tools.testing.toolbox import Toolbox


@frozen
class Collected:
    """What came back on a sheet.

    ``answers`` go by the fields' keys, ``SHEET.FIELD`` or ``SHEET.GRID.ROW.COLUMN``, blank ones
    left out; ``unplaced`` is what was written where no field is; ``actions`` and ``learnt`` are
    what the logbook has from it.
    """

    answers: Mapping[str, str]
    unplaced: tuple[str, ...]
    actions: tuple[Action, ...]
    learnt: tuple[str, ...]


def sheets_of(toolbox: Toolbox) -> Iterator[tuple[CourseDocument, SheetForm]]:
    """Give the plugin's sheets that can be filled in, each with its form."""
    return _forms(toolbox.documents)


def _forms(entries: Iterable[CourseDocument]) -> Iterator[tuple[CourseDocument, SheetForm]]:
    for entry in entries:
        if entry.document.edition is Edition.WORKSHEETS and (form := sheet_form(entry)):
            yield entry, form


def filled_in(
    toolbox: Toolbox, entry: CourseDocument, form: SheetForm, answers: Mapping[str, str]
) -> FilledSheet:
    """Draw *entry* as a Word file, write *answers* (by the fields' keys) on it, and read it."""
    drawn = toolbox.draw(entry, "docx")
    written = fill_in(drawn, {tag(key): answer for key, answer in answers.items()})
    return read_sheet(open_package(written, entry.name), form, entry.name)


def collect(toolbox: Toolbox, exercise: Exercise, answers: Mapping[str, str]) -> Collected:
    """Fill in the sheets of *exercise* with *answers*, and take them into a new logbook.

    Raises:
        LookupError: the exercise has no sheet to fill in, or no field has a key.
    """
    found = next(_forms(toolbox.documents_of(exercise)), None)
    if found is None:
        raise LookupError(f"{exercise.id} has no sheet to fill in")
    keys = [field.key for field in found[1].fields]
    if strange := [key for key in answers if key not in keys]:
        raise LookupError(
            f"{exercise.id} has no field {', '.join(strange)}; it has {', '.join(keys)}"
        )
    sheet = filled_in(toolbox, *found, answers)
    intake = Intake(Logbook(), first)
    intake.take(sheet)
    logbook = intake.logbook
    return Collected(
        answers={each.field.key: each.value for each in sheet.answers if each.value},
        unplaced=tuple(each.text for each in sheet.unplaced),
        actions=logbook.actions,
        learnt=tuple(said for entry in logbook.entries for said in entry.learnt),
    )


def sample_answer(field: FormField, number: int) -> str:
    """Give something to write in *field*, another thing for each *number*."""
    match field.kind:
        case FieldKind.CHECK:
            return "x"
        case FieldKind.CHOICE:
            return field.choices[number % len(field.choices)]
        case FieldKind.DATE:
            return f"2027-{1 + number % 12:02}-{1 + number % 28:02}"
        case _:
            return f"Svar {number}: prøv det »af« & se <1 uge>"

"""From an opened Word file to the answers on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.forms.docx.answers import Answer, FilledSheet, Unplaced
from spark_tools.forms.docx.claims import claims
from spark_tools.forms.docx.labels import labels
from spark_tools.forms.docx.leftovers import leftovers
from spark_tools.forms.docx.places import Place, places
from spark_tools.forms.docx.transcribe import transcribe
from spark_tools.forms.docx.values import canonical, read
from spark_tools.forms.wording import say
from spark_tools.model import on_one_line

if TYPE_CHECKING:
    import datetime

    from spark_tools.forms.docx.manuscript import Manuscript
    from spark_tools.forms.docx.package import Package
    from spark_tools.model import FormField, SheetForm


def read_sheet(package: Package, form: SheetForm, name: str = "") -> FilledSheet:
    """Read the answers to *form* in *package*; *name* is what the file is called.

    Each field is found by its tag, else its bookmark, else its title, else its table row
    and label. What is written where no field is comes out as unplaced.
    """
    return read_manuscript(transcribe(package.main), form, package.saved, name)


def read_manuscript(
    manuscript: Manuscript, form: SheetForm, saved: datetime.datetime | None, name: str
) -> FilledSheet:
    """Read the answers to *form* in the *manuscript* of a file *saved* then; else `read_sheet`."""
    claimed = claims(manuscript, form)
    labelled = labels(manuscript, form, claimed)
    found = places(manuscript, form, claimed, labelled)
    answers: list[Answer] = []
    unplaced: list[Unplaced] = []
    for field in form.fields:
        place = found.get(field.key)
        if place is None:
            answers.append(Answer(field, "", None))
            continue
        answer, besides = _answer(field, place)
        answers.append(answer)
        for text in filter(None, (canonical(place.stray), besides)):
            where = say("beside “{title}”", title=field.title)
            unplaced.append(Unplaced(where, text))
    unplaced += leftovers(manuscript, form, claimed, labelled, found)
    return FilledSheet(form, tuple(answers), tuple(unplaced), saved, on_one_line(name))


def _answer(field: FormField, place: Place) -> tuple[Answer, str]:
    """Give the answer in *place*, and what is written there besides."""
    whole = read(place.whole, field)
    if whole.understood:
        return Answer(field, whole.value, place.found), whole.besides
    own = read(place.own, field)
    if own.understood and (own.value or canonical(place.own.text)):
        return Answer(field, own.value, place.found), canonical(place.beside)
    return Answer(field, whole.value, place.found, understood=False), ""

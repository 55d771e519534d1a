"""From the bytes of sheets to what stands on them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from spark_tools.content.names import same_name
from spark_tools.content.problem import usable
from spark_tools.forms.docx.answers import FilledSheet
from spark_tools.forms.docx.package import open_package
from spark_tools.forms.docx.reading import read_sheet
from spark_tools.forms.docx.transcribe import transcribe
from spark_tools.forms.docx.years import with_years
from spark_tools.i18n import Words, messages
from spark_tools.model import Fault, FaultError
from spark_tools.web.sheets.agreed import agreements
from spark_tools.web.sheets.bounds import LONGEST_NAME, MOST_ACTIONS, MOST_FILES
from spark_tools.web.sheets.form import KnownBy, form_of
from spark_tools.web.sheets.identifier import origin_of
from spark_tools.web.sheets.names import names_on
from spark_tools.web.sheets.showing import file_view
from spark_tools.web.sheets.view import ActionLine, SheetsView
from spark_tools.web.toolbox import Toolbox

Sent = tuple[str, bytes]
"""A file as it was sent: what it is called, and its bytes."""

FIRST_YEAR = 2000
"""A file that was saved before has no clock to go by."""


@frozen
class _Read:
    filled: FilledSheet
    known_by: KnownBy


def read_sheets(files: Sequence[Sent], toolbox: Toolbox) -> SheetsView:
    """Read the *files*, each by itself, and gather what they agree; the same file counts once.

    Raises:
        FaultError: there is none, or there are more than `MOST_FILES`.
    """
    _ = messages("web")
    if not files:
        raise FaultError([Fault(_("Choose a sheet first: a Word file from these pages."))])
    if len(files) > MOST_FILES:
        said = _("Send at most {most} files at once; these are {n}.", most=MOST_FILES, n=len(files))
        raise FaultError([Fault(said)])
    read: list[_Read] = []
    faults: list[str] = []
    for name, content in dict.fromkeys(files):
        try:
            read.append(_read(_file_name(name), content, toolbox))
        except FaultError as error:
            faults += map(str, error.faults)
    sheets = [each.filled for each in read]
    actions = tuple(map(ActionLine.of, agreements(sheets)))
    return SheetsView(
        tuple(file_view(each.filled, each.known_by) for each in read),
        tuple(faults),
        actions[:MOST_ACTIONS],
        tuple(_notes(sheets, actions, _)),
    )


def _file_name(name: str) -> str:
    """Give the last part of a file's name and no more than can be shown."""
    last = name.replace("\\", "/").rpartition("/")[2]
    short = " ".join(usable(last).split())
    return short if len(short) <= LONGEST_NAME else f"{short[: LONGEST_NAME - 6]}…{short[-5:]}"


def _read(name: str, content: bytes, toolbox: Toolbox) -> _Read:
    package = open_package(content, name)
    found = form_of(package.identifier, names_on(transcribe(package.main)), toolbox)
    filled = with_years(read_sheet(package, found.form, name), _day(package.saved))
    if all(answer.found is None for answer in filled.answers) and not filled.unplaced:
        _ = messages("web")
        said = _("There is nothing to fill in on it that these pages know.")
        raise FaultError([Fault(said, name)])
    return _Read(filled, found.known_by)


def _day(saved: datetime.datetime | None) -> datetime.date | None:
    return saved.date() if saved and saved.year >= FIRST_YEAR else None


def _notes(sheets: Iterable[FilledSheet], actions: Sequence[ActionLine], _: Words) -> Iterator[str]:
    """Say what to mind before *actions* are carried over."""
    courses = {origin_of(each.form.identifier).course for each in sheets} - {""}
    if len(courses) > 1:
        yield _("The sheets are from different courses. Empty what belongs to another one.")
    whose = {same_name(each.whose): each.whose for each in actions if each.whose}
    if len(whose) > 1:
        yield _(
            "The sheets are from different committees: {names}. The next sheet is for one of "
            "them: empty what belongs to the others.",
            names=", ".join(whose.values()),
        )
    if len(actions) > MOST_ACTIONS:
        yield _(
            "The sheets agree {n} things; only the first {most} stand here.",
            n=len(actions),
            most=MOST_ACTIONS,
        )

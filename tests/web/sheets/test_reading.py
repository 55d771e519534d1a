from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.document.form import bookmark
from spark_tools.forms.logbook.same import same
from spark_tools.model import FaultError
from spark_tools.web.sheets.bounds import MOST_FILES
from spark_tools.web.sheets.jobs import ReadSheets
from spark_tools.web.sheets.view import ActionLine, Line, SheetsView
from spark_tools.web.toolbox import Toolbox

Blank = Callable[..., bytes]
FillIn = Callable[..., bytes]
Read = Callable[..., SheetsView]
Replaced = Callable[..., bytes]

CARD = {
    "action-card.title": "Godmorgen",
    "action-card.what": "Sig godmorgen ved tavlen",
    "action-card.plan.1.who": "Mona",
    "action-card.support.1.follow-up": "2027-03-03",
    "action-card.wonder.1.purpose": "Færre misforståelser",
}
LINE = "<w:p><w:r><w:t>Husk tavlen</w:t></w:r></w:p>"
GODMORGEN = ActionLine("Godmorgen: Sig godmorgen ved tavlen", "Mona", datetime.date(2027, 3, 3))


def answers(view: SheetsView) -> dict[str, str]:
    """Give what stands in the fields outside tables, by label."""
    return {
        line.label: line.answer
        for file in view.files
        for sheet in file.sheets
        for line in sheet.lines
    }


def cells(view: SheetsView) -> list[dict[str, str]]:
    """Give the rows that are written in, by their titles."""
    return [
        dict(zip(grid.titles, row, strict=True))
        for file in view.files
        for sheet in file.sheets
        for grid in sheet.grids
        for row in grid.rows
    ]


def test_a_card_shows_what_is_written_and_what_was_agreed(
    blank: Blank, fill_in: FillIn, read: Read
) -> None:
    view = read(kort=fill_in(blank("try-out-actions"), CARD))

    (file,) = view.files
    assert (file.name, file.title, file.notes) == ("kort.docx", "Prøvehandlingskort", ())
    assert answers(view)["Titel: Hvad kalder vi prøven?"] == "Godmorgen"
    assert answers(view)["2 Undring: Hvad vil vi gerne opnå?"] == "Færre misforståelser"
    assert cells(view) == []
    assert view.actions == (GODMORGEN,)
    assert file.sheets[0].blank == 11


def test_an_empty_sheet_is_told_to_be_empty(blank: Blank, read: Read) -> None:
    view = read(kort=blank("try-out-actions"))

    (sheet,) = view.files[0].sheets
    assert (sheet.lines, sheet.grids) == ((), ())
    assert view.actions == ()


def test_a_poster_is_read_as_its_sheet(blank: Blank, fill_in: FillIn, read: Read) -> None:
    poster = blank("try-out-actions", edition="posters")

    assert read(planche=fill_in(poster, CARD)).actions == (GODMORGEN,)


def test_a_sheet_of_an_english_page_is_read_as_well(
    blank: Blank, fill_in: FillIn, read: Read
) -> None:
    assert read(card=fill_in(blank("try-out-actions", "en"), CARD)).actions == (GODMORGEN,)


def test_the_same_file_sent_twice_counts_once(blank: Blank, fill_in: FillIn, read: Read) -> None:
    card = fill_in(blank("try-out-actions"), CARD)

    assert read(en=card, to=card).actions == (GODMORGEN,)


def test_a_personal_sheet_does_not_say_whose_it_is(
    blank: Blank, fill_in: FillIn, read: Read
) -> None:
    view = read(jens_hansen=blank("homework"))

    assert "hansen" not in view.files[0].name


def test_a_sheet_that_does_not_say_which_it_is_is_known_by_its_fields(
    blank: Blank, fill_in: FillIn, read: Read, replaced: Replaced
) -> None:
    view = read(kort=replaced(fill_in(blank("try-out-actions"), CARD), "try-out-actions.", "x."))

    assert view.files[0].title == "Prøvehandlingskort"
    assert view.files[0].notes == (
        "It does not say which sheet it is. It was read as “Prøvehandlingskort”.",
    )
    assert view.actions == (GODMORGEN,)


def test_a_sheet_that_nobody_knows_is_read_by_its_controls(
    blank: Blank, fill_in: FillIn, read: Read, replaced: Replaced
) -> None:
    unknown = replaced(fill_in(blank("try-out-actions"), CARD), "try-out-actions.", "x.")
    unknown = replaced(unknown, "action-card.", "x.", part="word/document")
    unknown = replaced(unknown, "spark_", "other_", part="word/document")

    view = read(kort=unknown)

    assert answers(view)["Titel: Hvad kalder vi prøven?"].endswith("Godmorgen")
    assert view.files[0].notes[0] == "It is not known which sheet this is."
    assert view.actions == ()


def test_another_revision_is_read_as_far_as_it_goes(
    blank: Blank, fill_in: FillIn, read: Read, replaced: Replaced
) -> None:
    sheet = fill_in(blank("try-out-actions"), CARD)
    sheet = replaced(sheet, "try-out-actions.2", "try-out-actions.1")
    sheet = replaced(sheet, ">Prøvehandlingskort<", ">Kort<", part="word/document")

    view = read(kort=sheet)

    assert view.actions == (GODMORGEN,)
    assert view.files[0].notes == (), "what was printed otherwise then is nobody's writing"


def test_what_is_written_between_the_fields_is_told(
    blank: Blank, fill_in: FillIn, read: Read, replaced: Replaced
) -> None:
    sheet = replaced(blank("try-out-actions"), "<w:sectPr", f"{LINE}<w:sectPr", "word/document")

    (note,) = read(kort=sheet).files[0].notes

    assert note.startswith("Could not be placed: below “")
    assert note.endswith(": Husk tavlen")


def test_a_field_whose_control_is_gone_is_found_by_its_label(
    blank: Blank, fill_in: FillIn, read: Read, replaced: Replaced
) -> None:
    sheet = fill_in(blank("try-out-actions"), CARD)
    title = "3 Prøvehandling: Hvad prøver vi?"
    for name in ("action-card.what", bookmark("action-card.what")):
        sheet = replaced(sheet, f'"{name}"', '""', part="word/document")
    sheet = replaced(sheet, f'w:alias w:val="{title}"', 'w:alias w:val=""', part="word/document")

    view = read(kort=sheet)

    (line,) = (each for each in view.files[0].sheets[0].lines if each.label == title)
    assert line == Line(title, "Sig godmorgen ved tavlen", "found by its label: check it")
    assert view.actions == (GODMORGEN,)


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    blank: Blank, fill_in: FillIn, read: Read
) -> None:
    view = read(kort=fill_in(blank("try-out-actions"), CARD), brev=b"not a Word file")

    assert view.actions == (GODMORGEN,)
    (fault,) = view.faults
    assert fault.startswith("brev.docx: ")


def test_none_and_too_many_are_faults(toolbox: Toolbox, blank: Blank) -> None:
    sheet = blank("try-out-actions")

    with pytest.raises(FaultError, match="Choose a sheet first"):
        ReadSheets(()).run(toolbox)
    with pytest.raises(FaultError, match="at most 12 files"):
        ReadSheets(tuple((f"{n}.docx", sheet) for n in range(MOST_FILES + 1))).run(toolbox)


def test_a_day_without_a_year_is_reckoned_from_when_the_sheet_was_saved(
    blank: Blank, fill_in: FillIn, read: Read, replaced: Replaced
) -> None:
    card = fill_in(blank("try-out-actions"), CARD, saved="2026-12-18T10:00:00Z")
    card = replaced(card, 'w:fullDate="2027-03-03T00:00:00Z"', "", part="word/document")
    card = replaced(card, ">2027-03-03<", ">3. marts<", part="word/document")

    view = read(kort=card)

    (line,) = (each for each in view.files[0].sheets[0].lines if "dato" in each.label)
    assert (line.answer, line.hint) == ("3\xa0March 2027", "the year is not written: check it")
    assert view.actions == (GODMORGEN,)


@pytest.mark.parametrize("saved", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "snart"])
def test_a_file_saved_at_no_time_that_can_be_is_read(
    blank: Blank, fill_in: FillIn, read: Read, saved: str
) -> None:
    card = fill_in(blank("try-out-actions"), CARD, saved=saved)

    assert read(kort=card).actions == (GODMORGEN,)


def test_a_long_name_and_a_path_are_not_repeated(toolbox: Toolbox) -> None:
    name = "C:\\Users\\jens\\" + "a" * 500 + "\x1b[31m.docx"

    (fault,) = ReadSheets(((name, b"hej"),)).run(toolbox).faults

    assert "jens" not in fault
    assert "\x1b" not in fault
    assert len(fault) < 200


def test_nothing_of_it_is_remembered(blank: Blank, fill_in: FillIn, read: Read) -> None:
    read(kort=fill_in(blank("try-out-actions"), CARD))

    assert same.cache_info().currsize == 0


@given(st.binary(max_size=2000), st.integers(0, 8000))
def test_whatever_is_sent_is_read_or_refused(
    toolbox: Toolbox, blank: Blank, noise: bytes, place: int
) -> None:
    sheet = blank("try-out-actions")
    mangled = sheet[:place] + noise + sheet[place + len(noise) :]

    for content in (noise, mangled):
        view = ReadSheets((("a.docx", content),)).run(toolbox)
        assert len(view.files) + len(view.faults) == 1

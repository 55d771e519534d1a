from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.model import FaultError
from spark_tools.web.sheets.jobs import DrawLookBack, ReadSheets
from spark_tools.web.sheets.reading import MOST_FILES
from spark_tools.web.sheets.view import ActionLine, SheetsView
from spark_tools.web.toolbox import Toolbox

Blank = Callable[..., bytes]
FillIn = Callable[[bytes, Mapping[str, str]], bytes]
Read = Callable[..., SheetsView]

CARD = {
    "action-card.title": "Godmorgen",
    "action-card.what": "Sig godmorgen ved tavlen",
    "action-card.plan.1.who": "Mona",
    "action-card.support.1.follow-up": "2027-03-03",
    "action-card.wonder.1.purpose": "Færre misforståelser",
}
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


def test_actions_go_round_until_they_are_stopped(
    toolbox: Toolbox, blank: Blank, fill_in: FillIn, read: Read
) -> None:
    agreed = (GODMORGEN, ActionLine("Tavlemøde hver mandag"))
    name, sheet = DrawLookBack(agreed, "docx", "da").run(toolbox)
    grid = "since-last-time-sheet.actions"
    told = {
        f"{grid}.a1.done": "Hver dag i to uger",
        f"{grid}.a1.decision": "Fortsæt",
        f"{grid}.a2.decision": "Stop",
        f"{grid}.3.agreed": "Pause uden telefon",
        f"{grid}.3.who": "Ole",
    }

    view = read(siden=fill_in(sheet, told))

    assert name == "siden-sidst-arbejdsark.docx"
    assert view.files[0].title == "Siden sidst"
    assert [line.what.partition(" (")[0] for line in view.actions] == [
        "Godmorgen: Sig godmorgen ved tavlen",
        "Pause uden telefon",
    ]
    first = cells(view)[0]
    assert first["Hvad aftalte vi?"].replace("\xa0", " ") == (
        "Godmorgen: Sig godmorgen ved tavlen (Mona, 3. marts)"
    )
    assert first["Hvad har vi gjort?"] == "Hver dag i to uger"


def test_the_sheets_of_a_course_are_read_without_the_course(
    tmp_path: Path, invoke: Callable[..., object], send: Callable[..., Path], read: Read
) -> None:
    invoke(
        *("plan", "--course-type", "joint", "--theme", "samarbejde", "--workplace", "Linde"),
        *("--participants", "18", "--committees", "3", "--format", "docx", "-o", str(tmp_path)),
    )
    card = next(tmp_path.glob("meeting-*/arbejdsark-proevehandlinger.docx"))
    interval = next(tmp_path.glob("meeting-1/mellemrum.docx"))
    committee = {"action-card.committee": "Linde"}
    told = {
        "interval.agreements.1.what": "Ring til HR",
        "interval.agreements.1.started": "x",
        "interval.tell": "Mona på mandag",
        "interval.committee": "Linde",
    }

    view = read(
        kort=send(card, tmp_path / "in/kort.docx", CARD | committee).read_bytes(),
        mellem=send(interval, tmp_path / "in/mellem.docx", told).read_bytes(),
    )

    assert view.faults == ()
    assert view.actions == (GODMORGEN, ActionLine("Ring til HR"))
    assert answers(view)["Udvalg"] == "Linde"
    assert answers(view)["Hvem fortæller det til kollegerne, hvordan og hvornår?"] == (
        "Mona på mandag"
    )
    assert [note for file in view.files for note in file.notes] == []


def test_the_same_file_sent_twice_counts_once(blank: Blank, fill_in: FillIn, read: Read) -> None:
    card = fill_in(blank("try-out-actions"), CARD)

    assert read(en=card, to=card).actions == (GODMORGEN,)


def test_a_personal_sheet_does_not_say_whose_it_is(
    blank: Blank, fill_in: FillIn, read: Read
) -> None:
    view = read(jens_hansen=blank("homework"))

    assert "hansen" not in view.files[0].name


def test_a_sheet_that_has_lost_its_mark_is_read_by_its_controls(
    blank: Blank, fill_in: FillIn, read: Read
) -> None:
    sheet = fill_in(blank("try-out-actions"), CARD)
    lost = _changed(sheet, "try-out-actions.", "something-else.")

    view = read(kort=lost)

    assert answers(view)["Titel: Hvad kalder vi prøven?"].endswith("Godmorgen")
    assert view.files[0].notes == ("It is not known which sheet this is.",)
    assert view.actions == ()


def _changed(sheet: bytes, old: str, new: str) -> bytes:
    """Give *sheet* with another identifier."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sheet)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name.startswith("docProps/"):
                content = content.replace(old.encode(), new.encode())
            after.writestr(name, content)
    return out.getvalue()


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


@given(st.binary(max_size=2000), st.integers(0, 8000))
def test_whatever_is_sent_is_read_or_refused(
    toolbox: Toolbox, blank: Blank, noise: bytes, place: int
) -> None:
    sheet = blank("try-out-actions")
    mangled = sheet[:place] + noise + sheet[place + len(noise) :]

    for content in (noise, mangled):
        view = ReadSheets((("a.docx", content),)).run(toolbox)
        assert len(view.files) + len(view.faults) == 1

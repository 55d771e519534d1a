"""Sending a filled-in sheet: seeing what stands on it, and fetching the next one."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

CARD = {
    "action-card.title": "Godmorgen",
    "action-card.what": "Sig godmorgen ved tavlen",
    "action-card.plan.1.who": "Mona",
    "action-card.support.1.follow-up": "2027-03-03",
}


@pytest.fixture
def sheet(blank, fill_in, tmp_path: Path) -> Path:
    path = tmp_path / "kort.docx"
    path.write_bytes(fill_in(blank("try-out-actions"), CARD))
    return path


def choose(page, tab_to, file: Path) -> None:
    """Choose a file to send by keyboard alone."""
    with page.expect_file_chooser() as waiting:
        tab_to(page, "Word-filer .*")
        page.keyboard.press("Enter")
    waiting.value.set_files(file)


def test_a_sheet_is_sent_and_carried_over_by_keyboard_alone(visitor, tab_to, skip, axe, sheet):
    page = visitor.open("sheet")
    skip(page)
    choose(page, tab_to, sheet)
    tab_to(page, "Læs arkene")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Prøvehandlingskort").wait_for()
    assert page.get_by_text("Sig godmorgen ved tavlen").first.is_visible()
    assert not visitor.script or axe(page) == []

    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.input_value() == "Godmorgen: Sig godmorgen ved tavlen", "on from the answer"
    tab_to(page, "Hvem.*")
    page.keyboard.press("Control+A")
    page.keyboard.type("Mona og Ali")
    tab_to(page, "Hent arket i Word")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    with zipfile.ZipFile(waiting.value.path()) as fetched:
        text = fetched.read("word/document.xml").decode()
    assert "Godmorgen: Sig godmorgen ved tavlen" in text
    assert "Mona og Ali" in text


def test_what_is_no_sheet_says_so_and_what_to_send(passer_by, tab_to, skip, axe, tmp_path):
    (tmp_path / "billede.docx").write_bytes(b"\xff\xd8 no Word file")
    page = passer_by.open("sheet")
    skip(page)
    choose(page, tab_to, tmp_path / "billede.docx")
    tab_to(page, "Læs arkene")
    page.keyboard.press("Enter")
    page.get_by_role("alert").get_by_text("billede.docx").wait_for()
    assert not passer_by.script or axe(page) == []
    passer_by.forgive("sheet")


def test_a_file_that_is_far_too_large_gets_our_page(visit, tmp_path):
    (tmp_path / "film.docx").write_bytes(bytes(20_000_000))
    visitor = visit()
    page = visitor.open("sheet")
    page.get_by_label("Word-filer").set_input_files(tmp_path / "film.docx")
    page.get_by_role("button", name="Læs arkene").click()
    page.get_by_role("heading", name="Filen er for stor").wait_for()
    visitor.forgive("sheet")

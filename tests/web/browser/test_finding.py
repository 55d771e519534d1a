"""Finding an exercise and fetching its sheets, as a visitor does it."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile

import pytest

SEARCHED = "siden sidst"


def test_a_word_finds_exercises(passer_by):
    page = passer_by.open()
    page.get_by_label("Søg").press_sequentially(SEARCHED)
    if not passer_by.script:
        page.get_by_role("button", name="Find").click()
    shown = page.locator(".card:visible")
    shown.filter(has=page.get_by_role("link", name="Siden sidst", exact=True)).wait_for()
    assert 0 < shown.count() < 10
    told = page.get_by_role("status")
    assert told.inner_text() == f"{shown.count()} øvelser passer."


def test_wishes_narrow_what_is_found(passer_by):
    page = passer_by.open()
    everything = page.locator(".card:visible").count()
    page.get_by_label("Hvor lang tid har I?").select_option("15")
    if not passer_by.script:
        page.get_by_role("button", name="Find").click()
    page.wait_for_url("**minutes=15**")
    page.locator(".card:visible").first.wait_for()
    assert page.locator(".card:visible").count() < everything


def test_what_nothing_answers_says_so_and_how_to_go_on(passer_by):
    page = passer_by.open()
    page.get_by_label("Søg").press_sequentially("zzzz")
    if not passer_by.script:
        page.get_by_role("button", name="Find").click()
    page.get_by_text("Prøv andre ord").wait_for()
    assert page.locator(".card:visible").count() == 0
    page.get_by_role("link", name="Se alle øvelser").click()
    page.locator(".card:visible").nth(10).wait_for()


def test_an_exercise_is_found_and_fetched_by_keyboard_alone(visitor, tab_to, skip):
    page = visitor.open()
    skip(page)
    tab_to(page, "Søg")
    page.keyboard.type("prøvehandling")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Det passer").or_(page.get_by_role("status")).first.wait_for()
    tab_to(page, "Prøvehandlinger")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Prøvehandlinger").wait_for()
    tab_to(page, "Word-dokument ?: Arbejdsark")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "proevehandlinger-arbejdsark.docx"
    assert zipfile.is_zipfile(waiting.value.path())


@pytest.mark.needs("soffice")
def test_what_is_fetched_opens_in_libreoffice(visit, tmp_path):
    page = visit().open("exercises/try-out-actions")
    with page.expect_download() as waiting:
        page.get_by_role("link", name=re.compile(r"^Word-dokument\s*: Arbejdsark$")).click()
    sheet = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(sheet)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        [shutil.which("soffice"), profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8",
         "--outdir", str(tmp_path), str(sheet)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = sheet.with_suffix(".txt").read_text("utf-8-sig")
    assert "Prøvehandling" in text
    assert len(text.split()) > 30

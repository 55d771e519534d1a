"""Planning a course: composing it, changing it, fetching it, passing it on."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

OLD, NEW = "Over eller under standard", "Når det går godt"


@pytest.fixture
def planned(tab_to, skip):
    """Fill in the form by keyboard alone, and wait for the plan."""

    def planned(page):
        skip(page)
        tab_to(page, "Forløb")
        page.keyboard.type("Ind")
        tab_to(page, "Arbejdsplads")
        page.keyboard.type("Lindehaven")
        tab_to(page, "Antal deltagere")
        page.keyboard.type("5")
        tab_to(page, "Samarbejde")
        page.keyboard.press("Space")
        tab_to(page, "Dato")
        page.keyboard.type("02022027")
        tab_to(page, "Se planen")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Lindehaven: Individuelt forløb").wait_for()

    return planned


def meeting(page, number: int):
    return page.get_by_role("region", name=f"Møde {number}:")


def test_a_plan_is_made_changed_and_fetched_by_keyboard_alone(visitor, planned, tab_to, skip):
    page = visitor.open("plan")
    planned(page)
    assert "tirsdag den 2. februar 2027" in meeting(page, 1).inner_text().replace("\xa0", " ")
    assert meeting(page, 2).get_by_role("link", name=OLD).is_visible()

    skip(page)
    tab_to(page, f"Skift eller udelad: {OLD}")
    page.keyboard.press("Enter")
    tab_to(page, "Skift den ud med")
    page.keyboard.type("Når")
    tab_to(page, "Skift")
    page.keyboard.press("Enter")
    meeting(page, 2).get_by_role("status").get_by_text(NEW).wait_for()
    assert meeting(page, 2).get_by_role("link", name=NEW).is_visible()
    assert not meeting(page, 2).get_by_role("link", name=OLD).is_visible()

    tab_to(page, "15 min længere: Møde 2")
    page.keyboard.press("Enter")
    meeting(page, 2).get_by_text("3 timer 15 min").first.wait_for()

    tab_to(page, r"Alt som Word \(zip\)")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".zip")
    assert_holds_the_course(waiting.value.path())


def assert_holds_the_course(path: Path) -> None:
    with zipfile.ZipFile(path) as fetched:
        names = fetched.namelist()
        with zipfile.ZipFile(fetched.open("meeting-2/drejebog.docx")) as document:
            text = document.read("word/document.xml").decode()
    assert NEW in text
    assert OLD not in text
    for kind in ("drejebog", "dagsorden", "arbejdsark"):
        assert sum(kind in name for name in names) >= 3
    assert {"forloebsplan.docx", "course.toml", "moeder.ics"} <= set(names)


def test_what_is_missing_is_told_beside_its_field_and_at_the_top(passer_by, axe, tab_to, skip):
    page = passer_by.open("plan")
    skip(page)
    tab_to(page, "Antal deltagere")
    page.keyboard.type("mange")
    tab_to(page, "Se planen")
    page.keyboard.press("Enter")
    page.get_by_role("alert").get_by_text("mange").wait_for()
    wrong = page.get_by_label("Antal deltagere")
    assert wrong.get_attribute("aria-invalid") == "true"
    assert wrong.input_value() == "mange"
    assert not passer_by.script or axe(page) == []
    page.get_by_role("alert").get_by_role("link").first.click()
    passer_by.forgive("plan")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_plan_with_everything_unfolded(visit, planned, axe, scheme):
    visitor = visit(390 if scheme == "light" else 1280, scheme=scheme)
    page = visitor.open("plan")
    planned(page)
    assert axe(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_link_carries_the_plan_and_the_server_never_sees_it(visit, planned):
    visitor = visit()
    page = visitor.open("plan")
    planned(page)
    link = page.get_by_role("link", name="Link til planen").get_attribute("href")
    path, _, carried = link.partition("#")
    assert (path, "workplace=Lindehaven" in carried) == ("plan", True)
    other = visitor.open(link)
    other.get_by_role("heading", name="Lindehaven: Individuelt forløb").wait_for()
    assert not [url for url in visitor.asked_for if "?" in url]


def test_the_brief_is_handed_on_as_a_file_and_taken_in_again(passer_by, planned):
    page = passer_by.open("plan")
    planned(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=re.compile("^course.toml")).click()
    assert waiting.value.suggested_filename == "lindehaven-course.toml"
    other = passer_by.open("plan")
    other.get_by_label("Arbejd videre med en plan").set_input_files(waiting.value.path())
    other.get_by_role("button", name="Åbn den").click()
    other.get_by_role("heading", name="Lindehaven: Individuelt forløb").wait_for()

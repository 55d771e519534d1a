"""The plan builder over HTTP, as a browser without a script uses it."""

from __future__ import annotations

import logging
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from flask.testing import FlaskClient

COURSE = {
    "course_type": "individual",
    "themes": ["cooperation"],
    "workplace": "Plejecenter Hemmelighed",
    "participants": "5",
    "count": "3",
    "meetings.0.date": "3.2.2027",
}
TEXT = b'workplace = "Hemmelighed"\ncourse_type = "individual"\nthemes = ["noise"]\n'


def test_the_form_comes_in_both_languages(browser: FlaskClient) -> None:
    assert "Se planen" in browser.get("/plan").text
    assert "See the plan" in browser.get("/en/plan").text


def test_an_exercises_page_leads_to_a_form_that_asks_for_it(browser: FlaskClient) -> None:
    assert "plan?include=when-it-works" in browser.get("/exercises/when-it-works").text
    page = browser.get("/plan?include=when-it-works").text
    assert 'name="include" value="when-it-works" id="include" checked' in page


def test_what_is_filled_in_becomes_a_plan(browser: FlaskClient) -> None:
    response = browser.post("/plan", data=COURSE)

    assert response.status_code == 200
    assert "Plejecenter Hemmelighed: Individuelt forløb" in response.text
    assert (
        "onsdag den 3.\N{NO-BREAK SPACE}februar 2027 · kl.\N{NO-BREAK SPACE}9.00–11.30"
        in response.text
    )
    assert response.headers["Cache-Control"] == "no-store"


def test_a_change_comes_with_what_it_did(browser: FlaskClient) -> None:
    swap = {
        "change": "swap:2:over-under-standard",
        "into:2:over-under-standard": "when-it-works",
        "shown": "course_type=individual&themes=cooperation&workplace=Hemmelighed&participants=5"
        "&count=3&meetings.0.date=2027-02-03",
    }
    page = browser.post("/plan", data=COURSE | swap).text

    assert "»Når det går godt« (35 min) kommer i stedet for »Over eller under standard«" in page
    assert 'name="meetings.1.include" value="when-it-works"' in page


def test_what_is_wrong_is_a_page_that_keeps_what_was_typed(browser: FlaskClient) -> None:
    response = browser.post("/plan", data=COURSE | {"participants": "mange"})

    assert response.status_code == 400
    assert "»mange« er ikke et tal" in response.text
    assert 'value="Plejecenter Hemmelighed"' in response.text


def test_a_course_that_does_not_fit_says_what_would_help(browser: FlaskClient) -> None:
    response = browser.post("/plan", data=COURSE | {"count": "9"})

    assert response.status_code == 400
    assert "Individuelt forløb" in response.text


@pytest.mark.parametrize(
    ("button", "name", "media_type"),
    [
        (("file", "meeting-1/drejebog.docx"), "meeting-1-drejebog.docx", "wordprocessingml"),
        (("file", "forloebsplan.pdf"), "forloebsplan.pdf", "application/pdf"),
        (("file", "moeder.ics"), "moeder.ics", "text/calendar"),
        (("file", "course.toml"), "course.toml", "application/toml"),
        (("zip", "docx"), "forloeb.zip", "application/zip"),
    ],
)
def test_a_button_fetches_its_file(
    button: tuple[str, str], name: str, media_type: str, browser: FlaskClient
) -> None:
    response = browser.post("/plan", data=COURSE | dict([button]))

    assert response.status_code == 200
    assert media_type in response.content_type
    assert response.headers["Content-Disposition"] == (
        f"attachment; filename=plejecenter-hemmelighed-{name}"
    )
    assert response.headers["Cache-Control"] == "no-store"


def test_a_file_that_is_not_there_is_a_page_that_says_so(browser: FlaskClient) -> None:
    response = browser.post("/plan", data=COURSE | {"file": "../../etc/passwd"})

    assert response.status_code == 400
    assert "Den fil er ikke i planen." in response.text


def upload(browser: FlaskClient, content: bytes) -> Any:
    sent = {"brief": (BytesIO(content), "course.toml")}
    return browser.post("/plan", data=sent, content_type="multipart/form-data")


def test_an_uploaded_brief_becomes_a_plan_and_its_word_file_is_left_out(
    browser: FlaskClient,
) -> None:
    text = TEXT.replace(b"noise", b"cooperation") + b'participants = 5\n[house]\nfile = "h.docx"\n'
    response = upload(browser, text)

    assert response.status_code == 200
    assert "Hemmelighed: Individuelt forløb" in response.text
    assert "Word-filen h.docx bliver ikke brugt her" in response.text


def test_an_uploaded_brief_that_is_wrong_is_told_line_by_line(browser: FlaskClient) -> None:
    response = upload(browser, TEXT)

    assert response.status_code == 400
    assert "I course.toml, linje 3: der er intet tema, der hedder »noise«" in response.text
    assert "»participants« mangler" in response.text


def test_nothing_that_is_sent_is_logged(
    browser: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    browser.post("/plan", data=COURSE)
    browser.post("/plan", data=COURSE | {"participants": "Hemmelighed"})
    upload(browser, TEXT)

    assert "Hemmelighed" not in caplog.text


typed = st.text(max_size=30)
names = st.sampled_from(
    [
        *("course_type", "themes", "workplace", "participants", "committees", "count", "start"),
        *("minutes", "wish", "include", "exclude", "language", "look", "posters", "shown", "undo"),
        *("change", "meetings.0.date", "meetings.1.start", "meetings.2.include", "file", "zip"),
        "into:2:over-under-standard",
    ]
)
buttons = st.sampled_from(["longer:1", "shorter:99", "out:check-in", "swap:2:over-under-standard"])


@settings(max_examples=60, deadline=None)
@given(
    sent=st.dictionaries(names | typed, st.lists(typed | buttons, max_size=3)), good=st.booleans()
)
def test_whatever_is_sent_is_answered(
    sent: dict[str, list[str]], good: bool, browser: FlaskClient
) -> None:
    response = browser.post("/plan", data=(COURSE if good else {}) | sent)

    assert response.status_code in (200, 400)
    assert "Traceback" not in response.text


@settings(max_examples=30, deadline=None)
@given(content=st.binary(max_size=200))
def test_whatever_is_uploaded_is_answered(content: bytes, browser: FlaskClient) -> None:
    assert upload(browser, content).status_code == 400

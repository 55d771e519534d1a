from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

CARD = "/exercises/try-out-actions/proevehandlinger-arbejdsark.docx"


def send(browser: FlaskClient, *files: tuple[bytes, str], path: str = "/sheet") -> TestResponse:
    sent = [(io.BytesIO(content), name) for content, name in files]
    return browser.post(path, data={"files": sent}, content_type="multipart/form-data")


def test_the_page_asks_for_files(browser: FlaskClient) -> None:
    page = browser.get("/sheet")

    assert page.status_code == 200
    assert 'type="file"' in page.text
    assert "Tag det med til næste møde" not in page.text


def test_a_sheet_is_shown_and_kept_by_nobody(browser: FlaskClient) -> None:
    answer = send(browser, (browser.get(CARD).data, "kort.docx"))

    assert answer.status_code == 200
    assert "Prøvehandlingskort" in answer.text
    assert "Tag det med til næste møde" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_file_that_is_no_sheet_is_told_by_name(browser: FlaskClient) -> None:
    answer = send(browser, (b"hej", "brev.docx"))

    assert "brev.docx: " in answer.text
    assert 'role="alert"' in answer.text


def test_sending_nothing_is_a_friendly_fault(browser: FlaskClient) -> None:
    answer = send(browser, (b"", ""))

    assert answer.status_code == 400
    assert "Vælg først et ark" in answer.text


def test_what_was_agreed_comes_as_a_sheet_to_fetch(browser: FlaskClient) -> None:
    agreed = {"what-1": "Sig godmorgen", "format": "docx"}

    word = browser.post("/sheet/next", data=agreed)
    pdf = browser.post("/sheet/next", data=agreed | {"format": "pdf"})

    assert word.headers["Content-Disposition"] == "attachment; filename=siden-sidst-arbejdsark.docx"
    assert word.data.startswith(b"PK")
    assert pdf.data.startswith(b"%PDF")
    assert word.headers["Cache-Control"] == "no-store"


def test_what_is_wrong_in_the_form_is_told_and_nothing_typed_is_lost(browser: FlaskClient) -> None:
    answer = browser.post("/sheet/next", data={"who-1": "Mona", "review-1": "snart"})

    assert answer.status_code == 400
    assert "Skriv, hvad I aftalte." in answer.text
    assert 'value="Mona"' in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_a_form_with_nothing_in_it_is_there_to_be_filled_in(browser: FlaskClient) -> None:
    answer = browser.post("/sheet/next", data={"what-1": " ", "look": "large-print"})

    assert answer.status_code == 400
    assert "Skriv mindst én ting, I har aftalt." in answer.text
    assert 'name="what-1"' in answer.text
    assert 'value="large-print" checked' in answer.text


def test_whose_it_was_goes_along(browser: FlaskClient) -> None:
    agreed = {"what-1": "Ring", "review-1": "snart", "whose-1": "Udvalg <1>"}

    answer = browser.post("/sheet/next", data=agreed)

    assert "Aftale 1 · Udvalg &lt;1&gt;" in answer.text
    assert 'name="whose-1" value="Udvalg &lt;1&gt;"' in answer.text


def test_the_sheet_comes_in_large_print(browser: FlaskClient) -> None:
    answer = browser.post("/sheet/next", data={"what-1": "Ring", "look": "large-print"})

    assert answer.headers["Content-Disposition"].endswith("siden-sidst-arbejdsark-stor-skrift.docx")


def test_the_answer_to_a_sheet_is_where_the_reading_goes_on(browser: FlaskClient) -> None:
    well, badly = (send(browser, each) for each in ((browser.get(CARD).data, "a"), (b"hej", "b")))

    assert 'action="sheet#answer"' in well.text
    assert '<section id="answer"' in well.text
    assert '<div class="faults" id="answer"' in badly.text


def test_a_format_that_is_none_is_a_fault(browser: FlaskClient) -> None:
    answer = browser.post("/sheet/next", data={"what-1": "Ring", "format": "exe"})

    assert answer.status_code == 400


def test_files_that_are_too_large_are_refused(browser: FlaskClient) -> None:
    # The client's own way to send a file this large goes by a file on the disk.
    body = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.docx"\r\n\r\n'
    body += b"a" * 9_000_000 + b"\r\n--x--\r\n"
    answer = browser.post("/sheet", data=body, content_type="multipart/form-data; boundary=x")

    assert answer.status_code == 413
    assert "for stor" in answer.text


def test_it_is_there_in_english_too(browser: FlaskClient) -> None:
    answer = send(browser, (b"hej", "letter.docx"), path="/en/sheet")

    assert "Look at this first" in answer.text


def test_the_rows_of_a_table_are_headed_by_their_labels(
    browser: FlaskClient, blank: Callable[..., bytes], fill_in: Callable[..., bytes]
) -> None:
    sheet = fill_in(blank("keep-going"), {"keep-going-sheet.calendar.2.who": "Mona"})

    answer = send(browser, (sheet, "ark.docx"))

    assert '<tr><td></td><th scope="col">' in answer.text
    assert '<tr><th scope="row">Om tre måneder</th>' in answer.text

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.web.page import Frame
from spark_tools.web.server.headers import SECURITY

if TYPE_CHECKING:
    from flask.testing import FlaskClient


def test_every_answer_has_the_security_headers(browser: FlaskClient, frame: Frame) -> None:
    style = f"/assets/{frame.assets['style.css'].name}"
    for path in ("/", "/nope", "/health", style, "/en", "/api/nope", "/themes/", "/exercises/nope"):
        answer = browser.get(path)
        assert SECURITY.items() <= dict(answer.headers).items(), path


def test_no_answer_sets_a_cookie(browser: FlaskClient) -> None:
    assert "Set-Cookie" not in browser.get("/").headers


def test_a_page_that_has_not_changed_is_not_sent_again(browser: FlaskClient) -> None:
    first = browser.get("/themes")

    again = browser.get("/themes", headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "no-cache"
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Content-Security-Policy"]


def test_an_asset_may_be_kept_for_ever(browser: FlaskClient, frame: Frame) -> None:
    answer = browser.get(f"/assets/{frame.assets['style.css'].name}")

    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.content_type == "text/css; charset=utf-8"


def test_a_download_says_what_it_is_called(browser: FlaskClient) -> None:
    answer = browser.get("/exercises/try-out-actions/proevehandlinger-arbejdsark.docx")

    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=proevehandlinger-arbejdsark.docx"
    )
    assert answer.data.startswith(b"PK")


def test_a_failure_is_kept_by_nobody(browser: FlaskClient) -> None:
    assert browser.get("/nope").headers["Cache-Control"] == "no-store"


def test_a_page_that_has_changed_is_sent_again(browser: FlaskClient) -> None:
    first = browser.get("/themes")

    again = browser.get("/themes", headers={"If-None-Match": '"another"'})

    assert (again.status_code, again.data) == (200, first.data)


def test_an_etag_follows_the_content(browser: FlaskClient) -> None:
    paths = ("/", "/en/", "/themes", "/?q=konflikt", "/exercises/check-in/check-ind.md")

    assert len({browser.get(path).headers["ETag"] for path in paths}) == len(paths)


def test_who_asks_only_for_the_headers_gets_those_of_the_page(browser: FlaskClient) -> None:
    asked, told = browser.get("/themes"), browser.head("/themes")

    assert (told.status_code, told.data) == (200, b"")
    for name in ("ETag", "Content-Length", "Content-Type", "Cache-Control"):
        assert told.headers[name] == asked.headers[name]

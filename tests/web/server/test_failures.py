from __future__ import annotations

import logging

import pytest
from flask import Flask, abort

from spark_tools.model import Fault, FaultError
from spark_tools.web.jobs import FailureError, OnTheSpot, OverloadError, TooManyError, TooSlowError
from spark_tools.web.page import Frame
from spark_tools.web.server.app import create_app
from spark_tools.web.server.context import Context
from spark_tools.web.toolbox import Toolbox


@pytest.fixture
def app(toolbox: Toolbox, frame: Frame) -> Flask:
    return create_app(Context(toolbox, frame, OnTheSpot(toolbox)))


def failing(app: Flask, error: Exception, path: str = "/fail") -> Flask:
    def view() -> str:
        raise error

    app.add_url_rule(path, view_func=view, methods=["GET", "POST"])
    return app


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (FaultError([Fault("Datoen 31. februar findes ikke.")]), 400, "31. februar"),
        (TooManyError(""), 429, "for meget på én gang"),
        (OverloadError(""), 503, "Der er kø lige nu"),
        (TooSlowError("ComposePlan: more than 30 s"), 503, "Det tager for lang tid"),
        (FailureError("DrawPlan: the worker is gone"), 500, "Noget gik galt hos os"),
        (ZeroDivisionError("en hemmelighed"), 500, "Noget gik galt hos os"),
    ],
)
def test_a_failure_is_a_page_that_says_what_to_do(
    app: Flask, error: Exception, status: int, words: str
) -> None:
    answer = failing(app, error).test_client().get("/fail")

    assert answer.status_code == status
    assert words in answer.text
    assert "Til forsiden" in answer.text
    assert "hemmelighed" not in answer.text


@pytest.mark.parametrize("status", [400, 404, 405, 413, 415, 418, 429, 500, 501, 503])
def test_every_status_has_words_in_both_languages(app: Flask, status: int) -> None:
    app.add_url_rule("/fail", "da", lambda: abort(status) if status != 418 else abort(418))
    app.add_url_rule("/en/fail", "en", lambda: abort(status))

    danish, english = app.test_client().get("/fail"), app.test_client().get("/en/fail")

    assert danish.status_code == english.status_code == status
    assert 'lang="da"' in danish.text
    assert 'lang="en"' in english.text


def test_who_comes_too_soon_is_told_when_to_come_again(app: Flask) -> None:
    answer = failing(app, OverloadError("")).test_client().get("/fail")

    assert answer.headers["Retry-After"] == "30"


def test_a_wrong_method_is_told_which_are_right(app: Flask) -> None:
    answer = app.test_client().post("/health")

    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_a_program_gets_its_failure_as_json(app: Flask) -> None:
    error = FaultError([Fault("ukendt tema")])
    answer = failing(app, error, "/api/fail").test_client().get("/api/fail")

    assert answer.content_type == "application/problem+json"
    assert answer.json == {
        "status": 400,
        "title": "Det kunne ikke læses",
        "details": ["ukendt tema"],
        "fields": [""],
    }


def test_the_log_says_where_it_came_from_and_nothing_of_what_was_sent(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        client = failing(app, ValueError("navnet Jensen")).test_client()
        client.post("/fail?q=Jensen", data={"wish": "Jensen skal væk"})

    assert "ValueError" in caplog.text
    assert "test_failures.py" in caplog.text
    assert "Jensen" not in caplog.text


def test_a_form_that_is_too_large_is_refused(app: Flask) -> None:
    app.add_url_rule("/take", "take", lambda: request_form(), methods=["POST"])

    answer = app.test_client().post("/take", data={"wish": "a" * 300_000})

    assert answer.status_code == 413
    assert "for stor" in answer.text


def request_form() -> str:
    from flask import request

    return str(len(request.form))


def test_a_form_of_very_many_parts_is_refused(app: Flask) -> None:
    app.add_url_rule("/take", "take", lambda: request_form(), methods=["POST"])
    fields = {f"field-{number}": "a" for number in range(2_000)}

    answer = app.test_client().post("/take", data=fields, content_type="multipart/form-data")

    assert answer.status_code == 413


def test_what_a_fault_says_is_text_not_markup(app: Flask) -> None:
    fault = FaultError([Fault("Hvad er <script>?")])

    assert "Hvad er &lt;script&gt;?" in failing(app, fault).test_client().get("/fail").text

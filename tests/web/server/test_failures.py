"""What is answered, and what is logged, when something goes wrong."""

import logging

import pytest
from flask import abort, request

from spark_tools.model import Fault, FaultError
from spark_tools.web.jobs import FailureError, OverloadError, TooManyError

SECRET = "det fortrolige ord"

WAYS = {
    "bug": lambda: {}[SECRET],
    "fault": lambda: faulty(),
    "failure": lambda: fail(FailureError("Job: the worker is gone")),
    "queue": lambda: fail(OverloadError("32 jobs at once")),
    "greedy": lambda: fail(TooManyError("20 jobs at once")),
    "teapot": lambda: abort(418),
    "form": lambda: request.form["nothing"],
}
STATUS = {"bug": 500, "fault": 400, "failure": 500, "queue": 503, "greedy": 429, "teapot": 418,
          "form": 400}  # fmt: skip


def fail(error):
    raise error


def faulty():
    raise FaultError([Fault("Antal skal være et tal", "antal"), Fault(f"Hvad er <{SECRET}>?")])


@pytest.fixture(scope="module")
def broken(app):
    """An application where many things go wrong."""

    def goes_wrong(way):
        WAYS[way]()
        pytest.fail("nothing went wrong")

    for prefix in ("", "/en", "/api"):
        app.add_url_rule(f"{prefix}/wrong/<way>", f"wrong{prefix}", goes_wrong,
                         methods=["GET", "POST"])  # fmt: skip
    return app.test_client()


@pytest.mark.parametrize("way", WAYS)
def test_a_person_gets_a_page_in_the_language_of_the_address(broken, way):
    danish, english = broken.get(f"/wrong/{way}"), broken.get(f"/en/wrong/{way}")
    assert danish.status_code == english.status_code == STATUS[way]
    assert '<html lang="da">' in danish.text
    assert "Til forsiden" in danish.text
    assert '<html lang="en">' in english.text
    assert "To the front page" in english.text


@pytest.mark.parametrize("way", WAYS)
def test_a_program_gets_the_same_as_json(broken, way):
    answer = broken.get(f"/api/wrong/{way}")
    assert answer.status_code == STATUS[way]
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json["status"] == STATUS[way]
    assert answer.json["title"] in broken.get(f"/wrong/{way}").text


def test_a_person_is_told_every_fault_at_once_as_text_not_markup(broken):
    html = broken.get("/wrong/fault").text
    assert "Antal skal være et tal" in html
    assert f"Hvad er &lt;{SECRET}&gt;?" in html


@pytest.mark.parametrize("way", ["queue", "greedy"])
def test_who_must_wait_is_told_for_how_long(broken, way):
    seconds = int(broken.get(f"/wrong/{way}").headers["Retry-After"])
    assert 0 < seconds <= 60


@pytest.mark.parametrize("way", WAYS)
def test_the_log_says_where_it_went_wrong_and_never_what_was_sent(broken, way, caplog):
    caplog.set_level(logging.DEBUG)
    broken.post(f"/wrong/{way}", data={"navn": SECRET})
    assert SECRET not in caplog.text
    assert (STATUS[way] >= 500 or way == "greedy") == bool(caplog.records)
    if way == "bug":
        assert "KeyError" in caplog.text
        assert "test_failures.py" in caplog.text


def test_only_a_persons_own_answer_shows_what_is_wrong_with_what_was_sent(broken):
    assert SECRET in broken.get("/wrong/fault").text
    assert SECRET not in broken.get("/wrong/bug").text


def test_a_form_that_is_too_large_is_refused_in_words(broken):
    answer = broken.post("/wrong/form", data={"nothing": "x" * 300_000})
    assert answer.status_code == 413
    assert "for stor" in answer.text


def test_a_form_of_very_many_parts_is_refused(broken):
    fields = {f"felt-{number}": "x" for number in range(2_000)}
    answer = broken.post("/wrong/form", data=fields, content_type="multipart/form-data")
    assert answer.status_code == 413

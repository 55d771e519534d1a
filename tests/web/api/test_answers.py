"""What the API gives is what its description says that it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest

from spark_tools.web.api.description import description

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from spark_tools.web.toolbox import Toolbox

BRIEF: dict[str, Any] = {
    "workplace": "Plejecenter Lindehaven",
    "course_type": "individuelt",
    "themes": ["samarbejde"],
    "participants": 5,
    "start": "09:00",
    "meetings": [{"date": "2027-02-03"}, {"date": "2027-03-03", "minutes": 180}],
}
PATHS = [path for path in description()["paths"] if path != "/api/compose"]


def holds(value: Any, schema: Any) -> None:
    whole = {**schema, "components": description()["components"]}
    jsonschema_rs.Draft202012Validator(whole).validate(value)


def gives(path: str, method: str = "get") -> Any:
    told = description()["paths"][path][method]["responses"]["200"]
    return told["content"]["application/json"]["schema"]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_its_shape(
    browser: FlaskClient, toolbox: Toolbox, path: str, language: str
) -> None:
    library = toolbox.library
    names = {
        "/api/exercises/{id}": [each.id for each in library.exercises],
        "/api/themes/{id}": [each.id for each in library.themes],
        "/api/course-types/{id}": [each.id for each in library.course_types],
    }
    for name in names.get(path, [""]):
        answer = browser.get(f"{path.replace('{id}', name)}?lang={language}")
        assert answer.status_code == 200
        holds(answer.json, gives(path))


@pytest.mark.parametrize("kind", ["full-day", "individual", "joint", "network", "two-half-days"])
def test_a_plan_has_its_shape(browser: FlaskClient, kind: str) -> None:
    several = kind in ("joint", "network")
    people = {"participants": 36, "committees": 10} if several else {"participants": 5}
    brief = {"workplace": "Linde", "course_type": kind, "themes": ["samarbejde"], **people}

    answer = browser.post("/api/compose", json=brief)

    holds(answer.json, gives("/api/compose", "post"))
    holds(brief, description()["components"]["schemas"]["Brief"])


def test_a_plan_says_why_in_words_and_is_kept_by_nobody(browser: FlaskClient) -> None:
    answer = browser.post("/api/compose?lang=en", json=BRIEF)

    assert answer.headers["Cache-Control"] == "no-store"
    first = answer.json["meetings"][0]
    assert (first["date"], first["start"]) == ("2027-02-03", "09:00")
    sentences = [reason["sentence"] for reason in first["items"][0]["reasons"]]
    assert any(each.startswith("A usual choice") for each in sentences)


def test_links_lead_on(browser: FlaskClient) -> None:
    listed = {each["id"]: each["href"] for each in browser.get("/api/exercises").json}
    assert listed["try-out-actions"] == "exercises/try-out-actions"

    whole = browser.get("/api/exercises/try-out-actions").json
    word = next(each for each in whole["files"] if each["format"] == "docx")
    assert word["href"] == "../../exercises/try-out-actions/proevehandlinger-arbejdsark.docx"
    assert browser.get(word["href"].removeprefix("../..")).status_code == 200


def test_a_list_is_filtered(browser: FlaskClient) -> None:
    found = browser.get("/api/exercises?function=act&minutes=30&q=skridt").json

    assert [each["id"] for each in found] == ["next-steps"]


def test_a_thing_is_found_by_any_of_its_names(browser: FlaskClient) -> None:
    assert browser.get("/api/exercises/prøvehandlinger").json["id"] == "try-out-actions"


def test_a_near_miss_says_what_was_perhaps_meant(browser: FlaskClient) -> None:
    answer = browser.get("/api/exercises/provehandlig")

    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"
    assert "Mente du" in answer.json["details"][0]


def test_an_answer_is_told_as_unchanged(browser: FlaskClient) -> None:
    first = browser.get("/api/themes")

    again = browser.get("/api/themes", headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304


def test_all_that_is_wrong_with_a_brief_is_told_by_field(browser: FlaskClient) -> None:
    wrong = {**BRIEF, "themes": ["samarbjde"], "participants": 0, "colour": "red"}
    wrong["meetings"] = [{"date": "2027-02-31"}]

    answer = browser.post("/api/compose?lang=en", json=wrong)

    assert answer.status_code == 400
    told = dict(zip(answer.json["fields"], answer.json["details"], strict=True))
    assert set(told) == {"themes.0", "participants", "colour", "meetings.0.date"}
    assert "Did you mean" in told["themes.0"]
    holds(answer.json, description()["components"]["schemas"]["Problem"])


def test_a_course_that_does_not_fit_says_by_how_much(browser: FlaskClient) -> None:
    tight = {**BRIEF, "meetings": [{"minutes": 30}, {"minutes": 30}]}

    answer = browser.post("/api/compose?lang=en", json=tight)

    assert answer.status_code == 400
    assert any("minutes" in each for each in answer.json["details"])


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{}", "text/plain", 415),
        (b"not json", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b'{"participants": NaN}', "application/json", 400),
        (b'{"wish": "a", "wish": "b"}', "application/json", 400),
        (b"[]", "application/json", 400),
        (b'{"participants": 1e400}', "application/json", 400),
        (b'{"participants": ' + b"9" * 5000 + b"}", "application/json", 400),
        (b'{"wish": "' + b"a" * 300_000 + b'"}', "application/json", 413),
    ],
    ids=range(9),
)
def test_what_is_no_brief_is_refused(
    browser: FlaskClient, body: bytes, kind: str, status: int
) -> None:
    answer = browser.post("/api/compose", data=body, content_type=kind)

    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"


@pytest.mark.parametrize(
    "query", ["lang=de", "minutes=ti", "minutes=0", "function=dance", "theme=zebra", "minutes="]
)
def test_a_question_that_is_wrong_is_a_fault(browser: FlaskClient, query: str) -> None:
    assert browser.get(f"/api/exercises?{query}").status_code == 400


def test_other_sites_have_no_business_here(browser: FlaskClient) -> None:
    answer = browser.get("/api/themes", headers={"Origin": "https://elsewhere.example"})

    assert "Access-Control-Allow-Origin" not in answer.headers

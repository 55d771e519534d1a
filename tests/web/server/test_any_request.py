"""Any request, however odd, gets an answer of ours: never a crash, always the headers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from spark_tools.web.server.headers import SECURITY

if TYPE_CHECKING:
    from flask.testing import FlaskClient

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
NAMES = st.sampled_from(
    [
        "q",
        "theme",
        "function",
        "minutes",
        "participants",
        "lang",
        "course_type",
        "themes",
        "workplace",
        "committees",
        "start",
        "count",
        "include",
        "exclude",
        "wish",
        "consultant",
        "language",
        "look",
        "posters",
        "do",
        "file",
        "format",
        "meetings.0.date",
        "meetings.0.minutes",
        "meetings.1.include",
        "what-1",
        "who-1",
        "review-1",
        "brief",
    ]
)
VALUES = TEXT | st.sampled_from(
    [
        "individual",
        "joint",
        "cooperation",
        "da",
        "en",
        "5",
        "0",
        "-1",
        "99999",
        "9.00",
        "2027-02-03",
        "31.2.2027",
        "docx",
        "pdf",
        "zip",
        "try-out-actions",
        "longer-1",
        "shorter-1",
        "swap-1-check-in",
    ]
)
PAIRS = st.lists(st.tuples(NAMES | TEXT, VALUES), max_size=8)
METHODS = st.sampled_from(["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"])


@pytest.fixture(scope="module")
def addresses(browser: FlaskClient) -> list[str]:
    """Every address of the application that does not stand for many."""
    rules = browser.application.url_map.iter_rules()
    return sorted({rule.rule for rule in rules if "<" not in rule.rule})


def is_ours(answer: object, status: int, headers: dict[str, str]) -> None:
    assert status < 500, answer
    assert SECURITY.items() <= headers.items()


@given(data=st.data(), method=METHODS, query=PAIRS, form=PAIRS)
def test_an_address_of_ours(
    browser: FlaskClient,
    addresses: list[str],
    data: st.DataObject,
    method: str,
    query: list[tuple[str, str]],
    form: list[tuple[str, str]],
) -> None:
    path = data.draw(st.sampled_from(addresses))
    fields: dict[str, list[str]] = {}
    for name, value in form:
        fields.setdefault(name, []).append(value)

    answer = browser.open(path, method=method, query_string=query, data=fields)

    is_ours((path, method), answer.status_code, dict(answer.headers))


@given(parts=st.lists(TEXT, max_size=4), method=METHODS)
def test_an_address_of_nobodys(browser: FlaskClient, parts: list[str], method: str) -> None:
    assume(not parts or parts[0])  # the test client takes what follows // for a host
    path = "http://localhost/" + "/".join(quote(part, safe="") for part in parts)

    answer = browser.open(path, method=method)

    is_ours((path, method), answer.status_code, dict(answer.headers))


@given(
    data=st.data(),
    body=st.binary(max_size=300),
    kind=st.sampled_from(
        [
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "text/plain; charset=utf-99",
            "",
        ]
    ),
)
def test_a_body_of_any_kind(
    browser: FlaskClient, addresses: list[str], data: st.DataObject, body: bytes, kind: str
) -> None:
    path = data.draw(st.sampled_from(addresses))

    answer = browser.post(path, data=body, content_type=kind)

    is_ours((path, kind, body), answer.status_code, dict(answer.headers))

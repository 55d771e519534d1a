"""What browsers are told beside the page."""

import re

import pytest

from spark_tools.web.server.headers import SECURITY

PAGE, FILE = "/themes", "/exercises/check-in/check-ind.md"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/health", 200), (FILE, 200), ("/themes/", 308), ("/exercises/Check-ind", 302),
     ("/nothing", 404), ("/en/nothing", 404), ("/assets/nothing.css", 404)],
)  # fmt: skip
def test_every_answer_has_the_security_headers_and_no_cookie(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in SECURITY} == SECURITY
    assert "Set-Cookie" not in answer.headers
    assert "Cache-Control" in answer.headers


def test_a_refused_method_has_the_security_headers_too_and_says_what_is_allowed(client):
    answer = client.post(PAGE)
    assert answer.status_code == 405
    assert {name: answer.headers.get(name) for name in SECURITY} == SECURITY
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize("path", [PAGE, FILE, "/en/themes", "/?q=konflikt"])
def test_what_has_not_changed_is_not_sent_again(client, path):
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"] == "no-cache"
    other = client.get(path, headers={"If-None-Match": '"other"'})
    assert (other.status_code, other.data) == (200, first.data)


def test_an_etag_follows_the_content(client):
    etags = {client.get(path).headers["ETag"] for path in ("/", "/en/", PAGE, FILE)}
    assert len(etags) == 4


def test_an_asset_is_kept_for_ever_for_its_name_changes_with_it(client):
    style = re.search(r'href="(assets/style[^"]+)"', client.get("/").text)
    answer = client.get(f"/{style[1]}")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["Content-Type"] == "text/css; charset=utf-8"


@pytest.mark.parametrize("path", ["/nothing", "/health"])
def test_what_is_true_only_now_is_not_kept(client, path):
    answer = client.get(path)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


def test_a_download_is_named_and_a_page_is_not(client):
    file = client.get(FILE)
    assert file.headers["Content-Disposition"] == "attachment; filename=check-ind.md"
    assert file.headers["Content-Type"] == "text/markdown; charset=utf-8"
    assert "Content-Disposition" not in client.get(PAGE).headers


def test_a_head_request_gets_the_same_headers_and_no_body(client):
    asked, told = client.get(PAGE), client.head(PAGE)
    assert (told.status_code, told.data) == (200, b"")
    assert told.headers["ETag"] == asked.headers["ETag"]
    assert told.headers["Content-Length"] == asked.headers["Content-Length"]


def test_a_part_of_a_file_can_be_asked_for_or_is_sent_whole(client):
    whole = client.get(FILE)
    part = client.get(FILE, headers={"Range": "bytes=0-9"})
    assert (part.status_code, part.data) in [(200, whole.data), (206, whole.data[:10])]

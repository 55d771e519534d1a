from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest

from spark_tools.web.jobs import FailureError, Job, OnTheSpot, Result
from spark_tools.web.page import Frame, make_frame
from spark_tools.web.server.app import create_app
from spark_tools.web.server.context import Context
from spark_tools.web.toolbox import Toolbox, open_toolbox

if TYPE_CHECKING:
    from flask.testing import FlaskClient

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def hits(page: str) -> list[str]:
    """Give the ids of the exercises that stand in the answer."""
    answer = page.partition('id="answer"')[2].partition('id="all"')[0]
    return re.findall('class="card" data-id="([^"]+)"', answer)


def told(page: str) -> str:
    found = re.search(r'id="told"[^>]*>([^<]*)<', page)
    assert found
    return found[1].strip()


def links(page: str) -> Iterator[str]:
    """Give the links of a page to other places of the same server."""
    for link in re.findall(r'(?:href|src|action)="([^"]*)"', page):
        if not re.match("[a-z]+:", link):
            yield unescape(link)


def test_the_front_page_finds_what_the_form_asks_for(browser: FlaskClient) -> None:
    page = browser.get("/?q=pr%C3%B8vehandling&theme=&function=act&minutes=90&participants=7").text

    assert hits(page) == ["try-out-actions", "next-steps"]
    assert told(page) == "2 øvelser passer."
    assert 'value="prøvehandling"' in page
    assert '<option value="act" selected>' in page
    assert '<option value="90" selected>' in page


def test_the_form_of_an_english_page_finds_in_english(browser: FlaskClient) -> None:
    page = browser.get("/en/?q=workload").text

    assert "must-and-can" in hits(page)
    assert told(page).endswith("exercises fit.")


def test_what_cannot_be_read_of_a_question_is_told_beside_its_field(browser: FlaskClient) -> None:
    answer = browser.get("/?minutes=mange&participants=-3&theme=nej&function=hop&q=standard")

    assert answer.status_code == 200
    assert hits(answer.text)[0] == "over-under-standard"
    for name in ("minutes", "participants", "theme", "function"):
        assert f'aria-describedby="{name}-fault"' in answer.text
        assert f'class="fault" id="{name}-fault"' in answer.text


def test_what_is_asked_for_stands_on_the_page_as_text(browser: FlaskClient) -> None:
    page = browser.get("/?q=" + quote('"><script>alert(1)</script>\x00')).text

    assert "<script>alert" not in page
    assert "\x00" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_an_answer_is_kept_as_long_as_it_is_the_same(browser: FlaskClient) -> None:
    first = browser.get("/?q=standard")
    again = browser.get("/?q=standard", headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "no-cache"
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("/exercises/prøvehandlinger", "/exercises/try-out-actions"),
        ("/exercises/proevehandlinger", "/exercises/try-out-actions"),
        ("/exercises/Try-Out-Actions", "/exercises/try-out-actions"),
        ("/exercises/pr%C3%B8veh", "/exercises/try-out-actions"),
        ("/en/exercises/prøvehandlinger", "/en/exercises/try-out-actions"),
        ("/themes/mobning", "/themes/harassment"),
        ("/course-types/netværk", "/course-types/network"),
        ("/exercises/try-out-actions/", "/exercises/try-out-actions"),
        ("/themes/?from=mail", "/themes?from=mail"),
        ("/exercises", "/"),
        ("/exercises/", "/"),
        ("/en/exercises", "/en/"),
        ("/en", "/en/"),
        ("/en?q=standard", "/en/?q=standard"),
    ],
)
def test_other_names_of_a_page_lead_to_it(browser: FlaskClient, asked: str, there: str) -> None:
    answer = browser.get(asked)

    assert answer.status_code in (302, 308)
    assert not urlsplit(answer.headers["Location"]).netloc
    arrived = urljoin(f"http://localhost{asked}", answer.headers["Location"])
    assert arrived == f"http://localhost{there}"
    assert browser.get(there).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/da",
        "/da/",
        "/da/exercises/prøvehandlinger",
        "/da/exercises/try-out-actions",
        "/exercises/try-out-actions/nothing.docx",
        "/exercises/nothing/proevehandlinger.docx",
        "/en/exercises/try-out-actions/proevehandlinger-stor-skrift.docx",
        "/exercises/..%2F..%2Fetc%2Fpasswd",
        "/exercises/a%0D%0ASet-Cookie:%20a=b",
        "/exercises/%00",
        "/exercises/" + "a" * 2000,
        "/assets/style.css",
        "/en/assets/style.css",
        "/themes/mobning/mere",
        "/en/en/",
    ],
)
def test_what_is_not_there_is_not_found(browser: FlaskClient, path: str) -> None:
    answer = browser.get(path)

    assert answer.status_code == 404
    assert "Den side findes ikke" in answer.text or "There is no such page" in answer.text
    assert len(answer.data) < 10_000


@pytest.mark.parametrize(
    ("asked", "said", "meant"),
    [
        ("/exercises/prøvehandelinger", "»prøvehandelinger«", {"try-out-actions"}),
        ("/exercises/siden", "»siden«", {"since-last-time", "since-last-time-long"}),
        ("/en/themes/harasment", "“harasment”", {"harassment"}),
        ("/course-types/netværkforløb", "»netværkforløb«", {"network"}),
        ("/exercises/zzz", "»zzz«", set()),
    ],
)
def test_a_near_miss_leads_to_what_was_perhaps_meant(
    browser: FlaskClient, asked: str, said: str, meant: set[str]
) -> None:
    answer = browser.get(asked)

    assert answer.status_code == 404
    assert said in answer.text
    main = answer.text.partition("<main")[2].partition("</main>")[0]
    offered = {urljoin(f"http://localhost{asked}", link) for link in links(main)}
    paths = {link.rpartition("/")[2] for link in offered}
    assert paths - {""} == meant
    for link in offered:
        assert browser.get(link).status_code == 200


def test_a_page_that_says_what_went_wrong_is_in_one_language(browser: FlaskClient) -> None:
    assert 'hreflang="en"' in browser.get("/themes").text
    assert 'hreflang="en"' not in browser.get("/nope").text


def test_a_sheet_is_a_file_to_keep(browser: FlaskClient) -> None:
    path = "/exercises/try-out-actions/proevehandlinger-arbejdsark"

    word, pdf = browser.get(f"{path}.docx"), browser.get(f"{path}.pdf")
    large = browser.get(f"{path}-stor-skrift.docx")

    assert word.content_type == WORD
    assert word.data.startswith(b"PK")
    assert pdf.content_type == "application/pdf"
    assert pdf.data.startswith(b"%PDF-")
    assert large.data.startswith(b"PK")
    assert large.data != word.data
    for answer, ending in ((word, ".docx"), (pdf, ".pdf"), (large, "-stor-skrift.docx")):
        name = f"proevehandlinger-arbejdsark{ending}"
        assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"
        assert answer.headers["Cache-Control"] == "no-cache"


def test_a_file_that_a_browser_has_is_not_sent_again(browser: FlaskClient) -> None:
    path = "/exercises/try-out-actions/proevehandlinger-arbejdsark.docx"
    first = browser.get(path)

    again = browser.get(path, headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.data) == (304, b"")


def test_a_picture_of_a_sheet_is_shown_and_not_kept_as_a_file(browser: FlaskClient) -> None:
    answer = browser.get("/exercises/try-out-actions/proevehandlinger-arbejdsark-1.png")

    assert answer.content_type == "image/png"
    assert answer.data.startswith(b"\x89PNG")
    assert "Content-Disposition" not in answer.headers


class Counting:
    """A workshop that counts what it is given to do."""

    def __init__(self, toolbox: Toolbox) -> None:
        self.done = 0
        self._spot = OnTheSpot(toolbox)

    def do(self, job: Job[Result]) -> Result:
        self.done += 1
        return self._spot.do(job)


def test_a_file_is_drawn_once_for_everybody(toolbox: Toolbox, frame: Frame) -> None:
    workshop = Counting(toolbox)
    client = create_app(Context(toolbox, frame, workshop)).test_client()
    path = "/exercises/check-in/check-ind"

    answers = [client.get(f"{path}.docx").data for _ in range(3)]

    assert workshop.done == 1
    assert len(set(answers)) == 1
    client.get(f"{path}.md")
    assert workshop.done == 2


def test_a_page_draws_none_of_the_files_it_offers(toolbox: Toolbox, frame: Frame) -> None:
    workshop = Counting(toolbox)
    client = create_app(Context(toolbox, frame, workshop)).test_client()

    client.get("/exercises/try-out-actions")
    client.head("/")

    assert workshop.done == 0


def test_the_word_file_is_two_taps_from_the_front_page(browser: FlaskClient) -> None:
    front = browser.get("/").text
    (first,) = (link for link in links(front) if link.endswith("exercises/try-out-actions"))

    page = browser.get(urljoin("/", first)).text

    sheets = [link for link in links(page) if link.endswith("arbejdsark.docx")]
    assert len(sheets) == 1
    assert page.index(sheets[0]) < page.index("Hvornår er den god?")


def test_every_link_of_every_page_is_answered(
    browser: FlaskClient, toolbox: Toolbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files are told to be there, and not drawn: each is drawn by the tests of the site."""
    monkeypatch.setattr(OnTheSpot, "do", lambda _self, _job: b"a file")
    seen: set[str] = set()
    waiting = ["/", "/en/"]
    while waiting:
        path = waiting.pop()
        answer = browser.get(path)
        assert answer.status_code == 200, path
        if not answer.content_type.startswith("text/html") or answer.data == b"a file":
            continue
        for link in links(answer.text):
            there = urlsplit(urljoin(f"http://localhost{path}", link))
            assert there.netloc == "localhost", (path, link)
            way = f"{unquote(there.path)}?{there.query}".rstrip("?")
            if way not in seen:
                seen.add(way)
                waiting.append(way)
    for exercise in toolbox.library.exercises:
        assert f"/exercises/{exercise.id}" in seen
        assert f"/en/exercises/{exercise.id}" in seen


@pytest.fixture(scope="module")
def broken(odd_plugins: Path) -> tuple[FlaskClient, Toolbox]:
    """The application with a format whose renderer crashes."""

    class Workshop:
        """A workshop that tells of a crash as a pool of workers does."""

        def do(self, job: Job[Result]) -> Result:
            try:
                return job.run(toolbox)
            except Exception as error:
                raise FailureError("a renderer crashed") from error

    toolbox = open_toolbox(odd_plugins)
    frame = make_frame(toolbox)
    return create_app(Context(toolbox, frame, Workshop())).test_client(), toolbox


def test_a_format_that_crashes_breaks_nothing_else(broken: tuple[FlaskClient, Toolbox]) -> None:
    client, _ = broken
    path = "/exercises/check-in/check-ind"

    page = client.get("/exercises/check-in")
    crashed = client.get(f"{path}.crash")
    word = client.get(f"{path}.docx")

    assert page.status_code == word.status_code == 200
    assert 'href="check-in/check-ind.crash"' in page.text
    assert crashed.status_code == 500
    assert crashed.content_type == "text/html; charset=utf-8"
    assert "Prøv et andet format" in crashed.text
    assert "secret" not in crashed.text
    assert "Content-Disposition" not in crashed.headers
    assert crashed.headers["Cache-Control"] == "no-store"


def test_a_file_that_failed_is_tried_again(broken: tuple[FlaskClient, Toolbox]) -> None:
    client, toolbox = broken
    path = "/exercises/check-out/check-ud.crash"
    assert client.get(path).status_code == 500

    mended = toolbox.renderers["crash"]
    try:
        toolbox.renderers["crash"] = toolbox.renderers["large"]
        assert client.get(path).status_code == 200
    finally:
        toolbox.renderers["crash"] = mended

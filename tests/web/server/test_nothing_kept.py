"""What somebody sends is in no file, no log and no answer but their own."""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import uuid4

import pytest

MARK = "hemmelig7c1f"
OTHERS = (
    "/",
    "/health",
    "/sheet",
    "/en/sheet",
    "/plan",
    "/nowhere",
    "/exercises/try-out-actions",
    "/exercises/try-out-actions/proevehandlinger-arbejdsark.docx",
    "/api/exercises",
)
"""What others ask for afterwards."""


@pytest.fixture(scope="module")
def plugins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("watched") / "plugins"
    folder.mkdir()
    shutil.copy(Path(__file__).with_name("watch.py"), folder)
    return folder


@pytest.fixture(scope="module")
def server(start_server, plugins):
    """A server that notes whatever it and its workers write, start or call up."""
    server = start_server(plugins=plugins)
    for number in range(2 * len(server.workers())):
        server.ask(f"/exercises/check-in/check-ind.{['docx', 'pdf'][number % 2]}")
    return server


@pytest.fixture
def noted(plugins: Path, server) -> Callable[[], list[str]]:
    """Give what has been noted since the test began."""
    notes = plugins.parent / "notes"
    before = notes.read_text()
    assert before, "starting workers is noted"
    return lambda: notes.read_text().removeprefix(before).splitlines()


@pytest.fixture
def sheet(blank, fill_in) -> bytes:
    """A sheet on which the secret is written."""
    return fill_in(blank("try-out-actions"), {
        "action-card.title": f"Titel {MARK}",
        "action-card.what": f"Vi prøver {MARK}",
        "action-card.plan.1.who": f"Mona {MARK}",
    })  # fmt: skip


def in_form(fields: Mapping[str, str], files: Mapping[str, bytes] = {}) -> tuple[bytes, str]:
    """Give a form as browsers send it: its body and its type."""
    boundary = uuid4().hex
    parts = [(f'name="{name}"', value.encode()) for name, value in fields.items()]
    parts += [(f'name="files"; filename="{name}"', content) for name, content in files.items()]
    body = b"".join(
        b"--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        % (boundary.encode(), head.encode(), content)
        for head, content in parts
    )
    return body + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"


def sent(server, path: str, fields: Mapping[str, str] = {}, files: Mapping[str, bytes] = {}):
    body, kind = in_form(fields, files)
    return server.ask(path, "POST", body, {"Content-Type": kind})


def traces(server) -> list[str]:
    """Give where the secret is found: the server's files, what it said, what others are told."""
    found = [
        str(path.relative_to(server.folder))
        for path in server.folder.rglob("*")
        if MARK in str(path) or (path.is_file() and MARK.encode() in path.read_bytes())
    ]
    for path in OTHERS:
        answer = server.ask(path)
        if MARK.encode() in answer.body or MARK in repr(answer.headers):
            found.append(path)
    return found


def assert_nothing_is_left(server, noted) -> None:
    assert traces(server) == []
    assert noted() == []
    for name in ("home", "tmp"):
        assert list((server.folder / name).iterdir()) == []


def with_a_part(sheet: bytes, name: str, content: bytes) -> bytes:
    """Give a Word file with one part more, or another one in its place."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sheet)) as old, zipfile.ZipFile(made, "w") as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return made.getvalue()


def test_a_sheet_that_is_read_is_in_its_own_answer_only(server, noted, sheet):
    answer = sent(server, "/sheet", files={"ark.docx": sheet})
    assert (answer.status, answer.text.count(MARK) >= 3) == (200, True)
    assert answer.headers["cache-control"] == "no-store"
    assert MARK not in sent(server, "/sheet", files={"andet.docx": b"PK"}).text
    assert_nothing_is_left(server, noted)


@pytest.mark.parametrize("spoilt", [
    "named after the secret", "cut in the middle", "not a Word file", "broken inside",
    "larger than a megabyte", "larger than a form may be", "far too large", "many of them",
])  # fmt: skip
def test_whatever_is_wrong_with_a_sheet_nothing_of_it_is_left(server, noted, sheet, spoilt):
    noise = MARK.encode() + os.urandom(2_000_000)
    files = {
        "named after the secret": {f"{MARK}.docx": b"PK" + sheet},
        "cut in the middle": {"ark.docx": sheet[: len(sheet) * 2 // 3]},
        "not a Word file": {"ark.docx": MARK.encode() * 1000},
        "broken inside": {
            "ark.docx": with_a_part(sheet, "word/document.xml", f"<w:p>{MARK}".encode())
        },
        "larger than a megabyte": {"ark.docx": with_a_part(sheet, "word/media/1.png", noise)},
        "larger than a form may be": {"ark.docx": sheet + noise * 5},
        "far too large": {"ark.docx": noise * 9},
        "many of them": {f"{number}.docx": sheet for number in range(50)},
    }[spoilt]
    answer = sent(server, "/sheet", files=files)
    assert answer.status in (200, 400, 413)
    assert_nothing_is_left(server, noted)


def test_what_is_carried_over_is_in_the_sheet_that_is_fetched_only(server, noted):
    agreed = {"what-1": f"Vi prøver {MARK}", "who-1": MARK, "format": "docx"}
    answer = sent(server, "/sheet/next", agreed)
    with zipfile.ZipFile(io.BytesIO(answer.body)) as drawn:
        assert MARK.encode() in drawn.read("word/document.xml")
    assert sent(server, "/sheet/next", agreed | {"format": "pdf"}).body.startswith(b"%PDF")
    assert sent(server, "/sheet/next", agreed | {"review-1": MARK}).status == 400
    assert sent(server, "/sheet/next", agreed | {"format": MARK}).status == 400
    assert_nothing_is_left(server, noted)


@pytest.mark.parametrize("asked", [{}, {"file": "forloebsplan.docx"}, {"zip": "docx,pdf"}])
def test_a_plan_is_in_the_answers_to_those_who_ask_for_it_only(server, noted, asked):
    course = {
        "course_type": "individual",
        "themes": "cooperation",
        "workplace": f"Plejecenter {MARK}",
        "participants": "5",
        "wish": f"Vi vil {MARK}",
    }
    answer = sent(server, "/plan", course | asked)
    assert answer.status == 200
    assert MARK in answer.text if not asked else answer.body.startswith(b"PK")
    assert sent(server, "/plan", course | {"participants": MARK} | asked).status == 400
    assert_nothing_is_left(server, noted)


def test_what_a_program_asks_for_is_in_its_own_answer_only(server, noted):
    brief = {
        "workplace": f"Plejecenter {MARK}",
        "course_type": "individual",
        "themes": ["cooperation"],
        "participants": 5,
    }
    for asked, status in ((brief, 200), (brief | {"participants": MARK}, 400), ([MARK], 400)):
        text = json.dumps(asked).encode()
        answer = server.ask("/api/compose", "POST", text, {"Content-Type": "application/json"})
        assert answer.status == status
    broken = b'{"workplace": "' + MARK.encode()
    server.ask("/api/compose", "POST", broken, {"Content-Type": "application/json"})
    assert_nothing_is_left(server, noted)


@pytest.mark.parametrize("method", ["GET", "POST", "BREW"])
def test_what_stands_in_an_address_or_a_header_is_not_kept_either(server, noted, method):
    for path in (f"/{MARK}", f"/?q={MARK}&minutes={MARK}", f"/plan?workplace={MARK}"):
        server.ask(path, method, headers={"X-Secret": MARK, "Cookie": f"a={MARK}"})
    assert_nothing_is_left(server, noted)


def test_a_leak_would_be_found(server, noted):
    """In the log, in a file, and in a file that is there for a moment only."""
    for place in ("stderr", "tmp/planted", "home/planted"):
        planted = server.folder / place
        before = planted.read_bytes() if planted.exists() else None
        planted.write_bytes((before or b"") + b"... " + MARK.encode())
        assert traces(server) == [place]
        planted.unlink() if before is None else planted.write_bytes(before)
    assert noted() == []
    assert server.ask("/exercises/check-in/check-ind.leak").text == "leaked"
    assert noted()

from __future__ import annotations

import re
import socket
import threading

import pytest
from attrs import evolve

from spark_tools.model import FaultError
from spark_tools.plugin.loading import load_plugins
from spark_tools.preview.server.serving import MOST, serving
from spark_tools.preview.server.stage import Stage


def test_the_page_shows_every_document_and_where_to_fetch_it(ask) -> None:
    page = ask("/").read().decode()

    assert "<title>Fiskeben</title>" in page
    addresses = re.findall(r'<iframe src="([^"]*)"', page)
    assert len(addresses) == 2
    assert "Tegn årsagerne." in ask(addresses[0]).read().decode()
    for name in ("fiskeben.docx", "fiskeben.md", "fiskeben-arbejdsark.docx"):
        assert f'href="/documents/{name}"' in page


def test_the_page_is_danish_for_a_dane(ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPARK_LANG", "da")

    assert "Som gemt kl. " in ask("/").read().decode()


def test_a_document_is_drawn_when_it_is_asked_for_and_as_it_is_now(ask, home, stage) -> None:
    answer = ask("/documents/fiskeben.docx")
    assert answer.getheader("Content-Disposition") == 'attachment; filename="fiskeben.docx"'
    assert answer.read().startswith(b"PK")

    assert "Tegn årsagerne" in ask("/documents/fiskeben.md").read().decode()
    home.save("Tegn årsagerne", "Tegn alle årsager")
    stage.read()
    assert "Tegn alle årsager" in ask("/documents/fiskeben.md").read().decode()


def test_faults_are_shown_with_their_lines_over_the_last_good_version(ask, home, stage) -> None:
    home.save('form = "groups"', 'form = "<group>"')
    stage.read()
    page = ask("/").read().decode()

    assert "<title>(1) Fiskeben</title>" in page
    assert "fishbone.toml, line 14" in page
    assert "<code>form = &#34;&lt;group&gt;&#34;</code>" in page
    assert "Below is the last version without faults." in page
    [address, _] = re.findall(r'<iframe src="([^"]*)"', page)
    assert "Tegn årsagerne." in ask(address).read().decode()
    assert ask("/documents/fiskeben.docx").read().startswith(b"PK")


def test_a_file_that_was_never_sound_has_a_page_too(home, source, setting) -> None:
    from spark_tools.preview.server.page import draw_page

    home.save("format = 1", "format = ")
    stage = Stage(source, setting("docx"), setting("html").renderers[0])
    stage.read()
    page = draw_page(stage).decode()

    assert "Not drawn yet" in page
    assert "fishbone.toml, line 1" in page
    assert "<iframe" not in page


def test_what_a_broken_plugin_draws_is_a_message_about_the_plugin(
    home, source, setting, tmp_path
) -> None:
    lines = (
        "from spark_tools import DocumentRenderer, hookimpl",
        "def draw(document, look):\n    raise ValueError('no ink')",
        "@hookimpl\ndef spark_renderers():",
        "    return [DocumentRenderer('ink', 'ink', 'Ink', draw)]",
    )
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "inky.py").write_text("\n".join(lines))
    plugins = load_plugins(tmp_path / "plugins")
    ink = plugins.renderers()["ink"]
    ours = evolve(setting("html"), plugins=plugins, renderers=(ink,))
    stage = Stage(source, ours, setting("html").renderers[0])

    assert stage.read() == ()
    with pytest.raises(FaultError, match=r"fiskeben\.ink: a plugin that draws it has a fault"):
        stage.file("fiskeben", "ink")
    assert [failure.plugin for failure in plugins.failures] == ["inky"]


def test_a_save_reaches_the_page_that_waits(ask, home, stage) -> None:
    events = ask("/events")
    first = events.readline()
    assert events.getheader("Content-Type") == "text/event-stream"
    assert first == f"data: {stage.shown.mark}\n".encode()
    assert events.readline() == b"\n"

    home.save("Tegn årsagerne", "Tegn alle årsager")
    stage.read()

    assert events.readline() == f"data: {stage.shown.mark}\n".encode()
    assert first != f"data: {stage.shown.mark}\n".encode()


def test_pages_that_wait_are_let_go_when_it_is_over(ask, stage) -> None:
    events = ask("/events")
    events.readline()
    stage.close()

    assert events.read() == b"\n"


@pytest.mark.parametrize("path", ["/", "/events", "/documents/fiskeben.html", "/preview.js"])
def test_another_name_for_this_machine_is_refused(ask, server, path: str) -> None:
    for host in ("evil.example", f"evil.example:{server.port}", "127.0.0.1", "127.0.0.1:1"):
        answer = ask(path, host=host)
        assert answer.status == 421
        assert b"Fiskeben" not in answer.read()
    assert ask("/", host=f"localhost:{server.port}").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/documents/",
        "/documents/fiskeben",
        "/documents/fiskeben.exe",
        "/documents/fiskeben.pdf",
        "/documents/../fishbone.toml",
        "/documents/%2e%2e/fishbone.toml",
        "/fishbone.toml",
    ],
)
def test_there_is_nothing_else(ask, path: str) -> None:
    assert ask(path).status == 404


@pytest.mark.parametrize("path", ["/", "/style.css", "/preview.js", "/documents/fiskeben.html"])
def test_nothing_is_kept_and_nothing_is_loaded_from_elsewhere(ask, path: str) -> None:
    answer = ask(path)

    assert answer.status == 200
    assert answer.getheader("Cache-Control") == "no-store"
    assert answer.getheader("Content-Security-Policy").startswith("default-src 'none';")
    assert answer.getheader("Set-Cookie") is None
    assert answer.getheader("Server") == "spark"
    assert not re.search(rb'(?:src|href)="(?:https?:)?//', answer.read())


def test_asking_only_for_the_head_gives_no_body(ask) -> None:
    answer = ask("/documents/fiskeben.docx", method="HEAD")

    assert int(answer.getheader("Content-Length")) > 1000
    assert answer.read() == b""
    assert ask("/events", method="HEAD").read() == b""


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent(ask, method: str) -> None:
    assert ask("/", method=method).status == 501


def test_only_this_machine_is_let_in(server) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"


def test_there_are_only_so_many_connections(server, ask) -> None:
    waiting = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(MOST)]
    for each in waiting:
        each.sendall(f"GET /events HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
        assert each.recv(12) == b"HTTP/1.0 200"

    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as late:
        assert late.recv(1) == b""
    for each in waiting:
        each.close()


def test_a_port_that_is_taken_is_one_clear_message(server, stage) -> None:
    with pytest.raises(FaultError, match="is in use already"), serving(stage, server.port):
        pass


def test_without_a_port_a_free_one_is_found(stage, source, setting) -> None:
    other = Stage(source, setting("docx"), setting("html").renderers[0])
    with serving(stage, None) as first, serving(other, None) as second:
        assert first.port != second.port


def test_nothing_goes_on_when_it_is_over(stage) -> None:
    before = threading.active_count()
    with serving(stage, 0) as server:
        port = server.port

    assert threading.active_count() == before
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))

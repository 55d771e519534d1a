"""The toolbox, the application with its jobs done on the spot, and servers of their own."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import define, frozen

from spark_tools.web.downloads import DrawHandout, downloads
from spark_tools.web.jobs import OnTheSpot
from spark_tools.web.page import Frame, make_frame
from spark_tools.web.server.app import create_app
from spark_tools.web.server.context import Context
from spark_tools.web.toolbox import Toolbox, open_toolbox

if TYPE_CHECKING:
    from flask.testing import FlaskClient

SPARK = (sys.executable, "-c", "from spark_tools.cli import main; main()")
FillIn = Callable[..., bytes]
PATIENCE = 30
"""Seconds that a server gets to start, to answer and to stop."""


@pytest.fixture(scope="session")
def toolbox() -> Toolbox:
    """The toolbox with the bundled plugins."""
    return open_toolbox()


@pytest.fixture(scope="session")
def frame(toolbox: Toolbox) -> Frame:
    """The frame of the served pages."""
    return make_frame(toolbox, contact="arbejdsmiljoe@kommune.example")


@pytest.fixture(scope="session")
def browser(toolbox: Toolbox, frame: Frame) -> FlaskClient:
    """A client of the application; jobs are done on the spot."""
    context = Context(toolbox, frame, OnTheSpot(toolbox))
    return create_app(context).test_client()


@pytest.fixture
def fill_in(send: Callable[..., Path], tmp_path: Path) -> FillIn:
    """Fill in the bytes of a sheet by its controls' tags, and save it at a time in UTC."""

    def filled(blank: bytes, answers: Mapping[str, str], saved: str = "") -> bytes:
        source = tmp_path / "blank.docx"
        source.write_bytes(blank)
        return send(source, tmp_path / "filled.docx", answers, saved).read_bytes()

    return filled


@pytest.fixture(scope="session")
def blank(toolbox: Toolbox) -> Callable[..., bytes]:
    """Give an exercise's sheets as its page offers them."""

    def sheet(exercise: str, language: str = "da", edition: str = "worksheets") -> bytes:
        found = downloads(toolbox, toolbox.library.exercise(exercise), language)
        job = next(each.job for each in found if each.edition == edition and each.format == "docx")
        assert isinstance(job, DrawHandout)
        return job.run(toolbox)

    return sheet


@frozen
class Answer:
    """What came back; the names of ``headers`` are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@define(eq=False)
class Server:
    """``spark serve`` in a process of its own, at ``port`` of this machine.

    It runs in an empty folder, which is its home too, with an empty folder for
    temporary files; all are below ``folder``. What it writes is in files there.
    """

    process: subprocess.Popen[bytes]
    folder: Path
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def said(self) -> str:
        """What it has written so far."""
        return "".join((self.folder / name).read_text() for name in ("stdout", "stderr"))

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] = {},
        client: str = "127.0.0.1",
    ) -> Answer:
        """Ask for *path* as *client*, one of the addresses of this machine."""
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=PATIENCE, source_address=(client, 0)
        )
        try:
            connection.request(method, path, body, headers=dict(headers))
            answer = connection.getresponse()
            names = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, names, answer.read())
        finally:
            connection.close()

    def processes(self) -> list[int]:
        """Give the ids of the processes that it has started and that still run."""
        return [int(each) for each in _children(self.process.pid) if _runs(int(each))]

    def workers(self) -> list[int]:
        """Give the ids of its worker processes."""
        return [each for each in self.processes() if b"spawn_main" in _command(each)]

    def stop(self) -> int:
        """Tell it to stop, and give its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


@pytest.fixture(scope="session")
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Start ``spark serve`` with the plugins of a folder, and wait until it says where it is."""
    started: list[Server] = []
    numbers = count(1)

    def start(plugins: Path | None = None, port: int = 0) -> Server:
        words = ("--plugins-dir", str(plugins)) if plugins else ()
        folder = tmp_path_factory.mktemp(f"server-{next(numbers)}")
        for name in ("home", "tmp"):
            (folder / name).mkdir()
        at = {"HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"), "SPARK_LANG": "da"}
        with (folder / "stdout").open("wb") as out, (folder / "stderr").open("wb") as err:
            process = subprocess.Popen(
                (*SPARK, *words, "serve", "--port", str(port)),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                cwd=folder / "home",
                env={**os.environ, **at},
            )
        server = Server(process, folder)
        started.append(server)
        end = time.monotonic() + PATIENCE
        while process.poll() is None and time.monotonic() < end:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", server.said):
                server.port = int(found[1])
                break
            time.sleep(0.02)
        return server

    yield start
    for server in started:
        server.process.kill()
        server.process.wait()


@pytest.fixture(scope="session")
def runs() -> Callable[[int], bool]:
    """Tell whether a process runs."""
    return _runs


def _children(process: int) -> list[str]:
    try:
        return Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except FileNotFoundError:
        return []


def _command(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except FileNotFoundError:
        return b""


def _runs(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] not in ("Z", "X")

"""A stage with a server before it, asked by a client of the standard library."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator

import pytest

from spark_tools.preview.server.serving import PreviewServer, serving
from spark_tools.preview.server.stage import Stage

PATIENCE = 30


@pytest.fixture
def stage(source, setting) -> Stage:
    made = Stage(source, setting("docx", "md"), setting("html").renderers[0])
    made.read()
    return made


@pytest.fixture
def server(stage: Stage) -> Iterator[PreviewServer]:
    with serving(stage, 0) as server:
        yield server


@pytest.fixture
def ask(server: PreviewServer) -> Iterator[Callable[..., http.client.HTTPResponse]]:
    """Ask for a path, and give the answer."""
    connections = []

    def ask(path: str, method: str = "GET", host: str = "") -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
        connections.append(connection)
        connection.request(method, path, headers={"Host": host} if host else {})
        return connection.getresponse()

    yield ask
    for connection in connections:
        connection.close()

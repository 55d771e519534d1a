"""``spark serve`` in a process of its own, asked over a socket."""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

from attrs import define, frozen

FORM = "application/x-www-form-urlencoded"


@frozen
class Request:
    """What is asked for; with a body it is a POST."""

    path: str
    body: bytes | None = None
    media_type: str = FORM


@define
class Client:
    """Somebody who keeps one connection open."""

    connection: http.client.HTTPConnection

    def ask(self, request: Request) -> bytes:
        """Give the answer's body; anything but 200 is an error of the benchmark."""
        method = "GET" if request.body is None else "POST"
        headers = {} if request.body is None else {"Content-Type": request.media_type}
        self.connection.request(method, request.path, request.body, headers)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{method} {request.path}: {answer.status}")
        return body


@frozen
class Server:
    """A running server."""

    process: int
    port: int

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}/"

    def client(self) -> Client:
        """Give a new client."""
        return Client(http.client.HTTPConnection("127.0.0.1", self.port, timeout=120))

    def megabytes(self) -> tuple[float, float]:
        """Give what the server and all its workers take of memory."""
        children = Path(f"/proc/{self.process}/task/{self.process}/children").read_text().split()
        return _megabytes(self.process), sum(_megabytes(int(each)) for each in children)


@contextmanager
def serving() -> Iterator[Server]:
    """Start a server at a free port, and stop it at the end."""
    command = [sys.executable, "-c", "from spark_tools.cli import main; main()"]
    process = subprocess.Popen([*command, "serve", "--port", "0"], stdout=subprocess.PIPE)
    assert process.stdout
    try:
        found = re.search(rb":(\d+)/", process.stdout.readline())
        assert found
        yield Server(process.pid, int(found[1]))
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def form(path: str, fields: Mapping[str, str]) -> Request:
    """Give the request that sends a form."""
    return Request(path, urlencode(fields).encode())


def upload(path: str, field: str, name: str, content: bytes) -> Request:
    """Give the request that sends a form with one file."""
    mark = uuid4().hex
    head = f'--{mark}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
    body = head.encode() + content + f"\r\n--{mark}--\r\n".encode()
    return Request(path, body, f"multipart/form-data; boundary={mark}")


def _megabytes(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024

"""Answering one request: who may ask, for what, and with which headers."""

from __future__ import annotations

import mimetypes
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from spark_tools.model import FaultError
from spark_tools.preview.server.page import draw_page
from spark_tools.preview.wording import say

if TYPE_CHECKING:
    from spark_tools.preview.server.serving import PreviewServer

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
DOCUMENT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
HTML = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"

HEARTBEAT = 5.0
"""Seconds between two signs of life to a page that waits."""

DOCUMENTS = "/documents/"


class Answerer(BaseHTTPRequestHandler):
    """Answers GET and HEAD from this machine's own browser, out of the server's stage."""

    server: PreviewServer
    timeout = 20

    def do_GET(self) -> None:
        """Answer, if the browser means us: a page elsewhere may have its name point here."""
        if self.headers.get("Host", "") not in self.server.hosts:
            said = say("The preview is only to be had at {address}", address=self.server.address)
            self._send(said.encode(), TEXT, HTTPStatus.MISDIRECTED_REQUEST)
            return
        path = urlsplit(self.path).path
        if path == "/":
            self._send(draw_page(self.server.stage), HTML, policy=PAGE_POLICY)
        elif path == "/events":
            self._events()
        elif path.startswith(DOCUMENTS):
            self._document(unquote(path.removeprefix(DOCUMENTS)))
        elif (asset := self.server.assets.get(path[1:])) is not None:
            self._send(asset.content, asset.media_type)
        else:
            self._missing()

    do_HEAD = do_GET  # noqa: N815 (likewise)

    def version_string(self) -> str:
        """Tell nothing of what runs here."""
        return "spark"

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 (likewise)
        """Write nothing on the screen, which shows what happens to the file."""

    def _document(self, name: str) -> None:
        stem, _, suffix = name.rpartition(".")
        html = {leaf.entry.name: leaf.html for leaf in self.server.stage.shown.leaves}
        if suffix == "html" and stem in html:
            self._send(html[stem], HTML, policy=DOCUMENT_POLICY)
            return
        try:
            content = self.server.stage.file(stem, suffix)
        except KeyError:
            self._missing()
        except FaultError as error:
            said = "\n".join(map(str, error.faults))
            self._send(said.encode(), TEXT, HTTPStatus.INTERNAL_SERVER_ERROR)
        else:
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            self._send(content, kind, file_name=name)

    def _events(self) -> None:
        """Tell the page each time that something else is to be shown, until it goes away."""
        if self.command == "HEAD":
            self._send(b"", "text/event-stream")
            return
        self._begin("text/event-stream", HTTPStatus.OK)
        self.end_headers()
        mark: str | None = ""
        try:
            while (now := self.server.stage.wait(mark or "", HEARTBEAT)) is not None:
                self.wfile.write(f"data: {now}\n\n".encode() if now != mark else b":\n\n")
                mark = now
        except OSError:
            pass
        self.close_connection = True

    def _missing(self) -> None:
        said = say(
            "There is nothing here; the exercise is at {address}", address=self.server.address
        )
        self._send(said.encode(), TEXT, HTTPStatus.NOT_FOUND)

    def _send(
        self,
        content: bytes,
        media_type: str,
        status: HTTPStatus = HTTPStatus.OK,
        *,
        policy: str = "default-src 'none'; frame-ancestors 'none'",
        file_name: str = "",
    ) -> None:
        self._begin(media_type, status)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", policy)
        if file_name:
            how = "inline" if media_type == "application/pdf" else "attachment"
            self.send_header("Content-Disposition", f'{how}; filename="{file_name}"')
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _begin(self, media_type: str, status: HTTPStatus) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        for name, value in HEADERS.items():
            self.send_header(name, value)

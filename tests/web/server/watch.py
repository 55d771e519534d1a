"""A plugin for tests: a server and its workers note whatever they write, start or call up.

It notes the files that are opened to be written, made, moved or taken away, the programs
that are started, and the calls to other machines, a line each.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from spark_tools.model import Document, DocumentRenderer, Look, Renderer
from spark_tools.plugin import hookimpl

NOTES = os.open(
    Path(__file__).parent.parent / "notes", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600
)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
OTHERS = (
    "os.exec", "os.fork", "os.link", "os.mkdir", "os.posix_spawn", "os.remove", "os.rename",
    "os.symlink", "os.system", "os.truncate", "shutil.", "socket.connect", "socket.getaddrinfo",
    "subprocess.", "tempfile.",
)  # fmt: skip


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        path, _mode, flags = arguments
        noted = isinstance(flags, int) and bool(flags & WRITING) and isinstance(path, str)
    else:
        noted = event.startswith(OTHERS)
    if noted:
        os.write(NOTES, f"{event} {arguments!r}\n".encode())


sys.addaudithook(_watch)


def _leak(_document: Document, _look: Look) -> bytes:
    with tempfile.TemporaryFile() as file:
        file.write(b"leaked")
    return b"leaked"


@hookimpl
def spark_renderers() -> list[Renderer]:
    """Offer a format whose file is on the disk for a moment."""
    return [DocumentRenderer("leak", "leak", "leak", _leak)]

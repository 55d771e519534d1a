"""A plugin for tests: formats that do to a server what may happen to it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from spark_tools.model import Document, DocumentRenderer, Look, Renderer
from spark_tools.plugin import hookimpl

WHOLE = b"whole " * 1_000_000


def _hold(_document: Document, _look: Look) -> bytes:
    """Say that it has begun, and go on when it may: both by files in a folder beside this one."""
    gate = Path(__file__).parent.parent / "gate"
    (gate / f"begun-{time.monotonic_ns()}-{os.getpid()}").touch()
    while not (gate / "go-on").exists():
        time.sleep(0.01)
    return WHOLE


def _large(_document: Document, _look: Look) -> bytes:
    return WHOLE


def _crash(document: Document, _look: Look) -> bytes:
    raise ValueError(f"a secret: {document.title}")


def _die(_document: Document, _look: Look) -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


@hookimpl
def spark_renderers() -> list[Renderer]:
    """Offer the formats."""
    draws = {"hold": _hold, "large": _large, "crash": _crash, "die": _die}
    return [DocumentRenderer(name, name, name, draw) for name, draw in draws.items()]

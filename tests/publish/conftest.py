"""The bundled library, courses composed from it, and processes that are killed."""

from __future__ import annotations

import io
import os
import signal
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from spark_tools.compose.composer import compose
from spark_tools.content.library import Library
from spark_tools.content.load import load_library
from spark_tools.model import Brief, SessionPlan
from spark_tools.plugin.loading import load_plugins


@pytest.fixture(scope="session")
def bundled() -> Library:
    return load_library(load_plugins())


@pytest.fixture(scope="session")
def course(bundled: Library) -> Callable[[str], SessionPlan]:
    def course(course_type: str) -> SessionPlan:
        committees = 6 if course_type in ("joint", "network") else 1
        brief = Brief("Lindehaven", course_type, ("cooperation",), 12, committees)
        return compose(brief, bundled)

    return course


CHANGES = ("open", "mkdir", "rename", "replace", "unlink", "rmdir", "fsync")


@pytest.fixture
def snapshot() -> Callable[[Path], dict[str, bytes | None]]:
    """Tell all that is in a folder: the bytes of files, and None for folders."""

    def snapshot(folder: Path) -> dict[str, bytes | None]:
        return {
            str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
            for path in folder.rglob("*")
        }

    return snapshot


@pytest.fixture
def killed() -> Callable[..., bool]:
    """Let a process do some work and be killed at a change; tell whether it came so far."""

    def killed(work: Callable[[], object], number: int, *, after: bool) -> bool:
        child = os.fork()
        if not child:
            try:
                _die_at(number, after=after)
                work()
            finally:
                os._exit(0)
        _, status = os.waitpid(child, 0)
        return os.WIFSIGNALED(status)

    return killed


def _die_at(number: int, *, after: bool) -> None:
    changes = count(1)

    def deadly(change: Callable[..., object]) -> Callable[..., object]:
        def changing(*args: object, **more: object) -> object:
            last = next(changes) == number
            if last and not after:
                os.kill(os.getpid(), signal.SIGKILL)
            result = change(*args, **more)
            if last:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return changing

    for name in CHANGES:
        setattr(os, name, deadly(getattr(os, name)))
    io.open = deadly(io.open)  # what Path.open goes through

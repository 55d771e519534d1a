"""The user's own cache folder: small files by key, bounded in number, and never needed.

``SPARK_TOOLS_CACHE=0`` does without; any other value is the folder to use. Whoever deletes the
folder loses nothing but a second. What cannot be read or written there is passed over.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

MOST_FILES = 1_000
LARGEST = 4_000_000
"""Bytes in one file: what is more is read anew each time."""


def cache_folder() -> Path | None:
    """Give the folder to keep things in, which need not be there; None to keep nothing."""
    chosen = os.environ.get("SPARK_TOOLS_CACHE", "")
    if chosen == "0":
        return None
    with contextlib.suppress(RuntimeError):  # nobody is at home
        return (Path(chosen) if chosen else _users_own() / "spark-tools") / "content"
    return None


def _users_own() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def find(key: str) -> str:
    """Give what is kept under *key*, or nothing."""
    folder = cache_folder()
    with contextlib.suppress(OSError, ValueError):
        if folder and _is_ours(folder):
            return _path(folder, key).read_text(encoding="utf-8")
    return ""


def keep(key: str, text: str) -> None:
    """Keep *text* under *key*, whole or not at all, and let the oldest go where there are many."""
    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError, ValueError):
        content = text.encode()
        if len(content) > LARGEST:
            return
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_ours(folder):
            _write(_path(folder, key), content)
            _let_go(folder)


def _write(path: Path, content: bytes) -> None:
    handle, draft = tempfile.mkstemp(dir=path.parent, suffix=".draft")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink()
        raise


def _path(folder: Path, key: str) -> Path:
    return folder / f"{blake2b(key.encode(), digest_size=16).hexdigest()}.json"


def _is_ours(folder: Path) -> bool:
    """Whether nobody but this user can write in *folder*, as far as the system can tell."""
    if sys.platform == "win32":
        return True
    seen = folder.stat()
    return seen.st_uid == os.getuid() and not seen.st_mode & 0o022


def _let_go(folder: Path) -> None:
    files = list(_by_age(folder))
    for _, path in files[: max(0, len(files) - MOST_FILES)]:
        path.unlink()


def _by_age(folder: Path) -> Iterator[tuple[int, Path]]:
    yield from sorted((path.stat().st_mtime_ns, path) for path in folder.iterdir())

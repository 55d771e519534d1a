"""What stands in a folder already, and whether it is as spark wrote it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from spark_tools.publish.disk import digest, digest_of

Digests = Mapping[str, str]
"""The SHA-256 of what spark wrote, by path."""


def kept_and_written(
    folder: Path, contents: Mapping[str, bytes], earlier: Digests, *, force: bool
) -> tuple[tuple[str, ...], dict[str, bytes]]:
    """Part *contents* in the paths that are left alone and the contents to write by path.

    Left alone is what stands there otherwise than spark wrote it, unless *force*.
    """
    kept = tuple(
        path
        for path, content in contents.items()
        if not force and _is_someone_elses(folder, path, content, earlier)
    )
    return kept, {path: content for path, content in contents.items() if path not in kept}


def _is_someone_elses(folder: Path, path: str, content: bytes, earlier: Digests) -> bool:
    present = digest_of(folder / path)
    return present not in ("", earlier.get(path), digest(content))


def stale(folder: Path, names: Collection[str], earlier: Digests) -> list[tuple[str, bool]]:
    """Give those of *names* that are there, and whether they were changed since."""
    root = folder.resolve()
    found = []
    for name, wrote in earlier.items():
        path = (folder / name).resolve()
        if name in names and path.is_relative_to(root) and path.is_file():
            found.append((name, digest_of(path) != wrote))
    return found

"""Manuals taken apart: what stands under each heading, and the files in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import frozen

DOCS = Path(__file__).parents[2] / "docs/plugins"
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FILE = re.compile(r"^\*\*`([^`]+)`\*\*\n\n```\w+\n(.*?)^```$", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^## (.+)\n", re.MULTILINE)


@frozen
class Chapter:
    """What stands under one heading of level 2; the one without a title is what comes before."""

    title: str
    text: str

    @property
    def fences(self) -> list[tuple[str, str]]:
        """The fenced blocks as (language, text), in order."""
        return FENCE.findall(self.text)

    @property
    def files(self) -> dict[str, str]:
        """The files by name: blocks below a line with nothing but a name in bold letters."""
        return dict(FILE.findall(self.text))

    def write(self, folder: Path) -> None:
        """Write the files into *folder*."""
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def _chapters(name: str) -> Iterator[Chapter]:
    front, *parts = HEADING.split((DOCS / name).read_text(encoding="utf-8"))
    yield Chapter("", front)
    for title, text in zip(parts[::2], parts[1::2], strict=True):
        yield Chapter(title, text)


@pytest.fixture(scope="session")
def manual() -> Callable[[str], dict[str, Chapter]]:
    """Give the chapters of a manual in ``docs/plugins`` by their titles."""
    return lambda name: {chapter.title: chapter for chapter in _chapters(name)}

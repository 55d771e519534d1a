"""Sheets as people send them: drawn by the toolbox, and filled in as Word does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from spark_tools.web.downloads import DrawHandout, downloads
from spark_tools.web.sheets.jobs import ReadSheets
from spark_tools.web.sheets.view import SheetsView
from spark_tools.web.toolbox import Toolbox

FillIn = Callable[[bytes, Mapping[str, str]], bytes]


@pytest.fixture
def fill_in(send: Callable[..., Path], tmp_path: Path) -> FillIn:
    """Fill in the bytes of a sheet by its controls' tags."""

    def filled(blank: bytes, answers: Mapping[str, str]) -> bytes:
        source = tmp_path / "blank.docx"
        source.write_bytes(blank)
        return send(source, tmp_path / "filled.docx", answers).read_bytes()

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


@pytest.fixture(scope="session")
def read(toolbox: Toolbox) -> Callable[..., SheetsView]:
    """Read files by the names they have."""

    def files(**named: bytes) -> SheetsView:
        sent = tuple((f"{name}.docx", content) for name, content in named.items())
        return ReadSheets(sent).run(toolbox)

    return files

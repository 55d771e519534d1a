"""Sheets as people send them, and reading them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from spark_tools.web.sheets.jobs import ReadSheets
from spark_tools.web.sheets.view import SheetsView
from spark_tools.web.toolbox import Toolbox


@pytest.fixture(scope="session")
def read(toolbox: Toolbox) -> Callable[..., SheetsView]:
    """Read files by the names they have."""

    def files(**named: bytes) -> SheetsView:
        sent = tuple((f"{name}.docx", content) for name, content in named.items())
        return ReadSheets(sent).run(toolbox)

    return files

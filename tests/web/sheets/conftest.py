"""Sheets as people send them, and reading them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from spark_tools.i18n import speaking
from spark_tools.web.sheets.jobs import DrawLookBack, ReadSheets
from spark_tools.web.sheets.view import ActionLine, SheetsView
from spark_tools.web.toolbox import Toolbox


@pytest.fixture(scope="session")
def read(toolbox: Toolbox) -> Callable[..., SheetsView]:
    """Read files by the names they have, for somebody who reads English."""

    def files(**named: bytes) -> SheetsView:
        sent = tuple((f"{name}.docx", content) for name, content in named.items())
        with speaking("en"):
            return ReadSheets(sent).run(toolbox)

    return files


@pytest.fixture(scope="session")
def next_sheet(toolbox: Toolbox) -> Callable[..., bytes]:
    """Draw the sheet for looking back on actions, in Danish."""

    def draw(*agreed: ActionLine) -> bytes:
        return DrawLookBack(agreed, "docx", "da").run(toolbox)[1]

    return draw


@pytest.fixture(scope="session")
def replaced() -> Callable[..., bytes]:
    """Give a Word file with another text instead of one, in the parts whose names begin so."""

    def change(sheet: bytes, old: str, new: str, part: str = "docProps/") -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(sheet)) as before, zipfile.ZipFile(out, "w") as after:
            for name in before.namelist():
                content = before.read(name)
                if name.startswith(part):
                    content = content.replace(old.encode(), new.encode())
                after.writestr(name, content)
        return out.getvalue()

    return change

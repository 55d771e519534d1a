"""A sheet that has been through LibreOffice."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from spark_tools.web.sheets.view import ActionLine, SheetsView

pytestmark = pytest.mark.needs("soffice")

GRID = "since-last-time-sheet.actions"


def test_the_next_sheet_comes_back_from_libreoffice_as_it_was_filled_in(
    tmp_path: Path,
    next_sheet: Callable[..., bytes],
    fill_in: Callable[..., bytes],
    read: Callable[..., SheetsView],
) -> None:
    ring = ActionLine("Ring til HR", "Mona", datetime.date(2027, 3, 3))
    told = {
        f"{GRID}.a1.decision": "Fortsæt",
        f"{GRID}.a1.when": "2027-05-03",
        f"{GRID}.a2.decision": "Stop",
        f"{GRID}.3.agreed": "Pause",
    }
    sheet = tmp_path / "siden.docx"
    sheet.write_bytes(fill_in(next_sheet(ring, ActionLine("Tavlemøde")), told, "2027-03-20T09:00Z"))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "docx", "--outdir", str(tmp_path / "saved"), str(sheet)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)

    view = read(siden=(tmp_path / "saved/siden.docx").read_bytes())

    assert view.files[0].notes == ()
    assert view.actions == (
        ActionLine("Ring til HR", "Mona", datetime.date(2027, 5, 3)),
        ActionLine("Pause"),
    )

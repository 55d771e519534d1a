"""What ``logbook.toml`` may hold, as its reader asks for it."""

from __future__ import annotations

from pathlib import Path

from spark_tools.content.schema.kind import Kind
from spark_tools.forms.logbook.file import read_table

_FOLDER = Path(__file__).parent

LOGBOOK = Kind(
    name="logbook",
    lies="logbook.toml",
    read=read_table,
    meanings=_FOLDER / "meanings.toml",
    samples=(_FOLDER / "sample.toml",),
    blanks=True,
)

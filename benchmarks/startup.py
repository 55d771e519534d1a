"""How soon the command answers, in multiples of ``python -c pass``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.timing import Measurement, bare_python, best_process


def measure() -> list[Measurement]:
    """Give the start-up of ``--version``, ``--help`` and a whole course as docx."""
    spark = str(Path(sys.executable).with_name("spark"))
    unit = bare_python()
    with tempfile.TemporaryDirectory() as folder:
        course = [
            *(spark, "plan", "--course-type", "individual", "--theme", "samarbejde"),
            *("--workplace", "Lindehaven", "--participants", "5"),
            *("--format", "docx", "-o", folder, "--force"),
        ]
        rows = [
            ("spark --version", [spark, "--version"], "at most 2"),
            ("spark --help", [spark, "--help"], "at most 4.5"),
            (
                "spark plan: the whole command, individual course as docx",
                course,
                "with plugins, content, composing and writing",
            ),
        ]
        note = "x python -c pass ({unit:.1f} ms); {limit}"
        return [
            (label, best_process(command) / unit, note.format(unit=unit, limit=limit))
            for label, command, limit in rows
        ]

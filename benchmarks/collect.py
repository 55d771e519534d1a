"""How long a filled-in sheet takes to read, beside opening it, and what a thousand of them take."""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import docx
from lxml import etree

from benchmarks.timing import Measurement, best_milliseconds
from spark_tools.compose.composer import compose
from spark_tools.content.brief import read_brief
from spark_tools.content.brief_options import BriefOptions
from spark_tools.content.load import load_library
from spark_tools.document.course import course_documents
from spark_tools.document.form import sheet_form
from spark_tools.forms.docx.package import open_package
from spark_tools.forms.docx.reading import read_sheet
from spark_tools.model import SheetForm
from spark_tools.plugin.loading import load_plugins
from spark_tools.render.docx import draw

SHEETS = 1_000
GROWTH = """
import pickle, sys
from pathlib import Path
from spark_tools.forms.docx.package import open_package
from spark_tools.forms.docx.reading import read_sheet

def megabytes():
    return int(Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()[0]) / 1024

sheets = pickle.loads(Path(sys.argv[1]).read_bytes())
for number in range(int(sys.argv[2])):
    content, form = sheets[number % len(sheets)]
    read_sheet(open_package(content), form)
    if number == 99:
        before = megabytes()
print(megabytes() - before)
"""


def measure() -> list[Measurement]:
    """Give ms a sheet, then as ratios to parsing it and to python-docx, then the memory."""
    sheets = _sheets()
    count = len(sheets)

    def ours() -> None:
        for content, form in sheets:
            read_sheet(open_package(content), form)

    def parsing() -> None:
        for content, _ in sheets:
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                etree.fromstring(package.read("word/document.xml"))

    def theirs() -> None:
        for content, _ in sheets:
            docx.Document(io.BytesIO(content))

    taken, parsed, opened = (best_milliseconds(run) for run in (ours, parsing, theirs))
    rows: list[Measurement] = [
        ("collect: a sheet read, ms", taken / count, f"{count} kinds of sheet; at most 5"),
        ("  the same, times unpacking and parsing it", taken / parsed, f"{parsed / count:.2f} ms"),
        ("  the same, times python-docx opening it", taken / opened, f"{opened / count:.2f} ms"),
    ]
    if Path("/proc/self/status").exists():
        rows.append(
            (f"  MB more after {SHEETS} sheets than after 100", _growth(sheets), "memory is flat")
        )
    return rows


def _sheets() -> list[tuple[bytes, SheetForm]]:
    plugins = load_plugins()
    library = load_library(plugins)
    options = BriefOptions("Kløverskolen", "individual", ("samarbejde",), 5)
    plan = compose(read_brief(None, options, library), library)
    course = course_documents(plan, lambda each, meeting: plugins.handouts(each, meeting, plan))
    look = plugins.look()
    return [(draw(each.document, look), form) for each in course if (form := sheet_form(each))]


def _growth(sheets: list[tuple[bytes, SheetForm]]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        pickled = Path(folder) / "sheets"
        pickled.write_bytes(pickle.dumps(sheets))
        command = [sys.executable, "-c", GROWTH, str(pickled), str(SHEETS)]
        return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

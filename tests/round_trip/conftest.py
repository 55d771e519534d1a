"""A course that goes round: planned, filled in, collected, planned again."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from spark_tools.document.form import bookmark
from spark_tools.model import SheetForm
from spark_tools.publish.record import read_record

PEN = Path(__file__).with_name("office_pen.py")
SYSTEM_PYTHON = "/usr/bin/python3"
BRIEF = """\
format = 1
workplace = "Plejecenter Lindehaven"
course_type = "individual"
themes = ["cooperation"]
participants = 5

[[meetings]]
date = 2027-02-03

[[meetings]]
date = 2027-03-03

[[meetings]]
date = 2027-04-07
"""

Spark = Callable[..., str]
Answers = Mapping[str, str]
Job = dict[str, object]
OfficePen = Callable[[Sequence[Job]], None]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    folder = tmp_path / "lindehaven"
    folder.mkdir()
    (folder / "course.toml").write_text(BRIEF, encoding="utf-8")
    return folder


@pytest.fixture
def spark(invoke) -> Spark:
    """Run ``spark`` with these words; give what it says, and fail on anything but success."""

    def run(*words: str | Path) -> str:
        result = invoke(*map(str, words))
        assert result.exit_code == 0, result.output
        return result.output

    return run


@cache
def _office_can_be_scripted() -> bool:
    if not shutil.which("soffice") or not Path(SYSTEM_PYTHON).exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True).returncode == 0


@pytest.fixture
def office_pen() -> OfficePen:
    """Fill in documents in LibreOffice, all jobs in one go."""
    if not _office_can_be_scripted():
        pytest.skip("needs LibreOffice and its Python bridge (python3-uno)")

    def run(jobs: Sequence[Job]) -> None:
        done = subprocess.run(
            [SYSTEM_PYTHON, PEN],
            input=json.dumps(jobs),
            text=True,
            capture_output=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr

    return run


@pytest.fixture
def form_of() -> Callable[[Path], SheetForm]:
    """Give the form that a Word file in a course folder is."""

    def find(sheet: Path) -> SheetForm:
        properties = zipfile.ZipFile(sheet).read("docProps/core.xml").decode()
        found = re.search("<dc:identifier>([^<]+)<", properties)
        record = read_record(sheet.parent.parent)
        assert found
        assert record
        return record.forms[found[1]]

    return find


@pytest.fixture
def job(form_of: Callable[[Path], SheetForm]) -> Callable[..., Job]:
    """Say what the pen is to do: *answers* by field key into *source*, saved as *targets*."""

    def ask(source: Path, answers: Answers, *targets: Path) -> Job:
        kinds = {field.key: field.kind for field in form_of(source).fields}
        return {
            "source": str(source),
            "answers": {
                bookmark(key): {"kind": kinds[key].value, "value": value}
                for key, value in answers.items()
            },
            "targets": [str(target) for target in targets],
        }

    return ask


@pytest.fixture
def words_of() -> Callable[[Path], str]:
    """Give all that a Word file says, paragraphs on lines of their own."""

    def read(path: Path) -> str:
        xml = zipfile.ZipFile(path).read("word/document.xml").decode()
        return unescape(re.sub("<[^>]+>", "", re.sub("</w:p>|<w:br/>", "\n", xml)))

    return read

"""The same brief, content and version give the same bytes, whoever asks, when and where."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

pytestmark = pytest.mark.needs("faketime")

FORMATS = {".docx", ".pdf", ".html", ".md", ".ics", ".json"}
LOGBOOK = "logbook.toml"
HERE = """
import datetime, os, time, spark_tools
print(spark_tools.__file__, os.getcwd(), os.path.expanduser("~"), sep="\\n")
print(datetime.date.today(), time.tzname, hash("spark"), os.umask(0), sep="\\n")
print(os.environ.get("USER"), os.environ.get("LANG"), sep="\\n")
"""


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != LOGBOOK
    }


def told(logbook: Path) -> list[str]:
    """Give the lines of *logbook* without the comments, which are in the consultant's language."""
    lines = logbook.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def test_the_two_machines_have_nothing_in_common(machines) -> None:
    plain, strange = (machine.python("-c", HERE).splitlines() for machine in machines)
    assert len(plain) == len(strange)
    assert [words for words in zip(plain, strange, strict=True) if len(set(words)) == 1] == []


@pytest.mark.parametrize("plan", ["first", "next"])
def test_they_write_the_same_files(plan: str, plain_course: Path, strange_course: Path) -> None:
    here, there = hashes(plain_course / plan), hashes(strange_course / plan)
    assert {Path(name).suffix for name in here} >= FORMATS
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []


def test_the_course_went_on_from_what_came_back(plain_course: Path, strange_course: Path) -> None:
    guide = (plain_course / "next" / "meeting-2" / "drejebog.md").read_text(encoding="utf-8")
    assert "Tavlemøde" in guide
    assert hashes(plain_course / "first") != hashes(plain_course / "next")
    assert told(plain_course / "next" / LOGBOOK) == told(strange_course / "next" / LOGBOOK)

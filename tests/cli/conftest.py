from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree

Spark = Callable[..., Result]


@pytest.fixture
def spark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, invoke: Spark) -> Spark:
    """Run ``spark`` with these words in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return invoke


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A small brief, written as a consultant would."""
    path = tmp_path / "lindehaven" / "course.toml"
    path.parent.mkdir()
    path.write_text(
        """\
format = 1
workplace = "Plejecenter Lindehaven"
course_type = "individual"
themes = ["cooperation"]
participants = 5

[[meetings]]
date = 2027-02-03

[[meetings]]
date = 2027-03-03
minutes = 180

[[meetings]]
date = 2027-04-07
""",
        encoding="utf-8",
    )
    return path


@pytest.fixture(scope="session")
def planned_once(tmp_path_factory: pytest.TempPathFactory, invoke: Spark) -> Path:
    """Two courses that have been planned, one of them for three committees."""
    folder = tmp_path_factory.mktemp("courses")
    several = ("--course-type", "joint", "--participants", "18", "--committees", "3")
    one = ("--course-type", "individual", "--participants", "5")
    dates = ("--date", "2027-02-03", "--date", "2027-03-03", "--date", "2027-04-07")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LANG", "en")
        for name, kind in (("lindehaven", one), ("faelles", several)):
            words = ("plan", "--theme", "samarbejde", "--workplace", name.title(), *kind, *dates)
            output = ("--format", "docx", "-o", str(folder / name))
            result = invoke(*words, *output)
            assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def courses(planned_once: Path, tmp_path: Path) -> Path:
    """A folder with the planned courses ``lindehaven`` and ``faelles``, to do with as one likes."""
    return Path(shutil.copytree(planned_once, tmp_path / "courses"))


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@pytest.fixture
def send() -> Callable[..., Path]:
    """Fill in a sheet as Word does, by its controls' tags, and put it in an inbox."""

    def filled(sheet: Path, to: Path, answers: Mapping[str, str], saved: str = "") -> Path:
        to.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(sheet) as blank, zipfile.ZipFile(to, "w") as written:
            for name in blank.namelist():
                content = blank.read(name)
                if name == "word/document.xml":
                    content = _filled(content, answers)
                if name == "docProps/core.xml" and saved:
                    stamp = f"<dcterms:modified>{saved}</dcterms:modified></cp:coreProperties>"
                    content = content.replace(b"</cp:coreProperties>", stamp.encode())
                written.writestr(name, content)
        return to

    return filled


def _filled(xml: bytes, answers: Mapping[str, str]) -> bytes:
    root = etree.fromstring(xml)
    waiting = dict(answers)
    for sdt in root.iter(f"{W}sdt"):
        properties, content = sdt.find(f"{W}sdtPr"), sdt.find(f"{W}sdtContent")
        answer = waiting.pop(properties.find(f"{W}tag").get(f"{W}val"), None)
        if answer is None:
            continue
        for flag in properties.findall(f"{W}showingPlcHdr"):
            properties.remove(flag)
        if (day := properties.find(f"{W}date")) is not None:
            day.set(f"{W}fullDate", f"{answer}T00:00:00Z")
        if (tick := properties.find(f".//{W14}checked")) is not None:
            tick.set(f"{W14}val", "1")
            answer = "☒"
        for run in list(content):
            content.remove(run)
        etree.SubElement(etree.SubElement(content, f"{W}r"), f"{W}t").text = answer
    assert not waiting, waiting
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)

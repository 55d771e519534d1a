from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

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

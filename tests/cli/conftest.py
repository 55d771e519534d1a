from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from spark_tools.cli.app import group

Spark = Callable[..., Result]


@pytest.fixture
def spark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Spark:
    """Run ``spark`` with these words in an empty folder; a crash fails the test."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str, typed: str | None = None) -> Result:
        result = CliRunner().invoke(group(), words, input=typed)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


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

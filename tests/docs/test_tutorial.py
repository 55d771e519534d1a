"""The tutorial, done word for word in a fresh environment."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs/plugins/tutorial.md"
PROJECT = ROOT / "docs/plugins/tutorial/traffic-lights"
BLOCK = re.compile(
    r"(?:^\*\*`(?P<path>[^`]+)`\*\*\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.M | re.S
)
ELLIPSIS = "..."
MADE_ON_THE_WAY = re.compile(r"__pycache__|_cache/|\.egg-info|/build/|^schemas/")


def blocks() -> Iterator[tuple[str, str, str]]:
    """Give each block of the tutorial: the path of its file, its kind and its text."""
    for found in BLOCK.finditer(TUTORIAL.read_text("utf-8")):
        yield found["path"] or "", found["kind"], found["text"]


def run(*words: str | Path, folder: Path, **environment: str) -> str:
    ran = subprocess.run(
        words,
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return ran.stdout


def pinned(folder: Path) -> Path:
    """Write the locked versions as constraints, without their hashes."""
    locked = re.findall(r"^([\w.-]+==\S+)", (ROOT / "requirements/test.txt").read_text(), re.M)
    path = folder / "constraints.txt"
    path.write_text("\n".join(locked))
    return path


@pytest.fixture
def fresh(tmp_path: Path) -> Mapping[str, str]:
    """A virtual environment with what the tutorial asks for, and nothing else, switched on."""
    pip_wheel = (sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation")
    run(*pip_wheel, "-w", tmp_path, ROOT, folder=tmp_path)
    [wheel] = tmp_path.glob("*.whl")
    home = tmp_path / "env"
    venv.create(home, with_pip=True, symlinks=True)
    install = (home / "bin/python", "-m", "pip", "install", "-q", "-c", pinned(tmp_path))
    said = run(*install, f"{wheel}[testing]", folder=tmp_path)
    assert (home / "bin/spark").is_file(), said
    return {
        "PATH": f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PIP_CONSTRAINT": str(tmp_path / "constraints.txt"),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PYTHONPATH": "",
        "VIRTUAL_ENV": str(home),
    }


def pattern(expected: str) -> re.Pattern[str]:
    """Give what output must match: ``...`` alone stands for lines, at an end for anything."""
    lines = []
    for line in expected.splitlines():
        if line == ELLIPSIS:
            lines.append(r"(?:.*\n)*?")
        elif line.endswith(ELLIPSIS):
            lines.append(re.escape(line.removesuffix(ELLIPSIS)) + r".*\n")
        else:
            lines.append(re.escape(line) + r"\n")
    return re.compile("".join(lines))


def steps(console: str) -> Iterator[tuple[str, str]]:
    """Give each command of a block, and what it should say."""
    for part in re.split(r"^\$ ", console, flags=re.M)[1:]:
        command, _, expected = part.partition("\n")
        yield command, expected


def test_every_word_of_the_tutorial_is_true(fresh: Mapping[str, str], tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    commands = 0
    for path, kind, text in blocks():
        if path:
            (work / path).write_text(text, encoding="utf-8")
        if kind != "console":
            continue
        for command, expected in steps(text):
            said = run("sh", "-c", command, folder=work, **fresh)
            assert pattern(expected).fullmatch(said), f"$ {command}\n{said}"
            commands += 1

    assert commands >= 10
    made = work / "traffic-lights"
    assert files_in(made) == files_in(PROJECT)


def files_in(folder: Path) -> dict[str, str]:
    names = {path: path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    return {
        name: path.read_text("utf-8")
        for path, name in names.items()
        if path.is_file() and not MADE_ON_THE_WAY.search(name)
    }

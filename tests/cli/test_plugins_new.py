"""A new plugin works as it stands: its content is sound, and its own tests pass."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Invoke = Callable[..., Result]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def without_schemas(names: set[str]) -> set[str]:
    return {name for name in names if not name.startswith("schemas/")}


def run(*words: str, folder: Path, **environment: str) -> str:
    ran = subprocess.run(
        (sys.executable, "-m", *words),
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.mark.parametrize("kind", ["content", "python"])
def test_the_tests_of_a_new_project_pass(kind: str, invoke: Invoke, tmp_path: Path) -> None:
    invoke("plugins", "new", "fishbone", "--kind", kind, "--title", "Fiskeben")
    project, installed = tmp_path / "fishbone", tmp_path / "installed"
    pip = ("pip", "install", "-q", "--no-deps", "--no-build-isolation", "--target", str(installed))
    run(*pip, str(project), folder=tmp_path)

    said = run("pytest", "-q", folder=project, PYTHONPATH=str(installed))

    assert f"{14 if kind == 'content' else 16} passed" in said
    assert run("ruff", "check", ".", folder=project) == "All checks passed!\n"
    assert "already formatted" in run("ruff", "format", "--check", ".", folder=project)
    if kind == "python":
        types = ("mypy", "--strict", "spark_tools_fishbone", "tests/test_fishbone.py")
        assert "no issues" in run(*types, folder=project, MYPYPATH=".")


def test_a_project_is_complete(invoke: Invoke) -> None:
    invoke("plugins", "new", "fishbone")

    package = "spark_tools_fishbone"
    exercises = f"{package}/content/exercises"
    assert without_schemas(files_in(Path("fishbone"))) == {
        ".github/workflows/test.yml",
        ".gitignore",
        "README.md",
        "pyproject.toml",
        f"{package}/__init__.py",
        f"{package}/py.typed",
        f"{exercises}/fishbone.toml",
        f"{exercises}/fishbone.svg",
        f"{exercises}/fishbone.en.toml",
        f"{exercises}/fishbone.en.svg",
        "tests/test_fishbone.py",
    }


def test_a_local_folder_holds_no_code_and_can_be_used_at_once(invoke: Invoke) -> None:
    made = invoke("plugins", "new", "--local", "vores øvelser")
    shown = invoke("--plugins-dir", "vores øvelser", "show", "vores-oevelser")

    assert without_schemas(files_in(Path("vores øvelser"))) == {
        "README.md",
        "exercises/vores-oevelser.toml",
        "exercises/vores-oevelser.svg",
    }
    assert made.exit_code == 0
    assert shown.stdout.startswith("Vores øvelser")


def test_the_commands_in_a_local_folders_readme_work_where_it_says(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    invoke("plugins", "new", "--local", "mine")
    monkeypatch.chdir("mine")
    block = Path("README.md").read_text("utf-8").split("```")[1]
    preview, check, plan = (shlex.split(line)[1:] for line in block.strip().splitlines())

    for words in (preview[:2], check, plan, check, ("--plugins-dir", ".", "list", "themes")):
        done = invoke(*words)
        assert done.exit_code == 0, done.stderr
        assert "Faults" not in done.stderr
    assert "mine" in Path("course/plan.json").read_text("utf-8")


def test_one_more_exercise_goes_into_a_local_folder_and_nothing_else_is_touched(
    invoke: Invoke,
) -> None:
    invoke("plugins", "new", "--local", "mine")
    Path("mine/README.md").write_text("My own words.", encoding="utf-8")

    made = invoke("plugins", "new", "--local", "mine", "Fiskeben")
    again = invoke("plugins", "new", "--local", "mine", "fiskeben")

    assert made.exit_code == 0
    assert Path("mine/README.md").read_text("utf-8") == "My own words."
    assert {"exercises/mine.toml", "exercises/fiskeben.toml"} < files_in(Path("mine"))
    assert invoke("check", "mine").stdout == "2 files without faults\n"
    assert again.exit_code == 1
    assert "fiskeben.toml: is there already" in again.stderr


@pytest.mark.parametrize("name", ["fishbone", "Noter på tavlen"])
def test_what_is_made_has_no_fault_and_says_so(name: str, invoke: Invoke) -> None:
    invoke("plugins", "new", name)

    assert invoke("check", name).stdout == "2 files without faults\n"


def test_every_file_says_where_its_schema_lies(invoke: Invoke) -> None:
    invoke("plugins", "new", "fishbone")

    for path in Path("fishbone").rglob("*.toml"):
        if path.name != "pyproject.toml":
            mark, _, schema = path.read_text("utf-8").splitlines()[0].partition(" ")
            assert mark == "#:schema"
            assert (path.parent / schema).is_file()


def test_it_says_the_next_three_commands(invoke: Invoke) -> None:
    said = invoke("plugins", "new", "fishbone").stdout.splitlines()

    assert said[0] == "Wrote fishbone"
    assert said[1] == "Next:"
    install, test, preview = said[2:]
    assert install.endswith("-m pip install -e 'fishbone[test]'")
    assert test.endswith("-m pytest fishbone")
    exercise = "fishbone/spark_tools_fishbone/content/exercises/fishbone.toml"
    assert preview == f"  spark preview {exercise} --watch"


def test_comments_are_in_the_authors_language(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPARK_LANG", "da")

    invoke("plugins", "new", "--local", "egne")

    assert "# Trinene, i rækkefølge." in Path("egne/exercises/egne.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check-in",), "there is already something called check-in"),
        (("templates",), "there is already something called templates"),
        (("2027",), "a name begins with a letter"),
        (("..",), ""),
        (("--local", "taken"), "is there already"),
        (("fishbone", "--title", 'Et "ben"'), "a title is plain words"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    words: tuple[str, ...], said: str, invoke: Invoke
) -> None:
    Path("taken").mkdir()
    Path("taken/mine.txt").write_text("Mine.", encoding="utf-8")

    result = invoke("plugins", "new", *words)

    assert result.exit_code == 1
    assert said in result.stderr
    assert files_in(Path.cwd()) == {"taken/mine.txt"}


def test_an_empty_folder_is_filled(invoke: Invoke) -> None:
    Path("fishbone").mkdir()

    assert invoke("plugins", "new", "fishbone").exit_code == 0


@pytest.mark.parametrize("words", [(), ("--local", "mine", "--kind", "python")])
def test_it_is_told_which_of_the_two_to_make(words: tuple[str, ...], invoke: Invoke) -> None:
    assert invoke("plugins", "new", *words).exit_code == 2

from __future__ import annotations

import json
from pathlib import Path

import pytest

from spark_tools.cli.app import summaries
from spark_tools.i18n import words

COMMANDS = list(summaries(words("cli", "en")))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example_in_its_help(spark, command: str) -> None:
    result = spark(command, "--help")

    assert result.exit_code == 0
    assert "Example: spark " in result.output


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_danish_for_a_dane(spark, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPARK_LANG", "da")
    shown = spark(command, "--help").output

    assert "Eksempel: spark " in shown
    assert "Tilvalg:" in shown


def test_a_usage_error_is_danish_for_a_dane(spark, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPARK_LANG", "da")
    result = spark("plan", "--tema", "samarbejde")

    assert result.exit_code == 2
    assert "Tilvalget '--tema' findes ikke." in result.stderr


def test_the_readme_shows_every_command() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")

    for command in COMMANDS:
        if command != "plugins":
            assert f"spark {command}" in readme or f"{command} my-plugins" in readme, command


def test_a_handout_is_written_with_its_worksheets(spark, tmp_path: Path) -> None:
    result = spark("handout", "prøvehandlinger", "--format", "docx", "-o", "ark")

    assert result.exit_code == 0, result.output
    names = {path.name for path in (tmp_path / "ark").iterdir()}
    assert len(names) >= 2
    assert all(name.endswith(".docx") for name in names)


def test_a_handout_is_written_in_the_look_that_is_asked_for(spark, tmp_path: Path) -> None:
    result = spark("handout", "siden sidst", "--format", "html", "--look", "large-print")

    assert result.exit_code == 0, result.output
    assert all("font-size: 18pt" in path.read_text() for path in tmp_path.glob("*.html"))


def test_a_handout_that_is_there_is_kept(spark, tmp_path: Path) -> None:
    spark("handout", "siden sidst", "--format", "md")
    [page, *_] = sorted(tmp_path.glob("*.md"))
    page.write_text("min egen", encoding="utf-8")

    assert f"Kept {page.name}" in spark("handout", "siden sidst", "--format", "md").stderr
    assert page.read_text(encoding="utf-8") == "min egen"


def test_exercises_can_be_filtered(spark) -> None:
    everything = json.loads(spark("list", "exercises", "--json").stdout)
    short = json.loads(spark("list", "exercises", "--json", "--minutes", "10").stdout)
    looking_back = json.loads(
        spark("list", "exercises", "--json", "--function", "look-back").stdout
    )
    for_two = json.loads(spark("list", "exercises", "--json", "--participants", "2").stdout)

    assert 0 < len(short) < len(everything)
    assert all(each["least_minutes"] <= 10 for each in short)
    assert {each["id"] for each in looking_back} >= {"since-last-time"}
    assert all("look-back" in each["functions"] for each in looking_back)
    assert all(each["fewest_participants"] <= 2 for each in for_two)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("exercises", "perspective-mapping"),
        ("themes", "Vold og trusler"),
        ("course-types", "Fællesforløb"),
        ("formats", "docx"),
    ],
)
def test_lists_are_readable_tables(spark, kind: str, expected: str) -> None:
    assert expected in spark("list", kind).stdout


def test_an_unknown_function_names_those_there_are(spark) -> None:
    result = spark("list", "exercises", "--function", "explor")

    assert result.exit_code == 1
    assert "unknown function “explor”; there is arrive, look-back, explore" in result.stderr


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("prøvehandlinger", "Erfaring"),
        ("samarbejde", "- "),
        ("individuelt", "180 min"),
    ],
)
def test_one_thing_is_shown(spark, name: str, expected: str) -> None:
    result = spark("show", name)

    assert result.exit_code == 0, result.output
    assert expected in result.stdout


def test_showing_what_is_not_there_asks_what_was_meant(spark) -> None:
    result = spark("show", "prøvehandlnger")

    assert result.exit_code == 1
    assert "try-out-actions" in result.stderr or "Prøvehandlinger" in result.stderr


def test_check_passes_what_is_right(spark, course: Path) -> None:
    assert spark("check", str(course)).stdout.strip() == "1 file without faults"


def test_check_names_every_fault_of_every_path(spark, course: Path, tmp_path: Path) -> None:
    themes = tmp_path / "mine" / "themes"
    themes.mkdir(parents=True)
    (themes / "noise.toml").write_text('format = 1\nid = "noise"\ntitel = "Støj"\n')
    course.write_text("format = 1\n")

    result = spark("check", str(tmp_path / "mine"), str(course))

    assert result.exit_code == 1
    assert "noise.toml:3: " in result.stderr
    assert "course.toml" in result.stderr


def test_a_path_that_is_not_there_is_one_clear_message(spark) -> None:
    result = spark("check", "nowhere")

    assert result.exit_code == 1
    assert result.stderr.startswith("nowhere: ")


def test_a_broken_plugin_is_named_and_planning_goes_on(spark, tmp_path: Path) -> None:
    plugin = tmp_path / "mine" / "noise"
    plugin.mkdir(parents=True)
    (plugin / "__init__.py").write_text("import does_not_exist\n")

    shown = spark("--plugins-dir", "mine", "plugins")
    assert shown.exit_code == 0
    assert "noise" in shown.stdout
    assert "does_not_exist" in shown.stdout
    assert "over-under-standard" in shown.stdout

    listed = spark("--plugins-dir", "mine", "list", "exercises")
    assert listed.exit_code == 0
    assert "Faults in plugins: noise. See: spark --plugins-dir mine plugins" in listed.stderr


def test_a_folder_of_content_folders_is_checked_as_all_of_them(spark, tmp_path: Path) -> None:
    for name in ("one", "two"):
        themes = tmp_path / "mine" / name / "themes"
        themes.mkdir(parents=True)
        (themes / f"{name}.toml").write_text(f'format = 1\nid = "{name}"\n', encoding="utf-8")

    result = spark("check", "mine")

    assert result.exit_code == 1
    assert "one.toml" in result.stderr
    assert "two.toml" in result.stderr


def test_a_calendar_of_one_exercise_is_an_unknown_format(spark) -> None:
    result = spark("handout", "prøvehandlinger", "--format", "ics")

    assert result.exit_code == 1
    assert "unknown format “ics”; there is docx, pdf, html, md" in result.stderr


def test_a_folder_of_plugins_that_is_not_there_is_one_clear_message(spark) -> None:
    result = spark("--plugins-dir", "nowhere", "list", "themes")

    assert result.exit_code == 1
    assert result.stderr.strip() == "nowhere: there is no such folder of plugins"


def test_showing_an_exercise_gives_its_text_without_marks(spark) -> None:
    shown = spark("show", "prøvehandlinger").stdout

    assert "**" not in shown
    assert "{{" not in shown
    assert "   - lille: " in shown

"""``spark plugins`` tells what each plugin is, and plugins can be left out."""

from __future__ import annotations

import json
import os
import sys

import pytest

from tests.contents import THEME

PLUGIN = """\
from pathlib import Path
import click
from spark_tools import DocumentRenderer, hookimpl
HERE = Path(__file__).parent

@hookimpl
def spark_content_dirs():
    return [HERE]

@hookimpl
def spark_template_dirs():
    return [HERE / "templates"]

@hookimpl
def spark_renderers():
    draw = lambda document, look: b"-"
    return [DocumentRenderer(name, name, name, draw) for name in ("txt", "md")]

@hookimpl
def spark_commands():
    return [click.Command("bill")]

@hookimpl(wrapper=True)
def spark_compose_plan(brief):
    return (yield)
"""
COURSE = (
    *("plan", "--course-type", "individual", "--theme", "samarbejde"),
    *("--workplace", "Lindehaven", "--participants", "5", "--dry-run"),
)


@pytest.fixture(autouse=True)
def _in_english(monkeypatch):
    monkeypatch.setenv("SPARK_LANG", "en")
    monkeypatch.delenv("SPARK_TOOLS_BLOCK", raising=False)


@pytest.fixture
def folder(tmp_path):
    """Make a plugins folder with a plugin that offers something of everything."""
    texts = {
        "everything/__init__.py": PLUGIN,
        "everything/themes/noise.toml": THEME,
        "everything/templates/html/document.html.j2": "{{ document.title }}",
        "everything/templates/looks/large-print/look.json": "{}",
        "everything/templates/looks/quiet/look.json": "{}",
    }
    for name, text in texts.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    yield tmp_path
    for name in [name for name in sys.modules if name.startswith("spark_tools_local_")]:
        del sys.modules[name]


def test_verbose_tells_everything_about_each(folder, invoke):
    said = invoke("--plugins-dir", str(folder), "plugins", "--json", "--verbose").stdout
    mine = json.loads(said)["loaded"][-1]
    assert mine["plugin"] == "everything"
    assert (mine["path"], mine["distribution"]) == (str(folder / "everything"), "")
    assert mine["milliseconds"] > 0
    assert mine["adds"] == {
        "themes": ["noise"],
        "templates": ["html/document.html.j2"],
        "formats": ["txt", "md"],
        "commands": ["bill"],
        "looks": ["large-print", "quiet"],
        "hooks": [
            "spark_content_dirs",
            "spark_template_dirs",
            "spark_renderers",
            "spark_compose_plan",
            "spark_commands",
        ],
    }
    told = {(one["kind"], one["name"], one["other"], one["first"]) for one in mine["overrides"]}
    assert told == {
        ("template", "html/document.html.j2", "templates", True),
        ("look", "large-print", "templates", True),
        ("format", "md", "renderers", False),
        ("composer", "spark_compose_plan", "composer", True),
    }


def test_only_what_is_drawn_with_is_a_template(tmp_path, invoke):
    for name in (
        *("a/README.md", "a/pyproject.toml", "a/.git/config", "a/schemas/theme.schema.json"),
        *("a/exercises/map.svg", "a/exercises/images/map.svg", "a/looks/plum/look.json"),
        *("a/look.json", "a/word/house.docx", "a/slides/deck.pptx", "b/README.md"),
        *("b/looks/plum/look.json", "b/schemas/theme.schema.json", "b/word/house.docx"),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}", encoding="utf-8")

    said = invoke("--plugins-dir", str(tmp_path), "plugins", "--json", "--verbose").stdout
    first, second = json.loads(said)["loaded"][-2:]

    assert first["adds"]["templates"] == ["look.json", "slides/deck.pptx", "word/house.docx"]
    assert first["adds"]["looks"] == ["plum"]
    overridden = [(one["name"], one["other"]) for one in second["overrides"]]
    assert ("word/house.docx", "a") in overridden
    assert {name for name, other in overridden if other == "a"} == {"word/house.docx", "plum"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["adds        1 theme; 1 template; formats: txt, md;", "not used    md, which"]),
        ("da", ["tilføjer    1 tema; 1 skabelon; formater: txt, md;", "ubrugt      md, som"]),
    ],
)
def test_it_can_be_read_in_eighty_columns(language, words, folder, invoke, monkeypatch):
    monkeypatch.setenv("SPARK_LANG", language)
    lines = invoke("--plugins-dir", str(folder), "plugins", "--verbose").stdout.splitlines()
    assert [line for line in lines if len(line) > 80 and "/" not in line] == []
    for word in words:
        assert any(word in line for line in lines), word


def test_no_plugins_means_the_bundled_alone(folder, invoke, monkeypatch):
    monkeypatch.setenv("SPARK_TOOLS_PLUGINS", "/nowhere/at/all")
    for words in (("--plugins-dir", str(folder), "--no-plugins"), ("--no-plugins",)):
        result = invoke(*words, "plugins", "--json")
        said = json.loads(result.stdout)
        assert {each["from"] for each in said["loaded"]} == {"spark-tools"}
        assert said["failures"] == []
    assert invoke("--no-plugins", "list", "themes").exit_code == 0
    assert "SPARK_TOOLS_BLOCK" not in os.environ


def test_what_is_blocked_is_said_by_plugin_distribution_and_blanks(folder, invoke, monkeypatch):
    monkeypatch.setenv("SPARK_TOOLS_BLOCK", " everything ,, nobody,since-last-time")
    result = invoke("--plugins-dir", str(folder), "plugins")
    assert "Blocked: since-last-time (spark-tools)\n" in result.stdout
    assert f"Blocked: everything ({folder / 'everything'})\n" in result.stdout
    assert "SPARK_TOOLS_BLOCK names nobody, which is not installed." in result.stdout
    said = json.loads(invoke("--plugins-dir", str(folder), "plugins", "--json").stdout)
    assert [each["plugin"] for each in said["blocked"]] == ["since-last-time", "everything"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("composer", "composer is blocked by SPARK_TOOLS_BLOCK"),
        ("templates", "there is nothing to draw with: templates is blocked"),
        ("renderers", "there is no format to draw in"),
        ("spark-programme", 'there is no course type "individual"'),
        ("spark-tools", 'there is no course type "individual"'),
    ],
)
def test_without_a_bundled_plugin_it_is_said_what_is_missing(name, words, invoke, monkeypatch):
    monkeypatch.setenv("SPARK_TOOLS_BLOCK", name)
    result = invoke(*COURSE)
    assert result.exit_code == 1
    assert words in result.stderr
    assert invoke("plugins").exit_code == 0


def test_a_command_that_raises_is_named_with_its_plugin(tmp_path, invoke):
    (tmp_path / "bills.py").write_text(
        "import click\nfrom spark_tools import hookimpl\n"
        "@click.command('bill')\ndef bill():\n    1 / 0\n"
        "@hookimpl\ndef spark_commands():\n    return [bill]\n"
    )
    result = invoke("--plugins-dir", str(tmp_path), "bill")
    assert result.exit_code == 1
    assert result.stderr.startswith("bills, spark_commands: ZeroDivisionError: division by zero")
    assert "bills.py:5)" in result.stderr
    assert "Correct spark_commands in bills" in result.stderr


def test_a_command_that_is_not_there_may_be_a_broken_plugins(tmp_path, invoke):
    (tmp_path / "bills.py").write_text("1 / 0\n")
    result = invoke("--plugins-dir", str(tmp_path), "bill")
    assert result.exit_code == 2
    assert "Faults in plugins: bills" in result.stderr

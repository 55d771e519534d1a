"""Every recipe works: its files are written, its commands run, and what it shows is seen."""

from __future__ import annotations

import base64
import re
import runpy
import shlex
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document

ROOT = Path(__file__).parents[2]
RECIPES = re.findall(
    r"^## (.+)$", (ROOT / "docs/plugins/recipes.md").read_text(encoding="utf-8"), re.MULTILINE
)
ANSWERS = {"list.rows.1.what": "Luk døren", "list.rows.1.who": "Nattevagten"}
SHEET = Path("lindehaven/meeting-2/arbejdsark-tre-loefter.docx")

Cook = Callable[[str], str]


@pytest.fixture
def cook(
    manual: Callable[[str], dict[str, Any]],
    invoke: Callable[..., Any],
    send: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Cook:
    """Follow a recipe in a folder with a course, and give all that is then seen."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "docs/examples/lindehaven", "lindehaven")

    def run(line: str) -> str:
        if line.startswith("spark --plugins-dir my-plugins collect"):
            send(SHEET, Path("inbox/loefter.docx"), ANSWERS)
        program, *words = shlex.split(line)
        if program == "python":
            monkeypatch.setattr("sys.argv", words)
            runpy.run_path(str(ROOT / words[0]), run_name="__main__")
            return ""
        result = invoke(*words)
        assert result.exit_code == 0, f"{line}\n{result.output}"
        return result.output

    def cooked(title: str) -> str:
        chapter = manual("recipes.md")[title]
        chapter.write(Path())
        seen = [run(line) for line in commands(chapter)]
        named = map(Path, re.findall(r"`([\w/.-]+\.(?:html|txt|md))`", chapter.text))
        seen += [path.read_text(encoding="utf-8") for path in named]
        return "\n".join(seen).replace("\N{NO-BREAK SPACE}", " ")

    return cooked


def plain_lines(chapter: Any) -> Iterator[str]:
    for language, text in chapter.fences:
        if not language:
            yield from text.splitlines()


def commands(chapter: Any) -> list[str]:
    return [line for line in plain_lines(chapter) if line.startswith(("spark ", "python "))]


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_shows_what_it_says(
    cook: Cook, manual: Callable[[str], dict[str, Any]], title: str
) -> None:
    chapter = manual("recipes.md")[title]
    seen = cook(title)

    assert commands(chapter)
    shown = [line for line in plain_lines(chapter) if line not in commands(chapter)]
    assert [line for line in shown if line not in seen] == []


def test_the_list_in_front_leads_to_every_recipe(manual: Callable[[str], dict[str, Any]]) -> None:
    links = re.findall(r"^- \[(.+)\]\(#(.+)\)$", manual("recipes.md")[""].text, re.MULTILINE)

    anchors = [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in RECIPES]
    assert links == list(zip(RECIPES, anchors, strict=True))


def test_there_is_a_chair_for_each_participant(cook: Cook) -> None:
    page = cook("A picture with a chair for each participant")
    (picture,) = re.findall(r"data:image/svg\+xml;base64,([\w+/=]+)", page)

    assert base64.b64decode(picture).count(b"<rect") == 7


def test_the_promise_is_in_the_next_meetings_sheets(cook: Cook, invoke: Callable[..., Any]) -> None:
    cook("A sheet whose answers reach the logbook")
    invoke("--plugins-dir", "my-plugins", "plan", "lindehaven", "--format", "docx")

    sheet = Document("lindehaven/meeting-3/arbejdsark-siden-sidst.docx")
    words = "".join(node.text or "" for node in sheet.element.iter("{*}t"))
    assert "Luk døren" in words
    assert "Nattevagten" in words


def test_the_word_file_of_a_look_is_made_in_it(cook: Cook) -> None:
    cook("Your organisation's own look everywhere")

    with zipfile.ZipFile("my-plugins/looks/ours/word/house.docx") as made:
        assert b"Verdana" in made.read("word/theme/theme1.xml")
        assert b"7A1F3D" in made.read("word/styles.xml")

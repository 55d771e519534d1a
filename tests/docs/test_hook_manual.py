"""The hook manual says what the code says, and its examples do what they are there for."""

from __future__ import annotations

import datetime
import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from spark_tools.content.library import Library
from spark_tools.content.load import load_library
from spark_tools.document.course import course_documents
from spark_tools.model import Brief, MeetingWish, SessionPlan
from spark_tools.plugin import hookspecs
from spark_tools.plugin.loading import load_plugins
from spark_tools.plugin.manager import Plugins
from spark_tools.plugin.rehearsal import rehearse
from spark_tools.publish import draw_course

if TYPE_CHECKING:
    from click.testing import Result

HOOKS = [name for name in vars(hookspecs) if name.startswith("spark_")]
Chapters = dict[str, Any]


@pytest.fixture(scope="session")
def chapters(manual: Callable[[str], Chapters]) -> Chapters:
    found = manual("hooks.md")
    return {name: found[name] for name in found if name.startswith("spark_")}


@pytest.fixture(scope="session")
def folder(chapters: Chapters, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("hooks")
    for chapter in chapters.values():
        chapter.write(made)
    return made


@pytest.fixture(scope="session")
def plugins(folder: Path) -> Plugins:
    return load_plugins(folder, strict=True, language="en")


@pytest.fixture(scope="session")
def library(plugins: Plugins) -> Library:
    return load_library(plugins)


@pytest.fixture(scope="session")
def plan(plugins: Plugins, library: Library) -> SessionPlan:
    july = tuple(MeetingWish(datetime.date(2027, 7, day)) for day in (1, 31))
    brief = Brief("Lindehaven", "two-half-days", ("noise",), 24, meetings=july)
    return plugins.compose(brief, library)


def test_every_hook_has_its_chapter_and_there_is_no_other(chapters: Chapters) -> None:
    assert list(chapters) == HOOKS


def test_the_table_in_front_names_them_all_in_order(manual: Callable[[str], Chapters]) -> None:
    front = manual("hooks.md")[""].text

    assert re.findall(r"^\| \[`(\w+)`\]\(#(\w+)\)", front, re.MULTILINE) == [
        (name, name) for name in HOOKS
    ]


@pytest.mark.parametrize("hook", HOOKS)
def test_a_signature_is_what_the_code_says(chapters: Chapters, hook: str) -> None:
    signature = str(inspect.signature(getattr(hookspecs, hook))).replace("'", "")
    language, first = chapters[hook].fences[0]

    assert (language, first.strip()) == ("python", f"def {hook}{signature}")


@pytest.mark.parametrize("hook", HOOKS)
def test_a_chapter_says_when_what_and_in_which_order(chapters: Chapters, hook: str) -> None:
    facts = re.findall(r"^\| ([\w ]+) \| (.+) \|$", chapters[hook].text, re.MULTILINE)

    assert [name for name, _ in facts][:4] == ["called", "gives", "when it breaks", "order"]


@pytest.mark.parametrize("hook", HOOKS)
def test_a_chapter_has_a_plugin_that_uses_its_hook(chapters: Chapters, hook: str) -> None:
    sources = [text for name, text in chapters[hook].files.items() if name.endswith(".py")]

    assert any(re.search(rf"@hookimpl.*\ndef {hook}\(", source) for source in sources)


def test_a_hook_that_raises_breaks_at_the_stage_that_the_manual_says(
    chapters: Chapters, tmp_path: Path
) -> None:
    for hook in HOOKS:
        source = "from spark_tools import hookimpl\n\n\n@hookimpl\ndef {}():\n    raise OSError\n"
        (tmp_path / f"broken_{hook}.py").write_text(source.format(hook))
    broken = load_plugins(tmp_path)
    rehearse(broken, load_library(broken))

    stages = {failure.plugin: failure.stage for failure in broken.failures}
    said = {
        f"broken_{hook}": re.search(r"when it breaks \| stage `(\w+)`", chapter.text)[1]
        for hook, chapter in chapters.items()
    }
    assert stages == said


def test_the_examples_load_strictly_and_offer_their_content(library: Library) -> None:
    assert library.find_exercise("et stille minut").origin == "quiet_minute"
    assert library.exercise("stretching-10").steps[0].minutes.typical == 10
    assert library.find_theme("støj").cautions
    assert library.course_type("evening").meetings[0].minutes == 120


def test_the_settings_decide_the_language_of_a_finding(folder: Path, plan: SessionPlan) -> None:
    danish = load_plugins(folder, strict=True, language="da")

    assert "You are many: bring a colleague." in [each.text for each in plan.findings]
    assert "I er mange: tag en kollega med." in [each.text for each in danish.findings(plan)]


def test_the_made_course_type_can_be_planned(plugins: Plugins, library: Library) -> None:
    plan = plugins.compose(Brief("Lindehaven", "evening", ("noise",), 5), library)

    assert [meeting.title for meeting in plan.meetings] == ["En aften"]


def drawn(plan: SessionPlan, plugins: Plugins, name: str) -> Iterator[tuple[str, str]]:
    agenda = [each for each in course_documents(plan) if each.document.edition == "agenda"]
    renderer = plugins.renderers()[name]
    for file in draw_course(plan, agenda, [renderer], plugins.look()):
        yield file.path, file.content.decode()


def test_the_templates_are_used(plugins: Plugins, plan: SessionPlan) -> None:
    pages = dict(drawn(plan, plugins, "md")) | dict(drawn(plan, plugins, "html"))

    beginning = "---\ntitle: Dagsorden til møde 1"
    assert pages["meeting-1/dagsorden.md"].startswith(beginning)
    assert "# Dagsorden til møde 1" in pages["meeting-1/dagsorden.md"]
    assert "<span>Storeby Kommune</span>" in pages["meeting-1/dagsorden.html"]


def test_the_renderer_writes_a_file_for_each_meeting(plugins: Plugins, plan: SessionPlan) -> None:
    screens = dict(drawn(plan, plugins, "hallway"))

    assert list(screens) == ["meeting-1/hallway.txt", "meeting-2/hallway.txt"]
    assert screens["meeting-1/hallway.txt"].startswith("Lindehaven\n9.00  ")


def test_the_wrapper_and_the_changed_brief_go_together(plugins: Plugins, library: Library) -> None:
    course = Brief("Lindehaven", "individual", ("harassment",), 5)
    ours, theirs = plugins.compose(course, library), load_plugins().compose(course, library)

    assert {meeting.place for meeting in ours.meetings} == {"Rådhuset, lokale 2"}
    interviews = [
        [each.exercise.id for meeting in plan.meetings for each in meeting.after].count(
            "interview-a-colleague"
        )
        for plan in (ours, theirs)
    ]
    assert interviews == [0, 1]


def test_the_finding_is_in_the_plan(plan: SessionPlan) -> None:
    found = [(each.code, each.meeting) for each in plan.findings if each.code == "summer"]

    assert found == [("summer", 1), ("summer", 2)]


def test_the_sheet_is_among_the_documents_of_the_first_meeting_only(
    plugins: Plugins, plan: SessionPlan
) -> None:
    documents = course_documents(plan, lambda one, when: plugins.handouts(one, when, plan))
    sheets = [(made.meeting, sheet.title) for made in documents for sheet in made.document.sheets]

    assert [meeting for meeting, title in sheets if title == "Navneskilt"] == [1]


def test_the_command_runs(folder: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("--plugins-dir", str(folder), "materials", "check-in")

    assert result.output.splitlines() == ["Flipover eller tavle", "Tuscher"]


def test_public_names_are_enough_for_every_example(chapters: Chapters) -> None:
    sources = "".join(text for chapter in chapters.values() for text in chapter.files.values())
    imported = set(re.findall(r"from (spark_tools[\w.]*) import", sources))

    assert imported == {"spark_tools"}

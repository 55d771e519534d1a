"""The suite for every plugin, and what slides must be."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest
from attrs import evolve
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from spark_tools import (
    ItemKind,
    Look,
    RunningItem,
    RunningOrder,
    RunningStep,
    SessionPlan,
    text,
)
from spark_tools.testing import PluginSuite

PLUGIN = Path(__file__).parents[1] / "spark_tools_powerpoint"
DATES = [datetime.date(2027, 2, 3), datetime.date(2027, 3, 3)]
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
NUMBERS = (PP_PLACEHOLDER.SLIDE_NUMBER,)
MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

Draw = Callable[..., dict[str, bytes]]


class TestPowerPoint(PluginSuite):
    plugin = PLUGIN


@pytest.fixture
def plan(compose: Callable[..., SessionPlan]) -> SessionPlan:
    return compose(course_type="two-half-days", participants=5, dates=DATES)


@pytest.fixture
def first(draw: Draw, plan: SessionPlan) -> Any:
    return deck(draw(plan, "pptx")["meeting-1/slides.pptx"])


def deck(content: bytes) -> Any:
    return Presentation(BytesIO(content))


def words(slide: Any) -> list[str]:
    frames = (shape.text_frame for shape in slide.shapes)
    return [paragraph.text for frame in frames for paragraph in frame.paragraphs]


def test_there_is_a_file_for_each_meeting(draw: Draw, plan: SessionPlan) -> None:
    assert list(draw(plan, "pptx")) == [
        f"meeting-{meeting.number}/slides.pptx" for meeting in plan.meetings
    ]


def test_there_is_a_slide_for_the_meeting_and_for_each_item_of_its_agenda(
    first: Any, plan: SessionPlan
) -> None:
    meeting = plan.meetings[0]

    assert [slide.shapes.title.text for slide in first.slides][:3] == [
        meeting.title,
        "Check ind",
        "Saml hjemmeopgaven op",
    ]
    assert len(first.slides) == 1 + len(meeting.items)
    assert (first.slide_width, first.slide_height) == (12192000, 6858000)


def test_a_slide_says_when_for_how_long_and_step_by_step(first: Any) -> None:
    check_in = words(first.slides[1])

    assert check_in[:5] == [
        "Check ind",
        "Fald til ro, og få alle stemmer med fra starten.",
        "2 min\tVelkommen",
        "8 min\tRunden",
        "9.00–9.10",
    ]
    assert "10 min" in check_in
    assert "Lindehaven · møde 1" in check_in


def test_a_break_says_when_it_goes_on(first: Any) -> None:
    (pause,) = (slide for slide in first.slides if slide.shapes.title.text == "Pause")

    assert any(line.startswith("Vi begynder igen kl. 1") for line in words(pause))


def test_the_notes_hold_what_the_facilitator_says_and_knows(first: Any) -> None:
    notes = first.slides[1].notes_slide.notes_text_frame.text

    for expected in ("9.00–9.10 · 10 min", "Velkommen · 2 min · Fælles", "Sig: »", "Til dig:"):
        assert expected in notes


def sizes(slide: Any) -> Iterator[tuple[str, float]]:
    """Give each paragraph's size in points: a run's own, else that of its level in the layout."""
    layout = {each.placeholder_format.idx: each for each in slide.slide_layout.placeholders}
    for shape in slide.placeholders:
        style = layout[shape.placeholder_format.idx]._element.find(f".//{MAIN}lstStyle")
        for paragraph in shape.text_frame.paragraphs:
            level = style.find(f"{MAIN}lvl{paragraph.level + 1}pPr/{MAIN}defRPr")
            for run in paragraph.runs:
                yield run.text, run.font.size.pt if run.font.size else int(level.get("sz")) / 100


@pytest.mark.parametrize("course_type", ["individual", "full-day", "joint"])
def test_everybody_in_the_room_can_read_it(
    draw: Draw, compose: Callable[..., SessionPlan], course_type: str
) -> None:
    for content in draw(compose(course_type=course_type), "pptx").values():
        for slide in deck(content).slides:
            titles = [s for s in slide.placeholders if s.placeholder_format.type in TITLES]
            assert len(titles) == 1
            assert {text: points for text, points in sizes(slide) if points < 18} == {}
            named = titles[0].text_frame.text
            assert min(points for text, points in sizes(slide) if text in named) >= 28


def test_steps_that_find_no_room_are_counted_and_stand_in_the_notes(tested: Any) -> None:
    named = "Trin {}: Hvad vil I gerne opnå, og for hvem, når det lykkes for jer?"
    steps = tuple(
        RunningStep(text(named.format(number)), 5, "5 min", "I grupper", ())
        for number in range(1, 15)
    )
    item = RunningItem(ItemKind.EXERCISE, text("Mange trin"), "9.00", "10.10", 70, "", steps=steps)
    order = RunningOrder(1, text("Møde"), "da", "Lindehaven", (), "", "", (item,))
    slide = deck(tested.renderers["pptx"].draw(order, tested.looks["house"])).slides[1]

    shown = [line for line in words(slide) if "Trin" in line]
    assert f"\t… og {14 - len(shown)} trin mere" in words(slide)
    assert slide.notes_slide.notes_text_frame.text.count("Hvad vil I") == 14


def test_every_word_says_its_language(draw: Draw, plan: SessionPlan) -> None:
    english = evolve(plan, brief=evolve(plan.brief, language="en"))
    for course, languages in ((plan, {"da-DK"}), (english, {"da-DK", "en-GB"})):
        first = deck(draw(course, "pptx")["meeting-1/slides.pptx"])
        runs = [
            run
            for slide in first.slides
            for part in (slide, slide.notes_slide)
            for shape in part.placeholders
            if shape.has_text_frame and shape.placeholder_format.type not in NUMBERS
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
        ]
        assert {run._r.rPr.get("lang") for run in runs} == languages


def test_the_same_plan_gives_the_same_bytes_and_no_author(draw: Draw, plan: SessionPlan) -> None:
    files = draw(plan, "pptx")

    assert files == draw(plan, "pptx")
    about = deck(files["meeting-1/slides.pptx"]).core_properties
    assert (about.author, about.last_modified_by, about.created) == ("", "", None)
    assert (about.title, about.language) == ("Lindehaven: Første halve dag", "da-DK")


def test_powerpoint_finds_no_fault(draw: Draw, plan: SessionPlan, tmp_path: Path) -> None:
    for path, content in draw(plan, "pptx").items():
        written = tmp_path / path.replace("/", "-")
        written.write_bytes(content)
        assert OpenXmlValidator().validate(written).errors == []


def test_an_organisation_may_have_slides_of_its_own(tested: Any, tmp_path: Path) -> None:
    renderer, look = tested.renderers["pptx"], tested.looks["house"]
    own = tmp_path / "powerpoint/slides.pptx"
    own.parent.mkdir()
    assert renderer.missing(look) == ""

    Presentation().save(own)
    dressed = Look((tmp_path, *look.template_dirs))
    assert "the layout “Møde” lacks placeholder 0, 1" in renderer.missing(dressed)

    own.write_text("nothing", encoding="utf-8")
    assert renderer.missing(dressed).endswith("is not a PowerPoint file (.pptx)")


def test_the_project_announces_its_plugin() -> None:
    project = tomllib.loads((PLUGIN.parent / "pyproject.toml").read_text(encoding="utf-8"))

    assert project["project"]["entry-points"]["spark_tools"] == {"powerpoint": PLUGIN.name}


def test_the_template_is_made_of_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(PLUGIN.parent)
    made = run_path(str(PLUGIN.parent / "make_template.py"))

    assert made["template"]() == made["TEMPLATE"].read_bytes()

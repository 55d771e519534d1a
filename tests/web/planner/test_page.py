"""The page keeps all that is typed, shows what is wrong where it is, and is whole HTML."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import html5lib
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from spark_tools.i18n import speaking
from spark_tools.model import FaultError
from spark_tools.web.page import Frame
from spark_tools.web.planner.changes import LeaveOut, Swap
from spark_tools.web.planner.form import MeetingForm, PlanForm, form_from
from spark_tools.web.planner.jobs import ComposePlan
from spark_tools.web.planner.page import Asked, plan_page
from spark_tools.web.planner.reading import read_form
from spark_tools.web.toolbox import Toolbox

HTML = "{http://www.w3.org/1999/xhtml}"
MOST_BYTES = 50_000

WRONG = PlanForm(
    participants="ti",
    count="2",
    meetings=(MeetingForm(date="i morgen", place="x" * 200), MeetingForm(start="ni")),
    wish="<b>&\"'",
)


@pytest.fixture(scope="session")
def draw(toolbox: Toolbox, frame: Frame) -> Any:
    """Draw the page that answers what is asked, in a language."""

    def drawn(asked: Asked, language: str = "da") -> str:
        return frame.draw(plan_page(toolbox, language, asked))

    return drawn


@pytest.fixture(scope="session")
def answers(toolbox: Toolbox, course: PlanForm) -> dict[str, Asked]:
    """Every kind of answer that the page gives."""
    swap = ComposePlan(course, Swap(2, "over-under-standard", "when-it-works"), course)
    refused = ComposePlan(course, LeaveOut("check-in"), course)
    whole = evolve(course, posters="yes", exclude=("homework-collection",), include=("round",))
    with speaking("da"):
        return {
            "empty": Asked(PlanForm()),
            "wanted": Asked(PlanForm(include=("when-it-works",))),
            "wrong": wrong(WRONG, toolbox),
            "plan": Asked(course, ComposePlan(course).run(toolbox)),
            "swapped": Asked(course, swap.run(toolbox), before=course, meeting=2),
            "refused": Asked(course, refused.run(toolbox), before=course, notes=("En note.",)),
            "unknown": wrong(whole, toolbox),
        }


def wrong(form: PlanForm, toolbox: Toolbox) -> Asked:
    with pytest.raises(FaultError) as caught, speaking("da"):
        read_form(form, toolbox.library, toolbox.looks)
    return Asked(form, faults=caught.value.faults)


def parsed(page: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return html5lib.HTMLParser(strict=True).parse(page)


def elements(page: str, *names: str) -> Iterator[Any]:
    wanted = {HTML + name for name in names}
    return (each for each in parsed(page).iter() if not names or each.tag in wanted)


def sent(page: str) -> dict[str, list[str]]:
    """Give what a browser sends when a button without a name is pressed."""
    (form,) = (each for each in elements(page, "form") if each.get("id") == "plan-form")
    values: dict[str, list[str]] = {}
    for each in form.iter():
        kind, name = each.tag.removeprefix(HTML), each.get("name")
        if not name:
            continue
        if kind == "input" and (each.get("type") != "checkbox" or "checked" in each.attrib):
            values.setdefault(name, []).append(each.get("value", "on"))
        if kind == "textarea":
            values.setdefault(name, []).append(each.text or "")
        if kind == "select":
            options = list(each.iter(f"{HTML}option"))
            chosen = [option for option in options if "selected" in option.attrib]
            values.setdefault(name, []).append((chosen or options)[0].get("value"))
    return values


KINDS = ("empty", "wanted", "wrong", "plan", "swapped", "refused", "unknown")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_page_is_html_without_a_fault_and_small(
    kind: str, language: str, answers: dict[str, Asked], draw: Any
) -> None:
    page = draw(answers[kind], language)

    assert parsed(page) is not None
    assert len(page.encode()) < MOST_BYTES


@pytest.mark.parametrize("kind", KINDS)
def test_ids_are_there_once_and_everything_that_is_named_is_there(
    kind: str, answers: dict[str, Asked], draw: Any
) -> None:
    page = draw(answers[kind])
    ids = Counter(each.get("id") for each in elements(page) if each.get("id"))
    named = {
        name
        for each in elements(page)
        for key in ("for", "aria-labelledby", "aria-describedby", "data-copies")
        for name in each.get(key, "").split()
    }

    assert [name for name, times in ids.items() if times > 1] == []
    assert named <= set(ids)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_label(kind: str, answers: dict[str, Asked], draw: Any) -> None:
    page = draw(answers[kind])
    labelled = {each.get("for") for each in elements(page, "label")}
    inside = [field for each in elements(page, "label") for field in each.iter(f"{HTML}input")]
    for field in elements(page, "input", "select", "textarea"):
        if field.get("type") != "hidden":
            attributes = [each.attrib for each in inside]
            assert field.get("id") in labelled or field.attrib in attributes, field.attrib


@pytest.mark.parametrize("kind", KINDS)
def test_headings_follow_one_another(kind: str, answers: dict[str, Asked], draw: Any) -> None:
    page = draw(answers[kind])
    levels = [int(each.tag[-1]) for each in elements(page, "h1", "h2", "h3", "h4", "h5")]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_styled_or_scripted_inside_the_page(
    kind: str, answers: dict[str, Asked], draw: Any
) -> None:
    for each in elements(draw(answers[kind])):
        assert not [key for key in each.attrib if key == "style" or key.startswith("on")]
        assert each.tag != f"{HTML}script" or each.get("src")


@pytest.mark.parametrize("kind", ["plan", "swapped", "refused"])
def test_what_the_page_sends_again_is_the_form_it_is_the_plan_of(
    kind: str, answers: dict[str, Asked], draw: Any
) -> None:
    composed = answers[kind].composed
    assert composed is not None
    assert form_from(sent(draw(answers[kind]))) == composed.form


typed = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=20)


@settings(max_examples=15, deadline=None)
@given(
    texts=st.fixed_dictionaries(
        dict.fromkeys(("workplace", "participants", "count", "wish", "consultant"), typed)
    ),
    rows=st.lists(st.builds(MeetingForm, typed, typed, typed, typed), max_size=12),
)
def test_nothing_that_is_typed_is_lost_by_the_page(
    texts: dict[str, str], rows: list[MeetingForm], draw: Any
) -> None:
    while rows and rows[-1] == MeetingForm():
        rows.pop()
    form = PlanForm(**texts, meetings=tuple(rows), language="da")

    assert form_from(sent(draw(Asked(form)))) == form


def test_a_time_or_a_date_that_a_browser_can_show_is_shown_as_one(draw: Any) -> None:
    page = draw(Asked(PlanForm(count="1", meetings=(MeetingForm("3.2.2027", "9.30"),))))
    fields = {each.get("name"): each for each in elements(page, "input")}

    assert fields["meetings.0.date"].get("value") == "2027-02-03"
    assert fields["meetings.0.start"].get("value") == "09:30"
    assert fields["meetings.0.start"].get("type") == "time"


def test_every_fault_is_told_at_the_top_and_beside_its_field(
    answers: dict[str, Asked], draw: Any
) -> None:
    page = draw(answers["wrong"])
    (summary,) = (each for each in elements(page, "div") if each.get("role") == "alert")
    links = {each.get("href")[1:]: each.text for each in summary.iter(f"{HTML}a")}
    fields = {each.get("id"): each for each in elements(page) if each.get("id")}

    assert (
        links["meetings.0.date"]
        == "Møde 1: Dato: »i morgen« er ikke en dato; skriv den som 3.2.2027"
    )
    assert links["workplace"] == "»Arbejdsplads« mangler"
    assert set(links) == {fault.file for fault in answers["wrong"].faults}
    for name in links:
        assert name in fields
        described = [
            each
            for each in elements(page)
            if f"{name}-fault1" in each.get("aria-describedby", "").split()
        ]
        assert [each.get("aria-invalid") for each in described] == ["true"], name


def test_what_was_typed_wrong_stands_there_still(answers: dict[str, Asked], draw: Any) -> None:
    fields = {each.get("name"): each for each in elements(draw(answers["wrong"]), "input")}

    assert fields["participants"].get("value") == "ti"
    assert fields["meetings.0.date"].get("value") == "i morgen"
    assert fields["meetings.0.date"].get("type") == "text"


def test_what_a_change_did_stands_at_its_meeting_and_can_be_undone(
    answers: dict[str, Asked], draw: Any, course: PlanForm
) -> None:
    page = draw(answers["swapped"])
    (meeting,) = (each for each in elements(page, "section") if each.get("id") == "meeting-2")
    (told,) = (each for each in meeting.iter(f"{HTML}div") if each.get("id") == "changed")
    (undo,) = (each for each in told.iter(f"{HTML}button"))

    assert "»Når det går godt« (35 min) kommer i stedet for" in "".join(told.itertext())
    assert undo.get("name") == "undo"
    assert "meetings.1.include" not in undo.get("value")


def test_what_is_refused_says_why_and_that_nothing_has_changed(
    answers: dict[str, Asked], draw: Any
) -> None:
    page = draw(answers["refused"])
    (told,) = (each for each in elements(page, "div") if each.get("id") == "changed")
    words = "".join(told.itertext())

    assert "Der er intet tilbage til »Kom i gang« på møde 2" in words
    assert "Planen er, som den var." in words
    assert list(told.iter(f"{HTML}button")) == []


def test_the_link_carries_the_form_behind_a_hash(answers: dict[str, Asked], draw: Any) -> None:
    (link,) = (each for each in elements(draw(answers["plan"]), "a") if each.get("id") == "carrier")
    path, _, carried = link.get("href").partition("#")

    assert path == "plan"
    assert "workplace=Plejecenter+Lindehaven" in carried


def test_a_danish_title_on_an_english_page_says_so(answers: dict[str, Asked], draw: Any) -> None:
    assert '<span lang="da">Check ind</span>' in draw(answers["plan"], "en")
    assert '<span lang="da">' not in draw(answers["plan"], "da")


def test_what_is_wished_for_from_elsewhere_is_ticked(answers: dict[str, Asked], draw: Any) -> None:
    assert sent(draw(answers["wanted"]))["include"] == ["when-it-works", ""]

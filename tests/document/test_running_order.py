"""A meeting on the clock, in words: what renderers of meetings get."""

import attrs
import pytest

from spark_tools.document.running_order import running_orders
from spark_tools.model import (
    ItemKind,
    Logbook,
    RunningOrder,
    RunningStep,
    SessionPlan,
    plain,
    running_text,
)


@pytest.fixture
def first(plan: SessionPlan) -> RunningOrder:
    return running_orders(plan)[0]


def test_it_says_which_meeting_when_and_where(first: RunningOrder) -> None:
    assert (first.number, plain(first.title), plain(first.course)) == (1, "Opstart", "Lille forløb")
    assert first.day == "onsdag den 3.\N{NO-BREAK SPACE}februar 2027"
    assert first.hours == "kl.\N{NO-BREAK SPACE}9.00–11.30"
    assert (first.workplace, first.place) == ("Kløverskolen", "Lærerværelset")
    assert plain(first.outcome) == "Et fælles ønske."


def test_every_item_has_its_times_and_its_length(first: RunningOrder) -> None:
    assert [(plain(item.title), item.times, item.length) for item in first.items] == [
        ("Tjek ind", "9.00–9.10", "10 min"),
        ("Kort over vinkler", "9.10–9.55", "45 min"),
        ("Pause", "9.55–10.10", "15 min"),
        ("Kort over vinkler (fortsat)", "10.10–10.25", "15 min"),
        ("Prøv noget af", "10.25–11.05", "40 min"),
        ("Luft", "11.05–11.30", "25 min"),
    ]
    assert sum(item.minutes for item in first.items) == 150


def test_an_exercise_says_its_purpose_once_and_each_part_its_own_steps(first: RunningOrder) -> None:
    before, after = first.items[1], first.items[3]

    assert (plain(before.purpose), plain(after.purpose)) == ("Sagen er set fra alle sider.", "")
    assert [plain(step.title) for step in before.steps] == ["Skriv", "Tal"]
    assert [plain(step.title) for step in after.steps] == ["Saml"]
    assert before.groups == "2 grupper (3 og 2)"
    assert first.items[2].kind is ItemKind.BREAK
    assert first.items[2].steps == ()


def words_of(step: RunningStep) -> list[str]:
    return [line for block in step.told for line in running_text(block)]


def test_what_is_told_is_filled_in_and_apart_from_what_is_for_the_facilitator(
    first: RunningOrder,
) -> None:
    write, _ = first.items[1].steps

    assert words_of(write) == ["Skriv om Kløverskolen.", "Hvad ser I?", "Hvad gør I?"]
    assert [*running_text(write.facilitator[0])] == ["FACILITATOR: Hold stilheden."]
    assert (write.length, write.form) == ("15 min", "Hver for sig")
    assert (plain(write.paper), plain(write.done)) == ("Sedler på kortet.", "Alle har skrevet.")


def test_what_is_in_another_language_says_so_and_nothing_else_does(plan: SessionPlan) -> None:
    english = attrs.evolve(plan, brief=attrs.evolve(plan.brief, language="en"))
    first = running_orders(english)[0]
    item = first.items[3]

    assert [(span.text, span.language) for span in item.title] == [
        ("Kort over vinkler", "da"),
        (" (continued)", ""),
    ]
    assert {span.language for span in item.steps[0].title} == {"da"}
    assert [(span.text, span.language) for span in first.items[2].title] == [("Break", "")]
    assert first.hours == "9:00–11:30"
    own = running_orders(plan)[0]
    assert {span.language for item in own.items for span in item.title} == {""}


def test_meetings_that_have_been_held_have_none(plan: SessionPlan) -> None:
    held = attrs.evolve(plan, logbook=Logbook(meetings=plan.meetings[:1]))

    assert [order.number for order in running_orders(held)] == [2]

"""Reasons and findings read as sentences in both languages."""

import datetime
from pathlib import Path

import pytest
from attrs import evolve
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import spark_tools.compose
from spark_tools.compose.composer import compose
from spark_tools.compose.explanation import finding_sentence, reason_sentence
from spark_tools.i18n import LOCALE_DIR, words
from spark_tools.model import Brief, Finding, MeetingWish, Reason, ReasonKind, Severity

ROOM = {"compose"}
DANISH, ENGLISH = words("compose", "da"), words("compose", "en")


def details(kind: ReasonKind) -> tuple[str, ...]:
    return ("actions",) if kind is ReasonKind.NEEDS_MISSING else ("5", "8", "9")


@pytest.mark.parametrize("kind", ReasonKind)
def test_every_reason_has_a_sentence_of_its_own_in_each_language(kind):
    reason = Reason(kind, details(kind))
    danish, english = reason_sentence(reason, DANISH), reason_sentence(reason, ENGLISH)
    assert danish != english
    assert "{" not in danish + english


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (Reason(ReasonKind.FITS_THEME, ("Samarbejde",)), "Passer til temaet Samarbejde"),
        (
            Reason(ReasonKind.FOLLOWS_UP, ("1",)),
            "Følger op på aftalerne fra møde 1",
        ),
        (Reason(ReasonKind.FOLLOWS_UP), "Følger op på prøvehandlingerne i logbogen"),
        (Reason(ReasonKind.TOO_FEW, ("5", "8")), "Kun 5 deltagere; kræver mindst 8"),
        (Reason(ReasonKind.FITS_THEME, ("A", "B", "C")), "Passer til temaerne A, B og C"),
        (Reason(ReasonKind.FITS_GROUP, ("3", "4", "4")), "Passer til 3 grupper på 4"),
    ],
)
def test_reasons_read_as_a_consultant_would_say_them(reason, sentence):
    assert reason_sentence(reason, DANISH) == sentence


def test_a_title_is_never_read_as_a_format():
    reason = Reason(ReasonKind.LOWER_TOTAL, ("{x} {0} »",))
    assert "{x} {0} »" in reason_sentence(reason, DANISH)


def test_every_word_of_the_room_is_translated():
    with Path(LOCALE_DIR, "da", "LC_MESSAGES", "compose.po").open("rb") as stream:
        known = {each for message in read_po(stream) for each in _forms(message.id)}
    room = spark_tools.compose.__path__[0]
    found = extract_from_dir(room, keywords={"words": None, "count": (1, 2)})
    assert {each for _, _, message, _, _ in found for each in _forms(message)} <= known | ROOM


def _forms(message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message)


def test_a_plugins_finding_is_given_as_it_stands():
    finding = Finding("long", Severity.NOTE, text="Over fem møder: aftal en pause.")
    assert finding_sentence(finding, ENGLISH) == "Over fem møder: aftal en pause."


def codes(plan) -> set[str]:
    for finding in plan.findings:
        assert finding_sentence(finding, DANISH) != finding_sentence(finding, ENGLISH)
        assert finding_sentence(finding, DANISH).endswith(".")
    return {finding.code for finding in plan.findings}


def individual(*dates: datetime.date | None, **more: object) -> Brief:
    meetings = tuple(MeetingWish(date=date) for date in dates)
    return Brief("K", "individual", ("cooperation",), 5, meetings=meetings, **more)


def test_dates_are_looked_over(bundled):
    day = datetime.date
    assert "no-dates" in codes(compose(individual(), bundled))
    dates = (day(2027, 2, 3), day(2027, 3, 3), None)
    assert "some-dates" in codes(compose(individual(*dates), bundled))
    dates = (day(2027, 2, 6), day(2027, 2, 9), day(2027, 9, 1))
    found = codes(compose(individual(*dates), bundled))
    assert {"weekend", "short-interval", "long-interval"} <= found
    dates = (day(2027, 3, 3), day(2027, 2, 3), day(2027, 4, 7))
    assert "order" in codes(compose(individual(*dates), bundled))


def test_unusual_numbers_are_looked_over(bundled):
    few = evolve(individual(), participants=2)
    many = evolve(individual(), participants=30, committees=4)
    assert "few-participants" in codes(compose(few, bundled))
    assert {"many-participants", "many-committees"} <= codes(compose(many, bundled))


def test_texts_in_another_language_are_noted_once(bundled):
    untranslated = evolve(bundled, translations=())
    plan = compose(individual(language="en"), untranslated)
    assert [finding.code for finding in plan.findings].count("untranslated") == 1
    assert "untranslated" in codes(plan)


def test_a_wish_against_advice_comes_with_a_warning(bundled):
    assert "against-advice" in codes(compose(individual(include=("market",)), bundled))


def test_much_time_to_spare_is_noted(bundled):
    day = Brief("K", "full-day", ("cooperation",), 5, minutes=600, start=datetime.time(8))
    assert "large-buffer" in codes(compose(day, bundled))

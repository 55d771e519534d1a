"""The logbook as it is written: it says the same, and what a person wrote stays."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import attrs
import tomli
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.content.toml_file import parse_toml
from spark_tools.forms.logbook.file import logbook_of
from spark_tools.forms.logbook.text import logbook_text
from spark_tools.model import Action, ActionState, Entry, Logbook

NASTY = st.sampled_from(
    (
        *('"', '"""', "'''", "\\", "\\u0041", "x", "true", "2027-03-03", "2027-13-03", "# [x]"),
        *("a = 1", "æøå\nÆØÅ", '\n"', "🌻", "[[actions]]", " \n\n[sheets.values]\n", "\u2028"),
    )
)
LETTERS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=9)
TEXTS = (
    st.lists(LETTERS | NASTY, min_size=1, max_size=3)
    .map("".join)
    .map(lambda text: re.sub("[\ufdd0-\ufdef\ufffe\uffff]", "", text).strip())
    .filter(bool)
)
WORDS = st.just("") | TEXTS
SEVERAL = st.lists(TEXTS, max_size=2).map(tuple)
KEYS = st.from_regex(r"[a-z]{1,6}(\.[1-9]|\.a[1-9]){0,2}", fullmatch=True) | TEXTS.filter(
    lambda key: "\\" not in key and '"' not in key
)
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))
MOMENTS = st.datetimes(datetime.datetime(1900, 1, 1), datetime.datetime(2100, 1, 1))


def numbered(letter: str, members: list) -> tuple:
    return tuple(attrs.evolve(one, id=f"{letter}{n}") for n, one in enumerate(members, 1))


ACTIONS = st.builds(
    Action,
    id=st.just(""),
    what=TEXTS,
    who=WORDS,
    review=st.none() | DAYS,
    state=st.sampled_from(ActionState),
    meeting=st.integers(0, 9),
    name=WORDS,
    committee=WORDS,
    learnt=SEVERAL,
    source=WORDS,
)
ENTRIES = st.builds(
    Entry,
    id=st.just(""),
    sheet=TEXTS,
    title=WORDS,
    meeting=st.integers(0, 9),
    values=st.dictionaries(KEYS, TEXTS, max_size=4).map(lambda found: tuple(found.items())),
    exercise=WORDS,
    committee=WORDS,
    saved=st.none() | MOMENTS,
    file=WORDS,
    ahead=st.booleans(),
    learnt=SEVERAL,
    unplaced=SEVERAL,
    earlier=st.dictionaries(KEYS, st.lists(TEXTS, min_size=1, max_size=2), max_size=2).map(
        lambda found: tuple((key, text) for key, texts in found.items() for text in texts)
    ),
)


@st.composite
def logbooks(draw: st.DrawFn) -> Logbook:
    entries = numbered("s", draw(st.lists(ENTRIES, max_size=3)))
    met = [entry.meeting for entry in entries if not entry.ahead]
    return Logbook(
        actions=numbered("a", draw(st.lists(ACTIONS, max_size=3))),
        entries=entries,
        held=max([*met, draw(st.integers(0, 5))]),
        course=draw(WORDS),
    )


def read(text: str) -> Logbook:
    return logbook_of(parse_toml(Path("logbook.toml"), text))


@given(logbooks(), TEXTS)
def test_what_is_written_is_read_back_equal(logbook: Logbook, workplace: str) -> None:
    assert read(logbook_text("", logbook, workplace)) == logbook


@given(logbooks())
def test_writing_the_same_again_changes_nothing(logbook: Logbook) -> None:
    text = logbook_text("", logbook, "Lindehaven")

    assert logbook_text(text, logbook, "Lindehaven") == text


@given(st.data(), logbooks())
def test_a_file_that_is_there_comes_to_say_what_is_to_be_said(
    data: st.DataObject, before: Logbook
) -> None:
    """Any member may have changed, and new ones may have come."""
    replacing = numbered("a", [data.draw(st.just(one) | ACTIONS) for one in before.actions])
    entries = numbered("s", [data.draw(st.just(one) | ENTRIES) for one in before.entries])
    more = data.draw(logbooks())
    actions = numbered("a", [*replacing, *more.actions])
    entries = numbered("s", [*entries, *more.entries])
    met = [entry.meeting for entry in entries if not entry.ahead]
    after = Logbook(
        actions, entries, max([before.held, more.held, *met]), more.course or before.course
    )

    assert comparable(read(logbook_text(logbook_text("", before, ""), after, ""))) == comparable(
        after
    )


def comparable(logbook: Logbook) -> Logbook:
    """Give *logbook* without the order of the answers on a sheet."""
    return attrs.evolve(
        logbook,
        entries=tuple(
            attrs.evolve(
                entry,
                values=tuple(sorted(entry.values)),
                earlier=tuple(sorted(entry.earlier, key=lambda pair: pair[0])),
            )
            for entry in logbook.entries
        ),
    )


def test_a_new_file_explains_itself_in_the_readers_language(monkeypatch) -> None:
    monkeypatch.setenv("SPARK_LANG", "da")
    first, *others = logbook_text("", Logbook(course="5f0c"), "Plejecenter\nLindehaven").split("\n")

    assert first == "# Forløbets logbog: Plejecenter Lindehaven"
    assert others[-3:] == ["format = 1", 'course = "5f0c"', ""]


BY_HAND = """\
# Min egen logbog
format = 1   # rør ikke
course = "5f0c"

# --- aftaler ---
[[actions]]   # den første
state    = 'trying' # de er i gang
what = "Tavlemøde"
id = "a1"
who = "AMR"     # ring til hende
# husk: spørg til aftenvagten

# den næste skrev jeg selv

  [[actions]]
  what = "Makkerpar"
  learnt = [
    "To er nok",   # sagt på mødet
  ]

# --- ark ---

[[sheets]]
id = "s1"
sheet = "action-card"
values = { name = "Tavlemøde", started = true }  # kortet
# slut
"""


def test_a_hand_edited_file_keeps_every_line_that_was_not_about_what_changed() -> None:
    logbook = read(BY_HAND)
    [first, second] = logbook.actions
    [entry] = logbook.entries
    after = attrs.evolve(
        logbook,
        actions=(
            attrs.evolve(first, who="Lone", review=datetime.date(2027, 3, 3)),
            attrs.evolve(second, learnt=("To er nok", "Tre er for mange")),
            Action("a3", "Stille time"),
        ),
        entries=(
            attrs.evolve(entry, values=(*entry.values, ("plan.1.who", "Lone"))),
            Entry("s2", "look-back", "Siden sidst", 2, (("rows.a1.done", "Tre gange"),)),
        ),
        held=2,
    )

    text = logbook_text(BY_HAND, after, "Lindehaven")

    assert comparable(read(text)) == comparable(after)
    gone = [line for line in BY_HAND.splitlines() if line not in text.splitlines()]
    assert gone == [
        'who = "AMR"     # ring til hende',
        "  learnt = [",
        '    "To er nok",   # sagt på mødet',
        "  ]",
        'values = { name = "Tavlemøde", started = true }  # kortet',
    ]
    assert 'who = "Lone"     # ring til hende' in text
    assert '\n  [[actions]]\nid = "a2"\n  what = "Makkerpar"' in text
    assert text.index('what = "Stille time"') < text.index("# --- ark ---")
    assert text.index("# slut") < text.index('id = "s2"')


def test_a_table_that_stands_apart_from_its_sheet_is_found() -> None:
    apart = """\
[[sheets]]
id = "s1"
sheet = "card"

[[actions]]
id = "a1"
what = "Tavlemøde"

[sheets.values]
name = "Tavle"
"""
    logbook = read(apart)
    after = attrs.evolve(
        logbook,
        actions=(attrs.evolve(logbook.actions[0], who="AMR"), Action("a2", "Makkerpar")),
        entries=(
            attrs.evolve(logbook.entries[0], meeting=1, values=(("name", "Tavlemøde"),)),
            Entry("s2", "card", "", 1, (("name", "Makkerpar"),)),
        ),
        held=1,
    )

    assert read(logbook_text(apart, after, "")) == after


def test_a_file_with_the_line_ends_of_windows_keeps_them() -> None:
    logbook = read(BY_HAND)
    after = attrs.evolve(logbook, actions=(*logbook.actions, Action("a3", "Stille\ntime")))

    text = logbook_text(BY_HAND.replace("\n", "\r\n"), after, "")

    assert text.count("\n") == text.count("\r\n")
    assert read(text.replace("\r\n", "\n")) == after


def test_a_file_that_ends_without_a_line_end_can_be_added_to() -> None:
    before = '[[actions]]\nid = "a1"\nwhat = "En"'
    after = Logbook((Action("a1", "En", who="AMR"), Action("a2", "To")))

    assert tomli.loads(logbook_text(before, after, ""))["actions"] == [
        {"id": "a1", "what": "En", "who": "AMR"},
        {"id": "a2", "what": "To", "state": "agreed"},
    ]

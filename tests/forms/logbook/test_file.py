"""The logbook as a person may write it: read with typed values, and every fault with its line."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from spark_tools.forms.logbook.file import read_logbook
from spark_tools.model import Action, ActionState, Entry, FaultError, Logbook

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def to_file(text: str) -> Path:
        path = tmp_path / "logbook.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return to_file


def faults(path: Path) -> list[str]:
    with pytest.raises(FaultError) as caught:
        read_logbook(path)
    return [f"{fault.line}: {fault.message}" for fault in caught.value.faults]


def test_no_file_is_an_empty_logbook(tmp_path: Path) -> None:
    assert read_logbook(tmp_path / "logbook.toml") == Logbook()


def test_the_manual_shows_a_logbook_with_every_key_there_is(write: Write) -> None:
    manual = (Path(__file__).parents[3] / "docs/course-folder.md").read_text(encoding="utf-8")
    example = manual.split("```toml\n")[1].split("```")[0]

    logbook = read_logbook(write(example))

    [action], [entry] = logbook.actions, logbook.entries
    assert (action.source, entry.committee) == ("s1", "Skovbo")
    assert entry.values == (("name", "Tavlemøde"), ("plan.1.when", "2027-03-03"))
    assert entry.earlier == (("name", "Morgenmøde"),)
    shown = set(re.findall(r"^(\w+) =", example, re.MULTILINE))
    keys = {each.name for kind in (Action, Entry) for each in attrs.fields(kind)}
    assert keys - {"values", "earlier"} <= shown


def test_actions_and_sheets_are_read_with_their_types(write: Write) -> None:
    logbook = read_logbook(
        write(
            """\
# Skrevet af spark collect
format = 1
course = "5f0c"

[[actions]]
id = "a1"
name = "Tavlemøde"
what = "Vi begynder aftenvagten ved tavlen"
who = "Aftenvagten"
review = 2027-03-03
state = "trying"
meeting = 1
learnt = ["Fem minutter er nok"]
source = "s1"

[[sheets]]
id = "s1"
sheet = "action-card"
title = "Prøvehandlingskort"
exercise = "try-out-actions"
meeting = 1
saved = 2027-02-04T10:12:00
file = "kort-1.docx"

[sheets.values]
name = "Tavlemøde"
"plan.1.follow-up" = 2027-03-03
started = true
notes = \"\"\"
Linje 1
Linje 2\"\"\"

[sheets.earlier]
name = ["Tavle"]
"""
        )
    )

    [action] = logbook.actions
    assert action.review == datetime.date(2027, 3, 3)
    assert action.state is ActionState.TRYING
    assert action.learnt == ("Fem minutter er nok",)
    [entry] = logbook.entries
    assert entry.saved == datetime.datetime(2027, 2, 4, 10, 12)
    assert entry.values == (
        ("name", "Tavlemøde"),
        ("plan.1.follow-up", "2027-03-03"),
        ("started", "x"),
        ("notes", "Linje 1\nLinje 2"),
    )
    assert entry.earlier == (("name", "Tavle"),)
    assert (logbook.course, logbook.held) == ("5f0c", 1)


def test_every_fault_is_told_at_once_with_its_line(write: Write) -> None:
    path = write(
        """\
format = 1
[[actions]]
id = "a1"
what = "Tavlemøde"
stat = "agreed"
[[actions]]
id = "a1"
what = "Makkerpar"
state = "agred"
review = "2027-03-03"
[[actions]]
who = "AMR"
[[sheets]]
sheet = "action-card"
meeting = "2"
[sheets.values]
name = 3
"""
    )

    assert faults(path) == [
        '5: there is no key "stat". Did you mean "state"?',
        '7: the id "a1" is there twice',
        '9: "agred" is not one of: agreed, trying, done, adjusted, dropped. Did you mean "agreed"?',
        '10: "review" must be a date without quotation marks, such as 2027-02-03, and is text',
        '11: "what" is missing',
        '15: "meeting" must be a whole number, and is text',
        '17: "name" must be text in quotation marks, and is a whole number',
    ]


def test_a_file_from_a_newer_version_says_so_and_nothing_else(write: Write) -> None:
    [fault] = faults(write('format = 2\nnews = "ja"\n'))

    assert fault == "1: this file is from a newer spark-tools (format 2; 1 is known here)"


def test_actions_in_brackets_are_refused_with_what_would_be_right(write: Write) -> None:
    path = write('format = 1\n\nactions = [{ id = "a1", what = "Tavlemøde" }]\n')

    assert faults(path) == ["3: write each of them below a line of its own: [[actions]]"]


def test_actions_written_by_hand_get_the_next_free_ids(write: Write) -> None:
    logbook = read_logbook(
        write(
            '[[actions]]\nwhat = "En"\n[[actions]]\nid = "a7"\nwhat = "To"\n'
            '[[actions]]\nid = "tavle"\nwhat = "Tre"\n[[actions]]\nwhat = "Fire"\n'
        )
    )

    assert [action.id for action in logbook.actions] == ["a8", "a7", "tavle", "a9"]


def test_a_key_without_text_counts_as_left_out(write: Write) -> None:
    logbook = read_logbook(write('[[actions]]\nid = "a1"\nwhat = "En"\nwho = ""\nname = " "\n'))

    assert logbook.actions == (Action("a1", "En"),)


def test_a_time_with_a_zone_is_told_in_utc(write: Write) -> None:
    logbook = read_logbook(
        write('[[sheets]]\nid = "s1"\nsheet = "a"\nsaved = 2027-02-04T10:12:00+01:00\n')
    )

    assert logbook.entries[0].saved == datetime.datetime(2027, 2, 4, 9, 12)


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ("", 2),
        ("held = 3\n", 3),
        ("held = 1\n", 2),
    ],
)
def test_meetings_are_held_as_the_sheets_show_or_as_is_said(
    write: Write, written: str, held: int
) -> None:
    sheets = (
        '[[sheets]]\nsheet = "look-back"\nmeeting = 2\n'
        '[[sheets]]\nsheet = "homework"\nmeeting = 4\nahead = true\n'
    )

    assert read_logbook(write(written + sheets)).held == held


def test_a_character_that_no_document_can_carry_is_named(write: Write) -> None:
    path = write('[[actions]]\nid = "a1"\nwhat = "En\\u0007"\n')

    assert faults(path) == ["3: the character U+0007 cannot be printed"]

"""The course so far on the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

LOGBOOK = """\
format = 1

[[actions]]
id = "a1"
name = "Tavlemøde"
what = "Vi begynder aftenvagten med fem minutter ved tavlen"
who = "Aftenvagten"
review = 2027-03-03
state = "trying"
meeting = 1
learnt = ["Fem minutter er nok"]

[[actions]]
id = "a2"
what = "Makkerpar"
meeting = 1

[[actions]]
id = "a3"
what = "Stille time"
state = "done"
review = 2027-03-01
meeting = 1

[[sheets]]
id = "s1"
sheet = "action-card"
title = "Prøvehandlingskort"
meeting = 1
learnt = ["Vi taler for lidt sammen"]

[[sheets]]
id = "s2"
sheet = "action-card"
title = "Prøvehandlingskort"
meeting = 1
"""


@pytest.fixture
def course(courses: Path) -> Path:
    path = courses / "lindehaven"
    (path / "logbook.toml").write_text(LOGBOOK, encoding="utf-8")
    return path


def test_the_course_is_shown_with_meetings_sheets_and_actions(spark, course) -> None:
    shown = spark("log", str(course), "--on", "2027-02-20").stdout

    assert "Lindehaven · 1 of 3 meetings held" in shown
    assert "· 3\N{NO-BREAK SPACE}February 2027 · sheets: 2 Prøvehandlingskort" in shown
    rows = [line for line in shown.splitlines() if line.startswith("a")]
    assert rows[0].split("  ") == [
        *("a1", "Tavlemøde", "Aftenvagten", "Under way", "3\N{NO-BREAK SPACE}March 2027"),
    ]
    assert rows[1].endswith("next meeting")
    assert len(rows) == 2
    assert "1 action is done or dropped: --all shows it" in shown
    assert "- Tavlemøde: Fem minutter er nok" in shown
    assert "- Prøvehandlingskort: Vi taler for lidt sammen" in shown


def test_every_line_fits_a_terminal(spark, course) -> None:
    long = LOGBOOK.replace('who = "Aftenvagten"', 'who = "Aftenvagten og nattevagten på 1. sal"')
    long = long.replace('"Tavlemøde"', f'"{"Tavlemøde hver aften " * 9}"')
    sheets = "".join(
        f'[[sheets]]\nid = "s{number}"\nsheet = "ark"\ntitle = "Et ark med nummer {number}"\n'
        "meeting = 1\n"
        for number in range(3, 9)
    )
    (course / "logbook.toml").write_text(long + sheets, encoding="utf-8")
    shown = spark("log", str(course), "--all", "--on", "2027-09-30").stdout.splitlines()

    assert max(map(len, shown)) <= 80
    assert any("Tavlemøde hver" in line and "overdue: 3" in line for line in shown)


def test_no_more_meetings_are_held_than_there_are(spark, course) -> None:
    (course / "logbook.toml").write_text("held = 12\n", encoding="utf-8")

    assert "Lindehaven · 3 of 3 meetings held" in spark("log", str(course)).stdout


def test_states_are_danish_for_a_dane(spark, course, monkeypatch) -> None:
    monkeypatch.setenv("SPARK_LANG", "da")

    assert "I gang" in spark("log", str(course)).stdout


def test_what_has_ended_is_shown_on_request(spark, course) -> None:
    assert "Stille time" in spark("log", str(course), "--all").stdout


def test_only_open_actions_past_their_day_are_overdue(spark, course) -> None:
    on_the_day = spark("log", str(course), "--overdue", "--on", "2027-03-03")
    after = spark("log", str(course), "--overdue", "--on", "4.3.2027")

    assert on_the_day.stdout.strip() == "Nothing is overdue."
    assert "Tavlemøde" in after.stdout
    assert "overdue" in after.stdout
    assert "Makkerpar" not in after.stdout
    assert "Stille time" not in after.stdout
    assert after.exit_code == 0


def test_the_log_is_written_as_json(spark, course) -> None:
    told = json.loads(spark("log", str(course), "--json", "--on", "2027-03-04").stdout)

    assert told["held"] == 1
    assert [action["overdue"] for action in told["actions"]] == [True, False, False]
    assert told["meetings"][1]["date"] == "2027-03-03"
    assert [sheet["id"] for sheet in told["sheets"]] == ["s1", "s2"]
    overdue = json.loads(
        spark("log", str(course), "--json", "--overdue", "--on", "2027-03-04").stdout
    )
    assert [action["id"] for action in overdue["actions"]] == ["a1"]


def test_several_committees_are_shown_one_by_one(spark, tmp_path: Path) -> None:
    (tmp_path / "logbook.toml").write_text(
        "".join(
            f'[[actions]]\nwhat = "{what}"\ncommittee = "{committee}"\nlearnt = ["{what} virker"]\n'
            for what, committee in [("Ro", "Skovbo"), ("Tavle", "Engbo"), ("Pause", "skovbo")]
        ),
        encoding="utf-8",
    )
    lines = spark("log").stdout.splitlines()

    assert lines.index("Engbo") < lines.index("Skovbo")
    assert "skovbo" not in lines
    assert "- Engbo, Tavle: Tavle virker" in lines


def test_a_logbook_without_a_plan_will_do(spark, tmp_path: Path) -> None:
    (tmp_path / "logbook.toml").write_text(LOGBOOK, encoding="utf-8")
    shown = spark("log").stdout

    assert shown.startswith("1 meeting held\n")
    assert "Makkerpar" in shown


def test_a_plan_without_a_logbook_says_what_is_next(spark, courses: Path) -> None:
    shown = spark("log", str(courses / "lindehaven")).stdout

    assert "0 of 3 meetings held" in shown
    assert "No actions yet. Next: spark collect" in shown


@pytest.mark.parametrize("folder", [".", "nowhere"])
def test_neither_plan_nor_logbook_is_one_clear_message(spark, folder: str) -> None:
    result = spark("log", folder)

    assert result.exit_code == 1
    assert result.stderr.strip() == (
        f"{folder}: there is no course here: neither plan.json nor logbook.toml"
    )

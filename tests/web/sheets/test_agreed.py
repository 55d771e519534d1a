"""What several sheets agree together: each thing once, and nothing that has ended."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from spark_tools.web.sheets.bounds import LONGEST, MOST_ACTIONS
from spark_tools.web.sheets.view import ActionLine, SheetsView

Blank = Callable[..., bytes]
FillIn = Callable[..., bytes]
Read = Callable[..., SheetsView]
Next = Callable[..., bytes]
Answers = Mapping[str, str]

CARD = {
    "action-card.title": "Godmorgen",
    "action-card.what": "Sig godmorgen ved tavlen",
    "action-card.plan.1.who": "Mona",
    "action-card.support.1.follow-up": "2027-03-03",
}
GODMORGEN = ActionLine("Godmorgen: Sig godmorgen ved tavlen", "Mona", datetime.date(2027, 3, 3))
KEYS = {
    "name": "title",
    "what": "what",
    "who": "plan.1.who",
    "decision": "result.1.decision",
}
GRID = "since-last-time-sheet.actions"
FEBRUARY, MARCH, APRIL = (f"2027-0{month}-20T12:00:00Z" for month in (2, 3, 4))


@pytest.fixture
def card(blank: Blank, fill_in: FillIn) -> Callable[..., bytes]:
    """Fill in a card, otherwise than usual where ``KEYS`` of it are given."""

    def write(**answers: str) -> bytes:
        changes = {f"action-card.{KEYS[name]}": answer for name, answer in answers.items()}
        return fill_in(blank("try-out-actions"), CARD | changes, FEBRUARY)

    return write


def what(view: SheetsView) -> list[str]:
    return [line.what for line in view.actions]


def test_actions_go_round_until_they_are_stopped(
    card: Callable[..., bytes], fill_in: FillIn, read: Read, next_sheet: Next
) -> None:
    agreed = read(kort=card()).actions
    told = {f"{GRID}.a1.done": "Hver dag", f"{GRID}.a1.decision": "Fortsæt"}
    told |= {f"{GRID}.2.agreed": "Pause uden telefon", f"{GRID}.2.who": "Ole"}

    second = read(siden=fill_in(next_sheet(*agreed), told, MARCH))
    told = {f"{GRID}.a1.decision": "Stop", f"{GRID}.a2.who": "Ali"}
    third = read(siden=fill_in(next_sheet(*second.actions), told, APRIL))

    assert agreed == (GODMORGEN,)
    assert second.actions == (GODMORGEN, ActionLine("Pause uden telefon", "Ole"))
    assert third.actions == (ActionLine("Pause uden telefon", "Ali"),)
    (grid,) = third.files[0].sheets[0].grids
    assert [row[4] for row in grid.rows] == ["Stop", ""]


def test_what_has_ended_stays_ended_though_the_card_is_sent_along(
    card: Callable[..., bytes], fill_in: FillIn, read: Read, next_sheet: Next
) -> None:
    sheet = next_sheet(GODMORGEN, ActionLine("Pause uden telefon (hver dag)", "Mona"))
    pause = card(name="", what="Pause uden telefon (hver dag)")
    decided = {f"{GRID}.a1.decision": "Stop", f"{GRID}.a2.decision": "Justér"}
    decided |= {f"{GRID}.a2.who": "Ole", f"{GRID}.a2.when": "2027-05-01"}

    view = read(siden=fill_in(sheet, decided, MARCH), kort=card(), to=pause)

    assert view.actions == (
        ActionLine("Pause uden telefon (hver dag)", "Ole", datetime.date(2027, 5, 1)),
    )


def test_of_two_look_backs_the_one_saved_last_counts(
    fill_in: FillIn, read: Read, next_sheet: Next
) -> None:
    first = fill_in(next_sheet(GODMORGEN), {f"{GRID}.a1.who": "Ole"}, MARCH)
    second = fill_in(
        next_sheet(ActionLine(GODMORGEN.what, "Ole")), {f"{GRID}.a1.who": "Ali"}, APRIL
    )

    for view in (read(a=first, b=second), read(a=second, b=first)):
        assert view.actions == (ActionLine(GODMORGEN.what, "Ali", GODMORGEN.review),)


def test_what_ends_on_its_own_card_is_not_carried_over(
    card: Callable[..., bytes], read: Read
) -> None:
    assert read(kort=card(decision="Stop")).actions == ()
    assert what(read(kort=card(decision="Justér"))) == [GODMORGEN.what]


def test_two_groups_that_agree_the_same_with_others_are_both_there(
    card: Callable[..., bytes], read: Read
) -> None:
    view = read(a=card(), b=card(who="Ole"))

    assert [(line.what, line.who) for line in view.actions] == [
        (GODMORGEN.what, "Mona"),
        (GODMORGEN.what, "Ole"),
    ]


def test_more_than_can_be_carried_over_is_told(
    card: Callable[..., bytes], read: Read, next_sheet: Next
) -> None:
    many = [ActionLine(f"Ring til nr. {number}") for number in range(MOST_ACTIONS)]

    view = read(siden=next_sheet(*many), kort=card())

    assert len(view.actions) == MOST_ACTIONS
    assert view.notes == ("The sheets agree 41 things; only the first 40 stand here.",)


def test_a_text_that_is_too_long_is_cut_where_it_can_be_seen(
    card: Callable[..., bytes], read: Read
) -> None:
    (line,) = read(kort=card(what="Ring " * 400)).actions

    assert len(line.what) <= LONGEST["what"]
    assert line.what.endswith("…")


@pytest.fixture
def course(
    tmp_path: Path, invoke: Callable[..., object], send: Callable[..., Path]
) -> Callable[..., Path]:
    """Plan a course of several committees, and again with what has been collected."""

    def plan(workplace: str = "Linde", collect: Mapping[str, tuple[str, Answers]] = {}) -> Path:
        folder = tmp_path / workplace
        folder.mkdir(exist_ok=True)
        (folder / "course.toml").write_text(
            f'format = 1\nworkplace = "{workplace}"\ncourse_type = "joint"\n'
            'themes = ["samarbejde"]\nparticipants = 18\ncommittees = 3\n'
        )
        invoke("plan", str(folder), "--format", "docx", "--posters")
        for name, (sheet, answers) in collect.items():
            send(next(folder.glob(f"meeting-*/{sheet}")), folder / f"inbox/{name}.docx", answers)
        if collect:
            invoke("collect", str(folder / "inbox"), "--course", str(folder))
            invoke("plan", str(folder), "--format", "docx", "--posters")
        return folder

    return plan


CARDS = {
    "linde": ("arbejdsark-proevehandlinger.docx", CARD | {"action-card.committee": "Linde"}),
    "birk": (
        "planche-proevehandlingskort.docx",
        {"action-card.what": "Pause", "action-card.committee": "Birk"},
    ),
}


def test_the_sheets_of_a_course_are_read_without_the_course(
    course: Callable[..., Path], read: Read
) -> None:
    folder = course(collect=CARDS)
    linde = next(folder.glob("meeting-*/arbejdsark-siden-sidst-linde.docx"))
    interval = next(folder.glob("meeting-*/mellemrum-linde.docx"))
    inbox = {path.stem: path.read_bytes() for path in sorted((folder / "inbox").iterdir())}

    cards = read(**inbox)
    view = read(siden=linde.read_bytes(), mellem=interval.read_bytes(), kort=inbox["linde"])

    assert cards.faults == view.faults == ()
    assert [note for file in (*cards.files, *view.files) for note in file.notes] == []
    assert {(line.what, line.whose) for line in cards.actions} == {
        (GODMORGEN.what, "Linde"),
        ("Pause", "Birk"),
    }
    (note,) = cards.notes
    assert note.startswith("The sheets are from different committees: Birk, Linde.")
    assert what(view) == [GODMORGEN.what], "it stands on three sheets"
    assert view.notes == ()


def test_a_poster_shows_its_own_sheet_alone(course: Callable[..., Path], read: Read) -> None:
    poster = next(course().glob("meeting-*/planche-vores-bod.docx"))

    (file,) = read(planche=poster.read_bytes()).files

    assert [sheet.title for sheet in file.sheets] == [file.title] == ["Vores bod"]


def test_what_ended_in_the_course_does_not_come_back_from_its_last_sheet(
    course: Callable[..., Path], read: Read
) -> None:
    folder = course(collect=CARDS)
    logbook = folder / "logbook.toml"
    logbook.write_text(logbook.read_text().replace('state = "agreed"', 'state = "dropped"', 1))
    folder = course()
    sheets = folder.glob("meeting-*/arbejdsark-laering-og-evaluering-*.docx")

    assert len(what(read(**{path.stem: path.read_bytes() for path in sheets}))) == 1


def test_a_page_before_the_first_meeting_has_nothing_to_fill_in(
    course: Callable[..., Path], read: Read
) -> None:
    before = next(course().glob("meeting-1/foer-moedet.docx"))

    view = read(foer=before.read_bytes())

    assert view.faults == ("foer.docx: There is nothing to fill in on it that these pages know.",)
    assert view.files == ()


def test_the_sheets_of_two_courses_are_told_apart(course: Callable[..., Path], read: Read) -> None:
    sheets = {
        name: next(course(name).glob("meeting-*/mellemrum.docx")).read_bytes()
        for name in ("Linde", "Birk")
    }

    assert read(**sheets).notes == (
        "The sheets are from different courses. Empty what belongs to another one.",
    )

"""The whole way round: a course is planned, its sheets are filled in, collected, and it goes on."""

from __future__ import annotations

import datetime
from pathlib import Path

from spark_tools.forms.docx.package import open_package
from spark_tools.forms.docx.reading import read_sheet
from spark_tools.forms.logbook.file import read_logbook
from spark_tools.model import ActionState, FieldKind, FormField

HASTY_BOARD = 'Vi begynder aftenvagten med fem minutter ved »tavlen« & siger "godaften"'


def an_answer(field: FormField, number: int) -> str:
    """Give an answer that is not the last one's, in letters that break things."""
    return {
        FieldKind.TEXT: f"Ærø {number} & »Å« <b>",
        FieldKind.LINES: f'Første linje {number}: "Nå?"\nAnden linje: æøå  to blanke',
        FieldKind.DATE: f"2027-03-{number % 28 + 1:02}",
        FieldKind.CHOICE: field.choices[number % len(field.choices)] if field.choices else "",
        FieldKind.CHECK: "x",
    }[field.kind]


def test_every_sheet_filled_in_in_libreoffice_comes_back_letter_by_letter(
    course: Path, spark, office_pen, job, form_of, tmp_path: Path
) -> None:
    spark("plan", course, "--format", "docx")
    sheets = [*course.glob("meeting-*/arbejdsark-*.docx"), course / "meeting-1" / "mellemrum.docx"]
    written, jobs = {}, []
    for number, sheet in enumerate(sheets):
        form = form_of(sheet)
        answers = {field.key: an_answer(field, place) for place, field in enumerate(form.fields)}
        targets = [tmp_path / f"{number}{end}" for end in (".docx", ".odt", "-again.docx")]
        jobs.append(job(sheet, answers, *targets))
        written[form] = (answers, targets[0], targets[2])
    office_pen(jobs)
    for form, (answers, once, through_odt) in written.items():
        for file in (once, through_odt):
            sheet = read_sheet(open_package(file.read_bytes()), form)
            assert {answer.field.key: answer.value for answer in sheet.answers} == answers
            assert all(answer.understood for answer in sheet.answers)
            assert not sheet.unplaced


def test_what_a_committee_agrees_is_the_next_meetings_starting_point(
    course: Path, spark, office_pen, job, words_of, tmp_path: Path
) -> None:
    spark("plan", course, "--format", "docx")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    steps = "next-steps-sheet.steps"
    office_pen(
        [
            job(
                course / "meeting-1" / "arbejdsark-naeste-skridt.docx",
                {
                    f"{steps}.1.what": HASTY_BOARD,
                    f"{steps}.1.who": "AMR",
                    f"{steps}.1.by": "2027-03-01",
                    f"{steps}.2.what": "TR spørger aftenholdet",
                },
                inbox / "1-naeste-skridt.docx",
            ),
            job(
                course / "meeting-1" / "mellemrum.docx",
                {
                    "interval.agreements.1.what": "Mobilen er med på runden",
                    "interval.agreements.1.started": "x",
                },
                inbox / "2-mellemrum.odt",
                inbox / "2-mellemrum.docx",
            ),
        ]
    )
    spark("collect", inbox, "--course", course)
    first, second, third = read_logbook(course / "logbook.toml").actions
    assert (first.what, first.who, first.review) == (HASTY_BOARD, "AMR", datetime.date(2027, 3, 1))
    assert (second.what, second.state) == ("TR spørger aftenholdet", ActionState.AGREED)
    assert (third.what, third.state) == ("Mobilen er med på runden", ActionState.TRYING)

    report = spark("plan", course, "--format", "docx")
    assert "3 open actions" in report
    look_back = course / "meeting-2" / "arbejdsark-siden-sidst.docx"
    for document in (
        look_back,
        course / "meeting-2" / "drejebog.docx",
        course / "meeting-1" / "mellemrum.docx",
    ):
        for action in (first, second, third):
            assert action.what in words_of(document), (document, action)

    row = "since-last-time-sheet.actions"
    office_pen(
        [
            job(
                look_back,
                {
                    f"{row}.{first.id}.learnt": "Nogle så det som kontrol",
                    f"{row}.{first.id}.decision": "Justér",
                    f"{row}.{second.id}.decision": "Stop",
                    f"{row}.{third.id}.decision": "Udbred",
                },
                inbox / "siden-sidst.docx",
            )
        ]
    )
    spark("collect", inbox / "siden-sidst.docx", "--course", course)
    logbook = read_logbook(course / "logbook.toml")
    assert [action.state for action in logbook.actions] == [
        ActionState.ADJUSTED,
        ActionState.DROPPED,
        ActionState.DONE,
    ]
    assert logbook.held == 2

    before = {path: path.read_bytes() for path in course.glob("meeting-[12]/*.docx")}
    spark("plan", course, "--format", "docx")
    redrawn = {path.name for path, content in before.items() if path.read_bytes() != content}
    assert redrawn == {"mellemrum.docx"}, "meetings already held stand as they were planned"
    coming = words_of(course / "meeting-3" / "arbejdsark-siden-sidst.docx")
    assert first.what in coming
    assert second.what not in coming
    guide = words_of(course / "meeting-3" / "drejebog.docx")
    assert "Nogle så det som kontrol" in guide
    assert "Nogle så det som kontrol" in spark("log", course)

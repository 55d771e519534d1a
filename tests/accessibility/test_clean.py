"""What is clean passes, and a flaw says what it is, where it is and how to mend it."""

from pathlib import Path

import pytest

from spark_tools.accessibility import check_document, document_rules, pdf_rules
from spark_tools.accessibility.opened import MOST_PIECES
from spark_tools.i18n import words
from spark_tools.model import FaultError
from spark_tools.wordfile.archive import Unreadable
from spark_tools.wordfile.bounds import REPORT
from spark_tools.wordfile.opening import open_word_file


def test_a_clean_document_passes(word):
    assert word.flaws() == ()


def test_every_rule_has_an_id_a_clause_and_a_remedy():
    rules = (*document_rules(), *pdf_rules())
    assert len({rule.id for rule in rules}) == len(rules) > 50
    for rule in rules:
        assert rule.clause.en_301_549 == f"10.{rule.clause.wcag}"
        assert rule.asks.endswith((".", "."))
        assert rule.remedy


def test_a_flaw_in_a_table_is_found_again_by_heading_row_and_cell(foreign, table, heading):
    word = foreign.adding(
        heading(3, "Skema"), table(("Hvad", "Hvor"), ("Støj", "<w:p/><w:p/>")), table(("A", "B"))
    )
    (flaw,) = word.flaws()
    assert flaw.where == "Vejledning om støj › Sådan måler I › Skema, table 1, row 2, cell 2"
    assert flaw.rule == "paragraph-empty"
    assert flaw.clause.beyond
    assert str(flaw.clause) == "good practice, serves EN 301 549 10.1.3.2, WCAG 1.3.2"


def test_messages_are_danish_for_a_dane(foreign, monkeypatch, paragraph):
    monkeypatch.setenv("SPARK_LANG", "da")
    (flaw,) = foreign.adding(paragraph("Navn: ________")).flaws()
    assert flaw.what.startswith("En linje at skrive på er tegnet med tegn: »Navn: ___")
    assert flaw.where == "Vejledning om støj › Sådan måler I, afsnit 2"
    assert words("accessibility", "da")("text box") == "tekstfelt"


@pytest.mark.parametrize("rule", [*document_rules(), *pdf_rules()], ids=lambda rule: rule.id)
def test_a_dane_reads_danish_quotation_marks(rule):
    danish = words("accessibility", "da")
    for said in (danish(rule.asks), danish(rule.remedy)):
        assert not set(said) & set('“”"')


def test_a_place_is_said_with_danish_quotation_marks(foreign, heading, monkeypatch):
    monkeypatch.setenv("SPARK_LANG", "da")
    (flaw,) = foreign.adding(heading(5, "Dybt")).flaws()
    assert flaw.where == "overskriften »Dybt«"


def test_a_template_is_checked_as_well(foreign):
    types = foreign.replacing("document.main+xml", "template.main+xml", "[Content_Types].xml")
    assert types.flaws() == ()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut", b"%PDF-1.7", b"hello"])
def test_what_cannot_be_opened_is_one_fault(content):
    with pytest.raises(FaultError) as caught:
        check_document(content, "a.docx")
    assert [fault.file for fault in caught.value.faults] == ["a.docx"]


def test_every_rule_has_a_test_file_of_its_own():
    files = {path.stem for path in (Path(__file__).parent / "rules").glob("test_*.py")}
    rules = (*document_rules(), *pdf_rules())
    assert files == {f"test_{rule.id.replace('-', '_')}" for rule in rules}


def test_a_report_may_hold_far_more_than_a_sheet(foreign):
    long = foreign.adding(f"<w:p><w:r><w:t>Slut.</w:t></w:r>{'<w:proofErr/>' * 250_000}</w:p>")
    assert long.flaws() == ()
    with pytest.raises(Unreadable, match="more than"):
        open_word_file(long.content)


@pytest.mark.parametrize("paragraphs", [MOST_PIECES, REPORT.marks])
def test_there_is_an_end_to_it(foreign, paragraphs):
    endless = foreign.adding("<w:p/>" * paragraphs)
    with pytest.raises(FaultError, match="it holds more than this program takes in"):
        endless.flaws()

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.i18n import LANGUAGES
from spark_tools.model import FaultError
from spark_tools.plugin.looks import HOUSE
from spark_tools.testing.readability import lix
from spark_tools.web.glossary import GLOSSARY, Entry, Term, in_order, read_glossary
from spark_tools.web.toolbox import Toolbox

SENTENCE = re.compile(r"(?<=[.?:])\s")

SOUND = """\
format = 1

[[terms]]
id = "med"
see = ["trio"]
exercises = ["check-in"]

[terms.da]
name = "MED"
stands_for = "medindflydelse og medbestemmelse"
text = "Sådan *samarbejder* I."

[terms.en]
name = "MED"
text = "How you co-operate."

[[terms]]
id = "trio"

[terms.da]
name = "TRIO"
text = "Leder, TR og AMR."

[terms.en]
name = "TRIO"
text = "Leader, TR and AMR."
"""


@pytest.fixture(scope="module")
def terms(toolbox: Toolbox) -> tuple[Term, ...]:
    """The terms of the bundled glossary."""
    return read_glossary(toolbox.looks[HOUSE].find(GLOSSARY))


def named(name: str) -> Term:
    return Term(name, dict.fromkeys(LANGUAGES, Entry(name, "", "")))


def in_alphabet(names: list[str], language: str) -> list[str]:
    return [term.id for term in in_order(map(named, names), language)]


def test_a_glossary_is_read_in_the_order_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "glossary.toml"
    file.write_text(SOUND, "utf-8")

    med, trio = read_glossary(file)

    assert med.entries["da"] == Entry(
        "MED", "medindflydelse og medbestemmelse", "Sådan *samarbejder* I."
    )
    assert med.entries["en"] == Entry("MED", "", "How you co-operate.")
    assert (med.see, med.exercises, med.themes) == (("trio",), ("check-in",), ())
    assert trio.id == "trio"


@pytest.mark.parametrize(
    ("piece", "fault", "line", "said"),
    [
        ('["trio"]', '["tria"]', "tria", 'no other term with the id "tria". Did you mean "trio"?'),
        ('["trio"]', '["med"]', "see =", 'no other term with the id "med"'),
        ('id = "trio"', 'id = "med"', 'id = "med"', 'the id "med" is there twice'),
        ('name = "TRIO"\ntext = "Leder,', 'text = "Leder,', "[terms.da]", '"name" is missing'),
        ('[terms.en]\nname = "T', '[terms.e]\nname = "T', "[terms.e]", 'Did you mean "en"?'),
        ('"Leder, TR og AMR."', '""', 'text = ""', "this text is empty"),
        ('"Leder, TR og AMR."', '"Se {{ name }}"', "{{ name }}", "not filled in here"),
        ("format = 1", "format = 99", "format", "newer spark-tools"),
    ],
)
def test_a_fault_is_told_with_its_line(
    tmp_path: Path, piece: str, fault: str, line: str, said: str
) -> None:
    assert SOUND.count(piece) == 1
    file = tmp_path / "glossary.toml"
    file.write_text(SOUND.replace(piece, fault), "utf-8")

    with pytest.raises(FaultError) as raised:
        read_glossary(file)

    lines = file.read_text("utf-8").split("\n")
    told = {each.message: lines[each.line - 1] for each in raised.value.faults}
    assert any(said in message and line in place for message, place in told.items()), told
    assert {each.file for each in raised.value.faults} == {str(file)}


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "glossary.toml"
    file.write_text(SOUND.replace('name = "MED"', "name = 7").replace("format = 1", ""), "utf-8")

    with pytest.raises(FaultError) as raised:
        read_glossary(file)

    assert len(raised.value.faults) == 3


def test_danish_letters_come_last_in_danish() -> None:
    names = ["Åben", "Ørneblik", "Ærlig", "Zone", "Møde", "APV", "arbejdsark"]

    assert in_alphabet(names, "da") == [
        "APV",
        "arbejdsark",
        "Møde",
        "Zone",
        "Ærlig",
        "Ørneblik",
        "Åben",
    ]


@given(st.lists(st.text("abcmzæøåABCMZÆØÅ", min_size=1), max_size=8))
def test_danish_names_are_in_the_order_of_the_danish_alphabet(names: list[str]) -> None:
    alphabet = "abcmzæøå"
    ordered = [
        [alphabet.index(letter) for letter in name.lower()] for name in in_alphabet(names, "da")
    ]

    assert ordered == sorted(ordered)


def test_words_that_members_meet_are_explained(terms: tuple[Term, ...]) -> None:
    explained = {term.entries["da"].name for term in terms}

    assert explained >= {
        *(
            "MED",
            "MED-udvalg",
            "TRIO",
            "TR",
            "AMR",
            "AMG",
            "AMO",
            "APV",
            "IGLO",
            "BFA",
            "NFA",
            "KL",
        ),
        *("Forløb", "Mellemrum", "Prøvehandling", "Siden sidst", "Forandringsønske", "Drejebog"),
        *("Kerneopgave", "Social kapital", "Psykisk arbejdsmiljø", "Krænkende handlinger"),
    }


def test_a_term_leads_only_to_what_there_is(terms: tuple[Term, ...], toolbox: Toolbox) -> None:
    library = toolbox.library
    for term in terms:
        assert {library.exercise(id_).id for id_ in term.exercises} == set(term.exercises)
        assert {library.theme(id_).id for id_ in term.themes} == set(term.themes)
        assert {library.course_type(id_).id for id_ in term.course_types} == set(term.course_types)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_terms_have_one_name(terms: tuple[Term, ...], language: str) -> None:
    names = [term.entries[language].name for term in terms]

    assert len(set(names)) == len(names)


def test_an_abbreviation_is_spelt_out_in_both_languages_or_in_the_foreign_one(
    terms: tuple[Term, ...],
) -> None:
    for term in terms:
        if term.entries["da"].stands_for:
            assert term.entries["en"].stands_for, term.id


def test_the_glossary_is_in_everyday_danish(terms: tuple[Term, ...]) -> None:
    texts = [term.entries["da"].text for term in terms]

    assert lix("\n\n".join(texts)) <= 30
    for sentence in SENTENCE.split(" ".join(texts)):
        assert len(sentence.split()) <= 22, sentence


def test_the_glossary_claims_nothing_for_spark(terms: tuple[Term, ...]) -> None:
    told = {term.id for term in terms for entry in term.entries.values() if "SPARK" in entry.text}

    assert told == {"spark"}

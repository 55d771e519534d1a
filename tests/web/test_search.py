from __future__ import annotations

import json
import subprocess
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spark_tools.web.search import (
    SMALL_WORDS,
    Finder,
    exercise_fields,
    fold,
    rank,
    stem,
    stems,
    theme_fields,
)
from spark_tools.web.toolbox import Toolbox


def found(toolbox: Toolbox, query: str) -> list[str]:
    finder = Finder(toolbox.library)
    return [each.id for each in finder.exercises(query, toolbox.library.exercises)]


def themes_found(toolbox: Toolbox, query: str) -> list[str]:
    return [each.id for each in Finder(toolbox.library).themes(query)]


@pytest.mark.parametrize("query", ["Prøvehandlinger", "proevehandling", "PRØVEHANDLING"])
def test_an_exercise_is_found_by_its_title_however_it_is_written(
    toolbox: Toolbox, query: str
) -> None:
    assert found(toolbox, query)[0] == "try-out-actions"


@pytest.mark.parametrize(
    "query",
    [
        "konflikter",
        "travlt",
        "uenighed",
        "stress",
        "møder",
        "krænkelser",
        "fusion",
        "dårlig stemning",
    ],
)
def test_what_people_type_finds_something(toolbox: Toolbox, query: str) -> None:
    assert found(toolbox, query)


def test_a_word_is_found_inside_a_longer_one(toolbox: Toolbox) -> None:
    assert found(toolbox, "handlinger")[:2] == ["notice-speech-acts", "try-out-actions"]


def test_every_word_must_be_there(toolbox: Toolbox) -> None:
    assert "try-out-actions" in found(toolbox, "prøv hverdagen")
    assert found(toolbox, "prøv zebra") == []


def test_a_title_comes_before_what_only_mentions_the_word(toolbox: Toolbox) -> None:
    assert found(toolbox, "standard")[0] == "over-under-standard"


def test_without_words_all_are_there_in_their_order(toolbox: Toolbox) -> None:
    assert found(toolbox, "  ") == [each.id for each in toolbox.library.exercises]


def test_punctuation_does_not_stand_in_the_way(toolbox: Toolbox) -> None:
    assert found(toolbox, "konflikt, stress?") == found(toolbox, "konflikt stress") != []
    assert found(toolbox, "tale og lyttepositioner")[0] == "speaking-listening-positions"


def test_whole_sentences_find_what_their_telling_words_find(toolbox: Toolbox) -> None:
    assert found(toolbox, "Vi har for travlt!") == found(toolbox, "travlt") != []
    assert found(toolbox, "Hvad gør vi ved uenighed") == found(toolbox, "gør uenighed")


def test_small_words_alone_are_looked_for(toolbox: Toolbox) -> None:
    assert stems("hvad har vi") == ["hvad", "har", "vi"]
    assert stems("hvad har vi prøvet") == ["proev"]


def test_a_very_short_word_is_found_only_where_a_word_begins(toolbox: Toolbox) -> None:
    assert rank("uro", ("euro", "", "", "")) is None
    assert rank("uro", ("ro", "uroen paa", "", "")) == 1
    assert rank("urol", ("", "", "", "kurolle")) == 3


@pytest.mark.parametrize(
    ("query", "theme"),
    [
        ("mobning", "harassment"),
        ("vold", "violence-and-threats"),
        ("jeg er alene på arbejde", "lone-work"),
        ("tidspres", "work-content-and-demands"),
        ("sammenlægning", "changes-and-transitions"),
        ("threats", "violence-and-threats"),
        ("violence and offensive acts", "regional-violence-and-offences"),
    ],
)
def test_a_theme_is_found_by_what_it_is_about(toolbox: Toolbox, query: str, theme: str) -> None:
    assert themes_found(toolbox, query)[0] == theme


def test_without_words_no_theme_is_meant(toolbox: Toolbox) -> None:
    assert themes_found(toolbox, " ?! ") == []


def test_a_short_word_keeps_its_ending() -> None:
    assert stem("krise") == "kris"
    assert stem("time") == "time"


@given(st.text())
def test_folding_twice_changes_nothing_more(words: str) -> None:
    assert fold(fold(words)) == fold(words)


@given(st.lists(st.sampled_from(("møde", "prøv", "leder", "opgaver", "hvad", "og", "tid"))))
def test_the_order_and_the_number_of_times_of_words_do_not_matter(
    toolbox: Toolbox, words: list[str]
) -> None:
    assert set(found(toolbox, " ".join(words))) == set(found(toolbox, " ".join({*words})))


LETTERS = st.one_of(
    st.characters(max_codepoint=0x52F, exclude_categories=["Cn"]),
    st.characters(min_codepoint=0x2000, max_codepoint=0x218F, exclude_categories=["Cn"]),
)
"""Letters and signs that every version of Unicode in use has."""

SAID = st.one_of(
    st.sampled_from(SMALL_WORDS),
    st.sampled_from(("møderne", "AABEN", "Prøvehandlinger", "uro", "ö-é", "2½", "ΑΣ", "a\u030a")),
    st.text(LETTERS),
)
QUERIES = st.lists(SAID, max_size=4).map(" ".join)


@pytest.mark.needs("node")
def test_the_browser_finds_the_same(toolbox: Toolbox) -> None:
    library = toolbox.library
    queries = [
        *("", "prøv", "konflikter på arbejdet", "SIDEN sidst", "AAben oe ae", "zebra"),
        *("møde mødet møderne", "tale- og lytte", "hvad har vi", " to  ord ", "a\x1cb", "a\ufeffb"),
        *(each.title for each in library.exercises),
        *(each.purpose for each in library.exercises),
        *made_up(QUERIES, 400),
    ]
    searched = [
        *(exercise_fields(each, library) for each in library.exercises),
        *(theme_fields(each, library) for each in library.themes),
    ]
    script = files("spark_tools_templates") / "web" / "search.js"
    asked = f"""
        const search = require({json.dumps(str(script))});
        {Finder(library).script()}
        const {{ exercises, themes }} = globalThis.sparkIndex;
        const searched = [...Object.values(exercises), ...Object.values(themes)];
        const queries = {json.dumps(queries)};
        const answer = queries.map((query) => [
          search.stems(query), searched.map((fields) => search.rank(query, fields))]);
        console.log(JSON.stringify(answer));
    """
    run = subprocess.run(["node"], input=asked, capture_output=True, text=True, check=True)

    for query, there in zip(queries, json.loads(run.stdout), strict=True):
        assert there == [stems(query), [rank(query, each) for each in searched]], query


def made_up(strategy: st.SearchStrategy[str], number: int) -> list[str]:
    """Give so many examples of *strategy*, the same each time."""
    examples: list[str] = []

    @settings(max_examples=number, derandomize=True, database=None)
    @given(strategy)
    def collect(example: str) -> None:
        examples.append(example)

    collect()
    return examples

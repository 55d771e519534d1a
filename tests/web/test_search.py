from __future__ import annotations

import json
import subprocess
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.web.search import fields, fold, rank, ranked, search_index, stem
from spark_tools.web.toolbox import Toolbox


def found(toolbox: Toolbox, query: str) -> list[str]:
    return [each.id for each in ranked(query, toolbox.library.exercises, toolbox.library)]


@pytest.mark.parametrize("query", ["Prøvehandlinger", "proevehandling", "PRØVEHANDLING"])
def test_an_exercise_is_found_by_its_title_however_it_is_written(
    toolbox: Toolbox, query: str
) -> None:
    assert found(toolbox, query)[0] == "try-out-actions"


@pytest.mark.parametrize(
    "query", ["konflikter", "konflikt", "travlt", "uenighed", "stress", "møder"]
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


def test_a_short_word_keeps_its_ending() -> None:
    assert stem("krise") == "kris"
    assert stem("time") == "time"


@given(st.text())
def test_folding_twice_changes_nothing_more(words: str) -> None:
    assert fold(fold(words)) == fold(words)


@pytest.mark.needs("node")
def test_the_browser_finds_the_same(toolbox: Toolbox) -> None:
    library = toolbox.library
    queries = [
        "",
        "prøv",
        "Prøvehandlinger",
        "konflikter på arbejdet",
        "SIDEN sidst",
        "AAben oe ae",
        "é ü ö",
        "møde mødet møderne",
        "zebra",
        "handling standard",
        " to  ord ",
        *(each.title for each in library.exercises),
        *(each.purpose for each in library.exercises),
    ]
    script = files("spark_tools_templates") / "web" / "search.js"
    asked = f"""
        const search = require({json.dumps(str(script))});
        {search_index(library.exercises, library)}
        const answer = {json.dumps(queries)}.map((query) =>
          Object.values(globalThis.sparkSearched).map((fields) => search.rank(query, fields)));
        console.log(JSON.stringify(answer));
    """
    run = subprocess.run(["node", "-e", asked], capture_output=True, text=True, check=True)

    here = [[rank(query, fields(each, library)) for each in library.exercises] for query in queries]
    assert json.loads(run.stdout) == here

"""The words for what is decided about an action."""

import pytest

from spark_tools.content.decisions import decision_of
from spark_tools.model import Decision


@pytest.mark.parametrize(
    ("word", "decision"),
    [
        ("Fortsæt", Decision.CONTINUE),
        ("fortsaet", Decision.CONTINUE),
        ("Justér", Decision.ADJUST),
        ("JUSTER", Decision.ADJUST),
        (" stop ", Decision.STOP),
        ("Udbred", Decision.SPREAD),
        ("continue", Decision.CONTINUE),
        ("Adjust", Decision.ADJUST),
        ("Spread", Decision.SPREAD),
    ],
)
def test_a_decision_is_known_whatever_its_case_and_accents(word, decision):
    assert decision_of(word) is decision


@pytest.mark.parametrize("word", ["", "…", "måske", "stop nu"])
def test_any_other_word_is_no_decision(word):
    assert decision_of(word) is None

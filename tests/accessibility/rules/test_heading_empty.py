import pytest


@pytest.mark.parametrize("words", ["", "  \u00a0"])
def test_an_empty_heading_is_found(word, heading, words):
    assert word.adding(heading(2, words)).rules() == ["heading-empty"]


def test_hidden_words_do_not_fill_a_heading(word, paragraph):
    hidden = paragraph("Skjult", '<w:outlineLvl w:val="1"/>', "<w:vanish/>")
    assert word.adding(hidden).rules() == ["heading-empty"]

import pytest


@pytest.mark.parametrize("line", ["____", "..........", "………", ". . . . . ", "_ _ _ _ ", "-------"])
def test_a_line_drawn_with_signs_is_found(word, paragraph, line):
    assert word.adding(paragraph(f"Navn: {line}")).rules() == ["write-line"]


@pytest.mark.parametrize("words", ["Vi vil gerne …", "Og så...", "fil_navn__a", "a - b -- c"])
def test_dots_and_dashes_in_words_pass(word, paragraph, words):
    assert word.adding(paragraph(words)).rules() == []

import pytest


@pytest.mark.parametrize("words", ["Navn:      Dato:", "Navn:\u00a0\u00a0\u00a0\u00a0Dato:"])
def test_a_run_of_blanks_is_found(word, paragraph, words):
    assert word.adding(paragraph(words)).rules() == ["blanks"]


@pytest.mark.parametrize("inside", ["<w:tab/><w:tab/>", "<w:br/><w:br/><w:br/>"])
def test_so_are_tabs_and_line_breaks(word, inside):
    line = f"<w:p><w:r><w:t>Navn</w:t>{inside}<w:t>Dato</w:t></w:r></w:p>"
    assert word.adding(line).rules() == ["blanks"]


@pytest.mark.parametrize("inside", ["<w:tab/>", "<w:br/>", "<w:br/><w:br/>"])
def test_one_tab_or_a_break_or_two_pass(word, inside):
    line = f"<w:p><w:r><w:t>Navn</w:t>{inside}<w:t>Dato</w:t></w:r></w:p>"
    assert word.adding(line).rules() == []


def test_what_somebody_wrote_in_a_control_is_left_alone(word, control):
    assert word.adding(control(prompt="Vi      prøver")).rules() == []

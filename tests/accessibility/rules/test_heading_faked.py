import pytest


@pytest.mark.parametrize("look", ["<w:b/>", '<w:b/><w:sz w:val="28"/>'])
def test_bold_words_on_a_line_of_their_own_are_found(word, paragraph, look):
    changed = word.adding(paragraph("Det gør vi", "", look), paragraph("Vi mødes hver mandag."))
    assert changed.rules() == ["heading-faked"]


@pytest.mark.parametrize(
    ("words", "look"),
    [
        ("Det gør vi:", "<w:b/>"),
        ("Husk at sige det til kollegerne.", "<w:b/>"),
        ("Det gør vi", '<w:b/><w:sz w:val="16"/>'),
        ("Det gør vi", '<w:b w:val="0"/>'),
    ],
)
def test_other_lines_pass(word, paragraph, words, look):
    changed = word.adding(paragraph(words, "", look), paragraph("Vi mødes hver mandag."))
    assert changed.rules() == []


def test_a_line_in_a_table_of_contents_is_a_link(word, paragraph):
    line = paragraph("Det gør vi", "", "<w:b/>")
    line = line.replace("<w:r>", '<w:hyperlink w:anchor="x"><w:r>')
    line = line.replace("</w:r>", "</w:r></w:hyperlink>")
    assert word.adding(line, paragraph("Vi mødes hver mandag.")).rules() == []

def test_an_empty_paragraph_is_found(word, paragraph):
    changed = word.adding(paragraph(""), paragraph("Slut."))
    assert changed.rules() == ["paragraph-empty"]


def test_several_in_a_row_are_one_flaw(word, paragraph):
    (flaw,) = word.adding(*[paragraph("")] * 3, paragraph("Slut.")).flaws()
    assert flaw.what == "3 empty paragraphs make room."


def test_the_one_that_word_needs_between_two_tables_passes(word, table, paragraph):
    one = table(("A", "B"))
    assert word.adding(one, paragraph(""), one, paragraph("")).rules() == []


def test_two_between_two_tables_are_found(word, table, paragraph):
    one = table(("A", "B"))
    changed = word.adding(one, paragraph(""), paragraph(""), one)
    assert changed.rules() == ["paragraph-empty"]


def test_one_between_a_table_and_text_is_found(word, table, paragraph):
    changed = word.adding(table(("A", "B")), paragraph(""), paragraph("Slut."))
    assert changed.rules() == ["paragraph-empty"]


def test_a_page_break_alone_in_a_paragraph_is_no_spacing(word, paragraph):
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    assert word.adding(page, paragraph("Slut.")).rules() == []

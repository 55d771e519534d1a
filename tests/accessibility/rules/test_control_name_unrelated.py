def test_a_title_that_has_nothing_to_do_with_the_label_is_found(word, control):
    changed = word.adding(control("Hvem gør det?", "Tekst17"))
    assert changed.rules() == ["control-name-unrelated"]
    assert changed.flaws()[0].what.startswith("The control is titled “Tekst17”, but its label is")


def test_the_label_may_stand_in_the_paragraph_before(word, control, paragraph):
    changed = word.adding(paragraph("Hvem gør det?"), control("", "Hvem"))
    assert changed.rules() == []


def test_in_a_table_it_stands_at_the_head_of_the_column_or_row(word, table, control):
    def filled(title: str) -> str:
        return table(("Zone", "Tegn"), ("Over", control("", title)))

    assert word.adding(filled("Over: Tegn")).rules() == []
    assert word.adding(filled("Felt 3")).rules() == ["control-name-unrelated"]

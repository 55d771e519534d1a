def test_a_table_that_is_mostly_empty_is_found(word, table):
    changed = word.adding(table(("A", "B"), ("", ""), ("", "")))
    assert changed.rules() == ["table-empty"]
    assert changed.flaws()[0].what == "4 of 6 cells are empty."


def test_half_empty_passes(word, table):
    assert word.adding(table(("A", "B"), ("", ""))).rules() == []


def test_a_cell_with_a_control_is_not_empty(word, table, control):
    cells = [control("", f"A {n}", number=f"88{n}") for n in range(4)]
    assert word.adding(table(("A", "A"), tuple(cells[:2]), tuple(cells[2:]))).rules() == []

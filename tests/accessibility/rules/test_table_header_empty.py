def test_a_column_without_a_header_is_found(word, table):
    changed = word.adding(table(("A", " "), ("1", "2"), ("3", "4")))
    assert changed.rules() == ["table-header-empty"]


def test_the_corner_may_be_empty(word, table):
    assert word.adding(table(("", "B"), ("1", "2"))).rules() == []

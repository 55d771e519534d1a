def test_rows_that_may_be_split_are_found_once_a_table(word, table):
    changed = word.adding(table(("A", "B"), ("1", "2"), whole=""))
    assert changed.rules() == ["table-row-splits"]
    assert [flaw.what for flaw in changed.flaws()] == ["2 rows may be split between two pages."]

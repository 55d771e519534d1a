def test_a_table_in_a_table_is_found(word, table, paragraph):
    inner = table(("C", "D")) + paragraph("Under")
    changed = word.adding(table(("A", "B"), (inner, "2")))
    assert changed.rules() == ["table-nested"]
    assert changed.flaws()[0].where.endswith("row 2, cell 1, table 1")

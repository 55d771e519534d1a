def test_a_heading_in_a_table_is_found(word, table, heading):
    assert word.adding(table((heading(2, "A"), "B"), ("1", "2"))).rules() == ["heading-in-table"]

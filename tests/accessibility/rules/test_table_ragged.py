def test_a_row_with_a_cell_too_few_is_found(word, table):
    assert word.adding(table(("A", "B", "C"), ("1", "2"))).rules() == ["table-ragged"]


def test_cells_that_are_left_out_on_purpose_count(word, table):
    whole = '<w:cantSplit/><w:gridBefore w:val="1"/>'
    assert word.adding(table(("A", "B"), ("1", "2"), whole=whole, columns=3)).rules() == []

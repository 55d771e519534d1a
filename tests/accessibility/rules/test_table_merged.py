import pytest


@pytest.mark.parametrize("merge", ['<w:vMerge w:val="restart"/>', "<w:hMerge/>", "<w:vMerge/>"])
def test_merged_cells_are_found(word, table, merge):
    assert word.adding(table(("A", "B"), ("1", "2"), cell=merge)).rules() == ["table-merged"]


def test_a_cell_over_two_columns_is_merged_and_its_row_is_whole(word, table):
    wide = '<w:gridSpan w:val="2"/>'
    changed = word.adding(table(("A", "B"), ("1", "2"), cell=wide, columns=4))
    assert changed.rules() == ["table-merged"]

def test_a_table_last_in_a_cell_is_found(word, table):
    inner = table(("C", "D"))
    assert word.adding(table(("A", "B"), (inner, "2"))).rules() == [
        "table-nested",
        "table-cell-end",
    ]


def test_a_cell_without_a_paragraph_is_found(word, table):
    cell = "<w:bookmarkStart w:id='9' w:name='x'/>"
    assert word.adding(table(("A", "B"), (cell, "2"))).rules() == ["table-cell-end"]


def test_a_bookmark_may_end_after_the_paragraph(word, table, paragraph):
    cell = paragraph("1") + "<w:bookmarkEnd w:id='9'/>"
    assert word.adding(table(("A", "B"), (cell, "2"))).rules() == []

def test_an_empty_cell_that_says_something_by_its_colour_is_found(word, table):
    rows = table(("Uge", "Status"), ("1", "@"), ("2", "OK"))
    red = '<w:tc><w:tcPr><w:shd w:val="clear" w:fill="CC0000"/></w:tcPr><w:p/></w:tc>'
    start = rows.index("@")
    cell = rows[rows.rindex("<w:tc>", 0, start) : rows.index("</w:tc>", start) + 7]
    assert word.adding(rows.replace(cell, red)).rules() == ["colour-only-cell"]


def test_a_row_in_one_colour_says_nothing_by_it(word, table):
    shade = '<w:shd w:val="clear" w:fill="EAF1F2"/>'
    assert word.adding(table(("A", "B"), ("1", ""), cell=shade)).rules() == []

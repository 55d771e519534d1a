def test_a_table_without_a_header_row_is_found(word, table):
    changed = word.adding(table(("A", "B"), ("1", "2"), header=""))
    assert changed.rules() == ["table-header"]


def test_a_header_row_that_is_switched_off_is_none(word, table):
    off = '<w:tblHeader w:val="0"/>'
    assert word.adding(table(("A", "B"), header=off)).rules() == ["table-header"]


def test_a_table_in_a_header_lays_out_and_holds_no_data(foreign, table):
    layout = table(("Vejledning om støj", "Støj"), header="", whole="")
    assert foreign.adding_header(layout, "<w:p/>").rules() == []

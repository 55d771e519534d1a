def test_a_heading_in_a_table_is_found(word, table, heading):
    (flaw,) = word.adding(table((heading(2, "A"), "B"), ("1", "2"))).flaws()
    assert flaw.rule == "heading-in-table"
    assert flaw.where.endswith(", row 1, cell 1, the heading “A”")


def test_a_heading_in_a_table_before_all_others_is_not_said_to_stand_before_itself(
    foreign, table, heading
):
    tabled = table((heading(2, "A"), "B"), ("1", "2"))
    (flaw,) = foreign.replacing("<w:body>", "<w:body>" + tabled).flaws()
    assert flaw.where == "table 1, row 1, cell 1, the heading “A”"

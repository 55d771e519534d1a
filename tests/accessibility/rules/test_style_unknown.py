def test_a_style_that_is_not_in_the_file_is_found_once(word, paragraph):
    lost = paragraph("Støj", '<w:pStyle w:val="Tabt"/>')
    changed = word.adding(lost, lost)
    assert [flaw.what for flaw in changed.flaws()] == ["The style “Tabt” is not in the file."]


def test_so_is_that_of_a_table(word, table):
    lost = table(("A", "B")).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Tabt"/></w:tblPr>')
    assert word.adding(lost).rules() == ["style-unknown"]

def test_a_control_without_a_title_is_found(word, control):
    assert word.adding(control(title="")).rules() == ["control-unnamed"]


def test_a_table_of_contents_needs_none(word, paragraph):
    contents = f"<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>{paragraph('Møde 1')}"
    assert word.adding(f"{contents}</w:sdtContent></w:sdt>").rules() == []


def test_a_control_round_paragraphs_counts(word, paragraph):
    block = f"<w:sdt><w:sdtPr><w:id w:val='888'/></w:sdtPr><w:sdtContent>{paragraph('Skriv her')}"
    assert word.adding(f"{block}</w:sdtContent></w:sdt>").rules() == ["control-unnamed"]

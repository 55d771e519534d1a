RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


def test_a_list_that_goes_on_from_one_before_it_is_found(ours):
    word = ours.replacing(RESTART, "", "word/numbering.xml", times=-1)
    assert word.rules() == ["list-continues"]
    assert "“Skriv alene.”" in word.flaws()[0].what


def test_a_list_that_is_interrupted_by_a_line_may_go_on(ours, paragraph):
    own = f'<w:num w:numId="90"><w:abstractNumId w:val="1"/>{RESTART}</w:num></w:numbering>'
    ours = ours.replacing("</w:numbering>", own, "word/numbering.xml")
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'
    one, other = paragraph("Skriv alene.", item), paragraph("Læs op.", item)
    assert ours.adding(one, paragraph("Det tager to minutter."), other).rules() == []
    assert ours.adding(one, paragraph("Og så:"), other).rules() == ["list-continues"]

def test_a_first_heading_of_level_2_is_found(foreign):
    word = foreign.replacing('w:val="Overskrift1"', 'w:val="Overskrift2"')
    (flaw,) = word.flaws()
    assert flaw.rule == "heading-first-level"
    assert flaw.where == "the heading “Vejledning om støj”"


def test_words_style_title_is_no_heading(foreign, paragraph):
    title = '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    word = foreign.replacing("</w:styles>", title + "</w:styles>", "word/styles.xml")
    assert word.replacing('w:val="Overskrift1"', 'w:val="Titel"').rules() == ["heading-first-level"]

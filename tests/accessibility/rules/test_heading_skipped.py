def test_a_level_that_is_skipped_is_found(word, heading):
    changed = word.adding(heading(2, "To"), heading(4, "Fire"))
    assert changed.rules() == ["heading-skipped"]
    assert changed.flaws()[0].where == "the heading “Fire”"


def test_a_level_is_told_by_the_style_it_is_based_on(foreign, paragraph):
    own = '<w:style w:type="paragraph" w:styleId="Eget"><w:basedOn w:val="Overskrift3"/></w:style>'
    word = foreign.replacing("</w:styles>", own + "</w:styles>", "word/styles.xml")
    assert word.replacing('w:val="Overskrift2"', 'w:val="Eget"').rules() == ["heading-skipped"]


def test_a_step_up_is_no_skip(word, heading):
    changed = word.adding(heading(2, "To"), heading(3, "Tre"), heading(4, "Fire"))
    assert changed.adding(heading(1, "En"), heading(2, "To")).rules() == []

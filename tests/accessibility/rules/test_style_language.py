STYLE = '<w:name w:val="heading 2"/>'
ENGLISH = '<w:rPr><w:lang w:val="en-US"/></w:rPr>'


def test_a_style_in_use_that_names_another_language_is_found(foreign):
    word = foreign.replacing(STYLE, STYLE + ENGLISH, "word/styles.xml")
    assert word.rules() == ["style-language"]
    assert word.flaws()[0].where == "the style “heading 2”"


def test_so_is_one_that_inherits_it(foreign):
    word = foreign.replacing(
        '<w:name w:val="Normal"/>', '<w:name w:val="Normal"/>' + ENGLISH, "word/styles.xml"
    )
    assert word.rules() == ["style-language", "language-unmarked"]


def test_a_style_that_nothing_uses_passes(foreign):
    unused = STYLE.replace("2", "3")
    assert foreign.replacing(unused, unused + ENGLISH, "word/styles.xml").rules() == []

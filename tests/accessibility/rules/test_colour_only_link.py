def test_a_link_that_only_a_colour_shows_is_found(word):
    changed = word.adding_link("SPARKs side").replacing(
        '<w:u w:val="single"/></w:rPr><w:t>SP', "</w:rPr><w:t>SP"
    )
    assert changed.rules() == ["colour-only-link"]


def test_one_that_is_bold_as_well_passes(word):
    changed = word.adding_link("SPARKs side").replacing(
        '<w:u w:val="single"/></w:rPr><w:t>SP', "<w:b/></w:rPr><w:t>SP"
    )
    assert changed.rules() == []

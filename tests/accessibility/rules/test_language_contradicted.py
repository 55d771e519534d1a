def test_properties_that_name_another_language_are_found(word):
    changed = word.replacing(">da-DK</dc:language>", ">en-GB</dc:language>", "docProps/core.xml")
    assert changed.rules() == ["language-contradicted"]


def test_a_language_without_its_country_is_the_same(word):
    changed = word.replacing(">da-DK</dc:language>", ">da</dc:language>", "docProps/core.xml")
    assert changed.rules() == []

def test_properties_without_a_language_are_found(foreign):
    word = foreign.replacing("<dc:language>da-DK</dc:language>", "", "docProps/core.xml")
    assert word.rules() == ["language-unsaid"]

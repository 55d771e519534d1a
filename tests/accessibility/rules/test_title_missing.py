def test_a_document_without_a_title_is_found(foreign):
    word = foreign.replacing("Vejledning om støj på plejehjem", " ", "docProps/core.xml")
    assert word.rules() == ["title-missing"]


def test_properties_that_are_not_there_hold_no_title_either(foreign):
    word = foreign.without_part("docProps/core.xml")
    assert word.rules() == ["title-missing", "language-unsaid"]

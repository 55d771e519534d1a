import pytest


@pytest.mark.parametrize(
    "title", ["Dokument1", "Document", "Microsoft Word - x", "rapport_final.docx", "Titel", "---"]
)
def test_a_title_that_says_nothing_is_found(foreign, title):
    word = foreign.replacing("Vejledning om støj på plejehjem", title, "docProps/core.xml")
    assert word.rules() == ["title-vague"]


@pytest.mark.parametrize("title", ["Støj", "Dokumentation af støj", "Ny i TRIO", "Kopi og print"])
def test_a_title_that_says_something_passes(foreign, title):
    word = foreign.replacing("Vejledning om støj på plejehjem", title, "docProps/core.xml")
    assert word.rules() == []

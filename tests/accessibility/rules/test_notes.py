import pytest


@pytest.mark.parametrize("kind", ["footnoteReference", "endnoteReference"])
def test_a_note_is_found(word, kind):
    noted = f'<w:p><w:r><w:t>Støj</w:t></w:r><w:r><w:{kind} w:id="2"/></w:r></w:p>'
    assert word.adding(noted).rules() == ["notes"]

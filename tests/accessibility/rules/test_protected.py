import pytest


def protection(enforced: str) -> str:
    return f'<w:documentProtection w:edit="forms"{enforced}/></w:settings>'


@pytest.mark.parametrize("enforced", ["", ' w:enforcement="1"'])
def test_a_document_that_is_protected_is_found(word, enforced):
    changed = word.replacing("</w:settings>", protection(enforced), "word/settings.xml")
    assert changed.rules() == ["protected"]


def test_protection_that_is_switched_off_passes(word):
    off = protection(' w:enforcement="0"')
    assert word.replacing("</w:settings>", off, "word/settings.xml").rules() == []

import pytest


@pytest.mark.parametrize("left", ["", '<w:lang w:eastAsia="en-US"/>', '<w:lang w:val="x-none"/>'])
def test_a_document_without_a_language_is_found(foreign, left):
    word = foreign.replacing('<w:lang w:val="da-DK"/>', left, "word/styles.xml")
    assert word.rules() == ["language-missing"]

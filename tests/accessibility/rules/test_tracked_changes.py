import pytest


@pytest.mark.parametrize(
    "change",
    [
        "<w:ins w:id='1'><w:r><w:t>ny</w:t></w:r></w:ins>",
        "<w:del w:id='1'><w:r><w:delText>gammel</w:delText></w:r></w:del>",
        "<w:r><w:rPr><w:rPrChange w:id='1'/></w:rPr><w:t>fed</w:t></w:r>",
    ],
)
def test_a_tracked_change_is_found(word, change):
    assert word.adding(f"<w:p><w:r><w:t>Støj</w:t></w:r>{change}</w:p>").rules() == [
        "tracked-changes"
    ]


def test_what_is_deleted_is_not_read(word):
    gone = "<w:del w:id='1'><w:r><w:t>Navn: ________</w:t></w:r></w:del>"
    changed = word.adding(f"<w:p><w:r><w:t>Støj</w:t></w:r>{gone}</w:p>")
    assert changed.rules() == ["tracked-changes"]

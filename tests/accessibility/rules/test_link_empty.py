def test_a_link_without_words_is_found(word):
    assert word.adding_link(" ").rules() == ["link-empty"]


def test_a_picture_may_be_a_link(word, picture):
    drawn = picture("Logo: Lindehaven")
    run = drawn.removeprefix("<w:p>").removesuffix("</w:p>")
    assert word.adding(f'<w:p><w:hyperlink w:anchor="x">{run}</w:hyperlink></w:p>').rules() == []

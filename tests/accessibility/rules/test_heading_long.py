def test_a_heading_of_more_than_100_characters_is_found(word, heading):
    assert word.adding(heading(2, "Vi ses " * 15)).rules() == ["heading-long"]


def test_one_of_100_characters_passes(word, heading):
    assert word.adding(heading(2, "Vi " * 33 + "s")).rules() == []

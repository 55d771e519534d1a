def test_a_tag_of_more_than_64_characters_is_found(word, control):
    assert word.adding(control(tag="a" * 65)).rules() == ["control-tag-long"]
    assert word.adding(control(tag="a" * 64)).rules() == []

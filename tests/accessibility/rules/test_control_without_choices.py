def test_a_list_with_nothing_in_it_is_found(word, control):
    assert word.adding(control(kind="<w:dropDownList/>")).rules() == ["control-without-choices"]

def test_an_empty_control_is_found(word, control):
    assert word.adding(control(prompt="")).rules() == ["control-unprompted"]

def test_two_controls_with_one_title_are_found(word, control):
    changed = word.adding(control(), control(number="777002"))
    assert changed.rules() == ["control-name-repeated"]

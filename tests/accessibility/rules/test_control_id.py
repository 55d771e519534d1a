def test_two_controls_with_one_id_are_found_once(word, control):
    changed = word.adding(control(), control("Hvornår?", "Hvornår?"))
    assert changed.rules() == ["control-id"]
    assert len(changed.flaws()) == 1


def test_a_control_without_an_id_is_found(word, control):
    assert word.adding(control(number="")).rules() == ["control-id"]

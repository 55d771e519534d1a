def test_a_control_in_a_header_is_found(foreign, control):
    assert foreign.adding_header(control("Støj", "Støj")).rules() == ["control-in-header"]

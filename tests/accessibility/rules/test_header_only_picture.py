def test_a_picture_in_a_header_alone_is_found(foreign, picture):
    changed = foreign.adding_header(picture("Kort over vejen til plejehjemmet"))
    assert changed.rules() == ["header-only-picture"]


def test_a_logo_passes(foreign, picture):
    assert foreign.adding_header(picture("Lindehavens logo")).rules() == []

def test_a_picture_that_floats_is_found(word, picture):
    changed = word.adding(picture("Tavlen med tre sedler", shape="anchor"))
    assert changed.rules() == ["picture-floating"]


def test_a_logo_in_a_header_may_float(foreign, picture):
    assert foreign.adding_header(picture("Logo: Lindehaven", shape="anchor")).rules() == []

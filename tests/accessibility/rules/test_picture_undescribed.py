import pytest


@pytest.mark.parametrize("description", ["", "  "])
def test_a_picture_without_alternative_text_is_found(word, picture, description):
    changed = word.adding(picture(description))
    assert changed.rules() == ["picture-undescribed"]
    assert changed.flaws()[0].where.endswith("picture 1")


def test_a_picture_that_is_marked_as_decorative_passes(word, picture):
    assert word.adding(picture(inside='<adec:decorative val="1"/>')).rules() == []


def test_one_that_is_marked_as_not_decorative_does_not(word, picture):
    changed = word.adding(picture(inside='<adec:decorative val="0"/>'))
    assert changed.rules() == ["picture-undescribed"]


def test_a_picture_in_a_header_counts(foreign, picture):
    assert foreign.adding_header(picture()).rules() == ["picture-undescribed"]

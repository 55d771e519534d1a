import pytest

from spark_tools.document.wording import capital, forms_in_order, group_sentence, inside
from spark_tools.i18n import words
from spark_tools.model import Form

DANISH = words("document", "da")


@pytest.mark.parametrize(
    ("sizes", "sentence"),
    [
        ((), ""),
        ((5,), ""),
        ((3, 2), "2 grupper (3 og 2)"),
        ((4, 4, 4), "3 grupper med 4 i hver"),
        ((5, 5, 4, 4), "4 grupper med 4–5 i hver"),
    ],
)
def test_groups_are_told_as_briefly_as_their_sizes_allow(sizes, sentence):
    assert group_sentence(sizes, DANISH) == sentence


def test_each_form_is_named_once_in_the_order_it_comes():
    forms = [Form.ALONE, Form.GROUPS, Form.ALONE, Form.PLENARY]
    assert forms_in_order(forms, DANISH) == "Hver for sig, i grupper, fælles"


def test_the_groups_stand_where_people_sit_in_groups():
    forms = [Form.ALONE, Form.GROUPS, Form.PLENARY]
    line = forms_in_order(forms, DANISH, "2 grupper (3 og 2)")
    assert line == "Hver for sig, 2 grupper (3 og 2), fælles"


def test_positions_say_their_groups_too_and_work_alone_does_not():
    groups = "2 grupper (3 og 2)"
    assert forms_in_order([Form.POSITIONS], DANISH, groups) == f"Over for hinanden, {groups}"
    assert forms_in_order([Form.ALONE], DANISH, groups) == "Hver for sig"


@pytest.mark.parametrize("title", ["A3-ark", "MED-udvalget"])
def test_abbreviations_keep_their_capitals_inside_a_sentence(title):
    assert inside(title) == title


def test_other_words_follow_their_place():
    assert (inside("Sedler"), capital("sedler")) == ("sedler", "Sedler")

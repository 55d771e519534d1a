import pytest

from spark_tools.model import FaultError


def test_a_prefix_to_pass_over_that_is_not_declared_is_found(word):
    changed = word.replacing('mc:Ignorable="w14', 'mc:Ignorable="w16du w14')
    assert changed.rules() == ["namespace-undeclared"]


def test_check_boxes_that_older_programs_may_not_pass_over_are_found(ours):
    assert ours.replacing("w14 w15", "w15").rules() == ["namespace-undeclared"]


def test_a_prefix_that_is_used_and_not_declared_makes_the_file_unreadable(ours):
    name = "http://schemas.microsoft.com/office/word/2010/wordml"
    with pytest.raises(FaultError, match="uses the prefix w14 and does not declare it"):
        ours.replacing(f' xmlns:w14="{name}"', "").flaws()

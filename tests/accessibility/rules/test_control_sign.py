import pytest


def box(ticked: int, sign: str, control) -> str:
    kind = (
        f'<w14:checkbox><w14:checked w14:val="{ticked}"/><w14:checkedState w14:val="2612"/>'
        '<w14:uncheckedState w14:val="2610"/></w14:checkbox>'
    )
    return control("Aftalt", "Aftalt", kind=kind, prompt=sign)


@pytest.mark.parametrize(("ticked", "sign"), [(1, "☐"), (0, "☒"), (0, "x"), (1, "-")])
def test_a_box_that_shows_what_it_is_not_is_found(word, control, ticked, sign):
    assert word.adding(box(ticked, sign, control)).rules() == ["control-sign"]


@pytest.mark.parametrize(("ticked", "sign"), [(1, "☒"), (0, "☐")])
def test_one_that_shows_what_it_is_passes(word, control, ticked, sign):
    assert word.adding(box(ticked, sign, control)).rules() == []

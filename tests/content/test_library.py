"""A thing is found by whatever name a person has for it."""

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from spark_tools.model import FaultError


@pytest.mark.parametrize(
    "name",
    [
        "round",
        "Over/under: på øen",
        "OVER/UNDER: PÅ ØEN",
        "over-under-paa-oeen",
        "over-under-pa-oen",
        "over under",
        "An island round",
        "an-island",
    ],
)
def test_an_exercise_is_found_by_id_title_slug_translation_and_beginning(name, library):
    assert library.find_exercise(name).id == "round"


def test_themes_and_course_types_are_found_likewise(library):
    assert library.find_theme("larm").id == "noise"
    assert library.find_theme("samarb").id == "cooperation"
    assert library.find_theme("stoj") == library.find_theme("stoej") == library.theme("noise")
    assert library.find_course_type("faellesforloeb").id == "joint"


def test_an_exact_name_wins_over_a_beginning(library):
    assert library.find_course_type("forløb").id == "individual"


def test_a_beginning_of_a_title_wins_over_that_of_an_alias(library):
    one = library.exercise("check-in")
    notice = evolve(one, id="notice", title="Læg mærke til ord", aliases=("talehandlinger",))
    positions = evolve(one, id="positions", title="Tale- og lyttepositioner", aliases=())
    both = evolve(library, exercises=(notice, positions), translations=())
    assert both.find_exercise("tale") == positions
    assert both.find_exercise("taleh") == notice


def test_a_beginning_of_several_names_lists_them(library):
    with pytest.raises(FaultError) as caught:
        library.find_exercise("check")
    message = caught.value.faults[0].message
    assert message == '"check" could be check-in (Kom godt i gang) or check-out (Slut af)'


@pytest.mark.parametrize("name", ["", " ", "!", "*"])
def test_a_name_without_letters_is_nobodys(name, library):
    with pytest.raises(FaultError, match="there is no theme"):
        library.find_theme(name)


def test_a_near_miss_gets_a_hint(library):
    with pytest.raises(FaultError, match='Did you mean "Samarbejde"'):
        library.find_theme("Samarbjede")
    with pytest.raises(FaultError, match='Did you mean "individual"'):
        library.find_course_type("indvidual")


def test_a_translation_has_the_id_of_its_original(library):
    assert library.in_language(library.theme("noise"), "en").title == "Noise"
    assert library.in_language(library.theme("cooperation"), "en").title == "Samarbejde"
    assert library.in_language(library.exercise("round"), "da").title == "Over/under: på øen"


def test_an_unknown_id_is_a_key_error(library):
    with pytest.raises(KeyError):
        library.exercise("square")


def test_a_library_never_changes(library):
    with pytest.raises(FrozenInstanceError):
        library.themes = ()

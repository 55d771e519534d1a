"""A theme that is like another gets what is made for it."""

import pytest
from attrs import evolve

from spark_tools.content.kin import with_kin
from spark_tools.content.library import Library
from spark_tools.model import ANY, Caution, Theme

NEW = "noise-at-night"


@pytest.fixture
def family(library: Library) -> Library:
    """A library with a theme that is like noise, and exercises on several themes."""
    about = {"check-in": (ANY,), "check-out": ("cooperation",), "round": ("noise", "cooperation")}
    warning = Caution("Tal sagte.", ("noise",))
    return evolve(
        library,
        exercises=tuple(
            evolve(each, themes=about[each.id], cautions=(warning,)) for each in library.exercises
        ),
        translations=tuple(
            evolve(each, themes=("noise",)) if each.id == "round" else each
            for each in library.translations
        ),
        themes=(
            *library.themes,
            Theme(NEW, "Støj om natten", "Lyd", library.themes[0].source, like=("noise",)),
        ),
    )


def test_exercises_made_for_a_theme_are_there_for_its_like(family: Library):
    found = with_kin(family)

    assert found.exercise("round").themes == ("noise", "cooperation", NEW)
    assert found.in_language(found.exercise("round"), "en").themes == ("noise", NEW)


def test_exercises_for_all_themes_or_for_others_are_as_they_were(family: Library):
    found = with_kin(family)

    assert found.exercise("check-in").themes == (ANY,)
    assert found.exercise("check-out").themes == ("cooperation",)


def test_cautions_hold_for_the_like_too(family: Library):
    assert with_kin(family).exercise("round").cautions == (Caution("Tal sagte.", ("noise", NEW)),)


def test_likeness_goes_one_way(family: Library):
    only_new = evolve(family.exercise("round"), themes=(NEW,))
    found = with_kin(evolve(family, exercises=(only_new,)))

    assert found.exercise("round").themes == (NEW,)


def test_a_theme_that_is_like_others_comes_after_them(family: Library):
    first, *others = reversed(family.themes)
    found = with_kin(evolve(family, themes=(first, *reversed(others))))

    assert [theme.id for theme in found.themes] == ["cooperation", "noise", NEW]

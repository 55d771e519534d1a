import pytest


@pytest.mark.parametrize(
    "description",
    [
        *("image1.png", "IMG_2041.JPG", "Billede 3", "Picture", "Grafik 12", "Skærmbillede"),
        *("https://spark.example/a", "Et billede, der indeholder tekst Automatisk genereret"),
        "A close up of a map Description automatically generated",
    ],
)
def test_an_alternative_text_that_says_nothing_is_found(word, picture, description):
    assert word.adding(picture(description)).rules() == ["picture-described-poorly"]


@pytest.mark.parametrize(
    "description",
    ["Billede af tavlen med tre gule sedler", "Logo: Lindehaven", "Kort over vinkler"],
)
def test_one_that_says_something_passes(word, picture, description):
    assert word.adding(picture(description)).rules() == []

import pytest


@pytest.mark.parametrize("words", ["her", "Klik her", "Læs mere…", "» her «", "Read more", "link"])
def test_a_link_that_does_not_say_where_it_leads_is_found(word, words):
    assert word.adding_link(words).rules() == ["link-vague"]


@pytest.mark.parametrize("words", ["Her bor vi", "Læs mere om støj", "Herning Kommune"])
def test_one_that_does_passes(word, words):
    assert word.adding_link(words).rules() == []

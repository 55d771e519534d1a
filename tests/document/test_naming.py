from hypothesis import given
from hypothesis import strategies as st

from spark_tools.document.naming import slug, unique_slugs


def test_danish_letters_are_written_out():
    assert slug("Prøvehandlinger på Århus Å") == "proevehandlinger-paa-aarhus-aa"


def test_a_letter_in_two_characters_is_the_same_letter():
    assert slug("a\N{COMBINING RING ABOVE}") == "aa"


def test_long_titles_end_with_a_whole_word():
    name = slug("Belys en problemstilling fra mange forskellige vinkler på en gang")
    assert name == "belys-en-problemstilling-fra-mange"


@given(st.text())
def test_a_slug_is_short_plain_ascii(title):
    name = slug(title)
    assert len(name) <= 40
    assert not set(name) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not name.startswith("-")
    assert not name.endswith("-")


@given(st.lists(st.tuples(st.integers(), st.sampled_from(["Ord", "ord!", "Ø", "…"]))))
def test_no_two_exercises_get_one_name(pairs):
    titles = {str(identity): title for identity, title in pairs}
    names = unique_slugs(titles.items())
    assert set(names) == set(titles)
    assert len(set(names.values())) == len(titles)

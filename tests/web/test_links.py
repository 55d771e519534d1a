"""Ways between pages, as a browser follows them."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.i18n import LANGUAGES
from spark_tools.web.links import Links, address

names = st.text("abcdefgh-123", min_size=1, max_size=8)
paths = st.lists(names, max_size=3).map("/".join)
folders = st.sampled_from(["", "files/"])
addresses = st.builds(
    lambda path, folder, language: address(path + folder, language),
    paths,
    st.just(""),
    st.sampled_from(LANGUAGES),
)
homes = st.sampled_from(
    ["https://kommune.example/", "https://kommune.example/arbejdsmiljoe/trio/", "file:///srv/www/"]
)


@given(addresses, paths, st.sampled_from(LANGUAGES), homes)
def test_a_link_leads_to_the_page_it_names_wherever_the_pages_are(here, path, language, home):
    link = Links(here, LANGUAGES[0]).page(path, language)
    assert urljoin(home + here, link) == home + address(path, language)


@given(addresses, paths, homes)
def test_a_page_links_to_pages_of_its_own_language(here, path, home):
    for language in LANGUAGES:
        link = Links(here, language).page(path)
        assert urljoin(home + here, link) == home + address(path, language)


@given(addresses, names, homes)
def test_all_languages_share_the_assets(here, name, home):
    for language in LANGUAGES:
        link = Links(here, language).asset(name)
        assert urljoin(home + here, link) == f"{home}assets/{name}"


@given(addresses, paths.filter(bool), homes)
def test_a_file_lies_in_the_language_of_the_page(here, path, home):
    link = Links(here, "en").file(f"{path}.docx")
    assert urljoin(home + here, link) == f"{home}en/{path}.docx"


@pytest.mark.parametrize(
    ("path", "language", "file"),
    [
        ("", "da", "index.html"),
        ("", "en", "en/index.html"),
        ("themes", "da", "themes.html"),
        ("exercises/check-in", "en", "en/exercises/check-in.html"),
    ],
)
def test_where_pages_are_files_a_link_names_the_file(path, language, file):
    for here in ("index.html", "exercises/check-in.html", "en/themes.html"):
        link = Links(here, "da", ".html").page(path, language)
        assert urljoin(f"file:///srv/{here}", link) == f"file:///srv/{file}"


def test_the_first_language_has_no_prefix():
    assert address("themes", "da") == "themes"
    assert address("themes", "en") == "en/themes"

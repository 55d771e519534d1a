from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.web.links import Links, address

PATHS = ("", "themes", "themes/cooperation", "exercises/try-out-actions", "about")


@pytest.mark.parametrize(
    ("here", "path", "way"),
    [
        ("", "themes", "themes"),
        ("", "", "./"),
        ("themes/cooperation", "", "../"),
        ("themes/cooperation", "themes", "../themes"),
        ("themes/cooperation", "exercises/homework", "../exercises/homework"),
    ],
)
def test_a_link_leads_from_the_page_it_stands_on(here: str, path: str, way: str) -> None:
    assert Links(here, "da").page(path) == way


def test_pages_that_are_files_end_in_html() -> None:
    links = Links("themes/cooperation.html", "da", ".html")

    assert links.page("") == "../index.html"
    assert links.page("themes") == "../themes.html"
    assert links.file("exercises/homework/hjemmeopgave.docx") == (
        "../exercises/homework/hjemmeopgave.docx"
    )


def test_the_english_pages_have_a_folder_of_their_own() -> None:
    links = Links("en/themes/cooperation", "en")

    assert links.page("about") == "../about"
    assert links.page("themes/cooperation", "da") == "../../themes/cooperation"
    assert links.asset("style.css") == "../../assets/style.css"


@given(
    st.sampled_from(PATHS),
    st.sampled_from(PATHS),
    st.sampled_from(["da", "en"]),
    st.sampled_from(["da", "en"]),
    st.sampled_from(["/", "/kommune/trio/"]),
)
def test_a_browser_gets_where_the_link_says_below_any_path(
    here: str, there: str, language: str, other: str, below: str
) -> None:
    at = f"https://intranet.example{below}{address(here, language)}"
    link = Links(address(here, language), language).page(there, other)

    assert urljoin(at, link) == f"https://intranet.example{below}{address(there, other)}"

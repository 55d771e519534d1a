from __future__ import annotations

import pytest

from spark_tools.model import Prose
from spark_tools.web.filters import contact_link, foreign, line, prose


def test_prose_becomes_paragraphs_and_lists() -> None:
    shown = prose(Prose("Læg *kortet* frem.\n\n1. Skriv.\n2. Læs **op**.\n"))

    assert shown == (
        "<p>Læg <em>kortet</em> frem.</p>\n"
        "<ol><li>Skriv.</li><li>Læs <strong>op</strong>.</li></ol>"
    )


def test_a_value_is_never_markup() -> None:
    values = {"workplace.name": "<b>*Linde*</b>"}

    assert prose(Prose("Hos {{ workplace.name }}"), values) == (
        "<p>Hos &lt;b&gt;*Linde*&lt;/b&gt;</p>"
    )


def test_a_passage_in_another_language_says_so() -> None:
    assert line("Et [check-in](lang:en) først") == 'Et <span lang="en">check-in</span> først'


def test_a_link_that_is_not_to_a_page_is_left_out() -> None:
    assert "href" not in line("[her](javascript:alert)")
    assert 'href="https://vpt.dk"' in line("[vpt.dk](https://vpt.dk)")


def test_only_what_is_foreign_to_the_page_is_marked() -> None:
    assert foreign("da", "en") == ' lang="da"'
    assert foreign("da", "da") == ""


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("amr@kommune.dk", '<a href="mailto:amr@kommune.dk">amr@kommune.dk</a>'),
        ("https://kommune.dk/amr", '<a href="https://kommune.dk/amr">https://kommune.dk/amr</a>'),
        ("Ring til HR & AMR", "Ring til HR &amp; AMR"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_a_contact_is_a_link_where_it_can_be(contact: str, shown: str) -> None:
    assert contact_link(contact) == shown

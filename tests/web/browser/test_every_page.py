"""What a browser makes of every page: nothing to complain of, at any width, light or dark.

Pages of one kind are alike: in an ordinary run axe-core sees one of each kind that has most
in it. ``SPARK_ALL_PAGES=1`` shows it every page in both schemes and at both widths.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import product
from urllib.parse import urldefrag, urljoin, urlsplit

import html5lib
import pytest

ALL = os.environ.get("SPARK_ALL_PAGES") == "1"
NARROWEST, PHONE, LAPTOP = 320, 390, 1280
LOOKS = tuple(product((PHONE, LAPTOP), ("light", "dark")))
KINDS = (
    "",
    "?q=zzz",
    "?q=møde&minutes=30",
    "exercises/try-out-actions",
    "themes",
    "themes/cooperation",
    "course-types",
    "course-types/individual",
    "glossary",
    "about",
    "privacy",
    "accessibility",
    "plan",
    "sheet",
    "nowhere",
    "en/",
    "en/exercises/try-out-actions",
)
"""One page of each kind, the one with most in it."""


@pytest.fixture(scope="session")
def addresses(served) -> list[str]:
    """Every page that can be reached from the front page, below it, and one that is not there."""
    seen, found = {""}, [""]
    for path in found:
        answer = served.ask(f"/{path}")
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        for link in links(answer.text):
            there = urldefrag(urljoin(served.url + path, link)).url
            address = there.removeprefix(served.url)
            if there.startswith(served.url) and address not in seen and not is_file(address):
                seen.add(address)
                found.append(address)
    return [*found, "nowhere"]


def links(page: str) -> Iterator[str]:
    parsed = html5lib.parse(page, namespaceHTMLElements=False)
    return (link.get("href") for link in parsed.iter("a") if link.get("href"))


def is_file(address: str) -> bool:
    return "." in urlsplit(address).path.rpartition("/")[2]


def test_the_crawl_finds_every_kind_of_page(addresses):
    paths = {urlsplit(address).path for address in addresses}
    assert {urlsplit(kind).path for kind in KINDS} <= paths
    assert len(paths) > 60


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing(visit, addresses, axe, width, scheme):
    visitor = visit(width, scheme=scheme)
    page, found = visitor.open(), {}
    for path in addresses if ALL else share(LOOKS.index((width, scheme))):
        page.goto(visitor.home + path)
        if violations := axe(page):
            found[path] = violations
    visitor.forgive("nowhere")
    assert found == {}


def share(look: int) -> tuple[str, ...]:
    """Give the pages for one look in an ordinary run: each page gets two that differ in both."""
    return KINDS[look in (1, 2) :: 2]


def test_axe_finds_what_is_wrong(visit, axe):
    page = visit().open("about")
    page.evaluate("document.querySelector('h1').style.color = 'silver'")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert {found.partition(":")[0] for found in axe(page)} == {"button-name", "color-contrast"}


@pytest.mark.parametrize("script", [True, False])
def test_no_page_is_wider_than_the_narrowest_telephone(visit, addresses, script):
    visitor = visit(NARROWEST, script)
    page, wide = visitor.open(), {}
    for path in addresses if ALL else KINDS:
        page.goto(visitor.home + path)
        if (width := page.evaluate("document.documentElement.scrollWidth")) > NARROWEST:
            wide[path] = width
    visitor.forgive("nowhere")
    assert wide == {}

"""What holds for every page, in both languages, served and as files."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any
from urllib.parse import urljoin, urlsplit

import html5lib
import pytest
from attrs import evolve

from spark_tools.model import DocumentRenderer
from spark_tools.web.page import Frame
from spark_tools.web.site import Outline, is_page, site_files
from spark_tools.web.toolbox import Toolbox

HTML = "{http://www.w3.org/1999/xhtml}"
MOST_BYTES = 50_000

Files = dict[str, bytes]


@pytest.fixture(scope="session")
def site(toolbox: Toolbox) -> Files:
    """The whole site as files, in both languages; its sheets are drawn as a word only."""
    outline = Outline(("da", "en"), "amr@kommune.example", "https://trio.kommune.example")
    quick = {
        name: evolve(renderer, draw=lambda _document, _look: b"drawn", draw_many=None)
        for name, renderer in toolbox.renderers.items()
        if isinstance(renderer, DocumentRenderer)
    }
    return dict(site_files(evolve(toolbox, renderers=quick), outline))


@pytest.fixture(scope="session")
def pages(site: Files) -> dict[str, str]:
    return {path: content.decode() for path, content in site.items() if is_page(path)}


@cache
def parsed(page: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return html5lib.HTMLParser(strict=True).parse(page)


def elements(page: str, *names: str) -> Iterator[Any]:
    wanted = {HTML + name for name in names}
    return (each for each in parsed(page).iter() if not names or each.tag in wanted)


def test_there_is_a_page_for_every_thing(toolbox: Toolbox, pages: dict[str, str]) -> None:
    library = toolbox.library
    wanted = {f"exercises/{each.id}.html" for each in library.exercises}
    wanted |= {f"themes/{each.id}.html" for each in library.themes}
    wanted |= {f"course-types/{each.id}.html" for each in library.course_types}

    assert wanted <= set(pages)
    assert {f"en/{path}" for path in wanted} <= set(pages)


def test_every_page_is_html_without_a_fault(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        try:
            parsed(page)
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{path}: {error}")


def test_every_page_is_small(pages: dict[str, str], site: Files) -> None:
    heavy = {path: len(page.encode()) for path, page in pages.items()}

    assert {path: size for path, size in heavy.items() if size > MOST_BYTES} == {}
    assert sum(len(site[path]) for path in site if path.startswith("assets/")) < 2 * MOST_BYTES


def test_every_page_has_its_own_title_and_one_heading_of_level_one(pages: dict[str, str]) -> None:
    titles: Counter[tuple[bool, str]] = Counter()
    for path, page in pages.items():
        (title,) = elements(page, "title")
        titles[path.partition("/")[0] == "en", title.text] += 1
        assert len(list(elements(page, "h1"))) == 1, path
    assert [title for title, times in titles.items() if times > 1] == []


def test_no_heading_level_is_skipped(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        levels = [int(each.tag[-1]) for each in elements(page, "h1", "h2", "h3", "h4", "h5")]
        assert levels[0] == 1, path
        for before, after in pairwise(levels):
            assert after <= before + 1, (path, levels)


def test_ids_are_there_once_and_what_is_named_is_there(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        ids = Counter(each.get("id") for each in elements(page) if each.get("id"))
        assert [name for name, times in ids.items() if times > 1] == [], path
        named = {
            name
            for each in elements(page)
            for key in ("for", "aria-labelledby", "aria-describedby")
            for name in each.get(key, "").split()
        }
        assert named <= set(ids), path


def test_nothing_is_styled_or_scripted_inside_a_page(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        for each in elements(page):
            assert "style" not in each.attrib, path
            assert not [key for key in each.attrib if key.startswith("on")], path
            assert each.tag != f"{HTML}script" or each.get("src"), path
            assert each.tag != f"{HTML}style", path


def test_every_picture_says_what_it_shows_and_how_large_it_is(pages: dict[str, str]) -> None:
    pictures = [each for page in pages.values() for each in elements(page, "img")]

    assert pictures
    assert all(each.get("alt") and each.get("width") and each.get("height") for each in pictures)


def test_no_link_is_dead(pages: dict[str, str], site: Files) -> None:
    dead = [
        (path, link)
        for path, page in pages.items()
        for link in _own_links(page)
        if (there := urlsplit(urljoin(f"https://x/{path}", link))).path.lstrip("/") not in site
        or not _has_anchor(site, there.path.lstrip("/"), there.fragment)
    ]

    assert dead == []


def test_everything_but_the_front_page_is_linked_to(pages: dict[str, str], site: Files) -> None:
    linked = {
        urlsplit(urljoin(f"https://x/{path}", link)).path.lstrip("/")
        for path, page in pages.items()
        for link in _own_links(page)
    }

    assert set(site) - linked - {"index.html", "sitemap.xml", "robots.txt"} == set()


def _own_links(page: str) -> Iterator[str]:
    for each in elements(page, "a", "link", "script", "img"):
        link = each.get("href") or each.get("src") or ""
        if not link.startswith(("https:", "http:", "mailto:", "data:")):
            yield link


def _has_anchor(site: Files, path: str, anchor: str) -> bool:
    return not anchor or f'id="{anchor}"'.encode() in site[path]


def test_no_page_loads_anything_from_elsewhere(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        for each in elements(page, "link", "script", "img", "iframe", "source"):
            link = each.get("src") or each.get("href") or ""
            assert not link.startswith(("http", "//")), (path, link)


def test_the_sitemap_lists_every_page(pages: dict[str, str], site: Files) -> None:
    listed = re.findall("<loc>(.*?)</loc>", site["sitemap.xml"].decode())

    assert len(listed) == len(pages)
    assert "https://trio.kommune.example/" in listed
    assert "https://trio.kommune.example/exercises/try-out-actions.html" in listed


def test_a_danish_passage_of_an_english_page_says_so(pages: dict[str, str]) -> None:
    page = pages["en/exercises/try-out-actions.html"]

    assert '<h1 lang="da">Prøvehandlinger</h1>' in page
    assert "only in Danish so far" in page
    assert 'lang="da"' not in pages["exercises/try-out-actions.html"].replace(
        '<html lang="da">', ""
    )


def test_the_served_pages_are_those_of_the_site(
    toolbox: Toolbox, frame: Frame, pages: dict[str, str]
) -> None:
    from spark_tools.web.catalogue import catalogue_pages

    served = {page.address: frame.draw(page) for page in catalogue_pages(toolbox, "da")}

    for address, page in served.items():
        parsed(page)
        assert f"{address or 'index'}.html" in pages
        assert len(page.encode()) < MOST_BYTES

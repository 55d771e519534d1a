"""What every page has round it."""

import re

import pytest

from spark_tools.web.errors import error_page
from spark_tools.web.page import Page, make_frame


def draw(frame, here=None, **page):
    given = {"path": "404", "language": "da", "title": "Intet her", "template": "error"} | page
    shown = {"shows": {"advice": "Se efter.", "details": (), "meant": (), "status": 404}} | given
    return frame.draw(Page(**shown), here)


def hrefs(html):
    return re.findall(r'href="([^"]*)"', html)


def test_a_page_says_its_language_and_title(frame):
    html = draw(frame)
    assert '<html lang="da">' in html
    assert "<title>Intet her · Værktøjer til TRIO og MED</title>" in html


def test_what_a_page_shows_is_text_not_markup(frame):
    html = draw(frame, title='<b>"Hov"</b>')
    assert "<b>" not in html
    assert "&lt;b&gt;" in html


@pytest.mark.parametrize("here", ["noget", "en/noget", "noget/andet/tredje", ""])
def test_links_are_relative_to_where_the_page_is_shown(frame, here):
    html = draw(frame, here)
    up = "../" * here.count("/")
    assert f'href="{up}assets/style.' in html
    assert not [href for href in hrefs(html) if href.startswith(("/", "http"))]


def test_the_way_to_the_other_language_is_marked_as_that_language(frame):
    html = draw(frame)
    assert re.search(r'<a class="language" href="en/404" lang="en" hreflang="en"', html)


def test_a_page_that_is_not_translated_offers_no_other_language(frame):
    assert "hreflang" not in draw(frame, translated=False)


def test_the_part_one_is_in_is_marked(frame):
    inside = draw(frame, path="themes/conflict", part="themes")
    assert '<a href="../themes" aria-current="true">' in inside
    assert draw(frame, path="themes", part="themes").count('aria-current="page"') == 1


def test_readers_are_told_where_to_turn(frame, toolbox):
    link = '<a href="mailto:arbejdsmiljoe@kommune.example">arbejdsmiljoe@kommune.example</a>'
    assert link in draw(frame)
    assert "mailto:" not in draw(make_frame(toolbox))


def test_a_page_that_is_a_file_offers_only_what_needs_no_server(toolbox):
    served, filed = (draw(make_frame(toolbox, served=served)) for served in (True, False))
    assert 'href="plan"' in served
    assert 'href="sheet"' in served
    assert "plan" not in filed.partition("<main")[0]
    assert 'href="themes.html"' in filed


def test_nothing_on_a_page_needs_what_the_content_security_policy_forbids(frame):
    html = draw(frame)
    assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=", html)


def test_a_failure_without_words_of_its_own_gets_those_of_its_kind():
    assert error_page(418, "da").title == error_page(400, "da").title
    assert error_page(507, "da").title == error_page(500, "da").title


def test_every_failure_says_what_to_do(frame):
    for status in (400, 404, 405, 413, 415, 429, 500, 503):
        danish, english = error_page(status, "da"), error_page(status, "en")
        assert danish.title != english.title
        assert danish.shows["advice"] != english.shows["advice"]
        assert danish.shows["advice"] in frame.draw(danish)

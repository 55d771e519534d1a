from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from spark_tools.web.site import Outline, is_page, site_files
from spark_tools.web.toolbox import Toolbox, open_toolbox

if TYPE_CHECKING:
    import pytest

FEW = ("try-out-actions", "check-in")


def few(toolbox: Toolbox) -> Toolbox:
    """Give a toolbox with two exercises, so that a site is soon drawn."""
    kept = tuple(each for each in toolbox.library.exercises if each.id in FEW)
    return evolve(toolbox, library=evolve(toolbox.library, exercises=kept))


def test_the_same_site_comes_out_the_same_wherever_it_is_made(
    toolbox: Toolbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = dict(site_files(few(toolbox), Outline()))
    monkeypatch.setenv("SPARK_LANG", "da")
    monkeypatch.setenv("TZ", "Pacific/Auckland")

    again = dict(site_files(few(open_toolbox()), Outline()))

    assert first == again


def test_each_language_is_written_below_its_own_path(toolbox: Toolbox) -> None:
    both = dict(site_files(few(toolbox), Outline(("da", "en"))))

    assert "exercises/check-in.html" in both
    assert "en/exercises/check-in.html" in both
    assert both["en/index.html"].count(b'hreflang="da"') == 1


def test_without_an_address_there_is_no_sitemap(toolbox: Toolbox) -> None:
    assert "sitemap.xml" not in dict(site_files(few(toolbox), Outline()))


def test_a_sheet_is_not_a_page() -> None:
    assert is_page("exercises/check-in.html")
    assert is_page("en/index.html")
    assert not is_page("exercises/check-in/check-ind.html")
    assert not is_page("assets/style.css")


def test_nothing_in_a_site_says_where_it_was_made(toolbox: Toolbox) -> None:
    for path, content in site_files(few(toolbox), Outline()):
        assert str(Path.home()).encode() not in content, path
        assert str(Path(__file__).parents[3]).encode() not in content, path

"""The stylesheet and the scripts."""

import re

import pytest

from spark_tools.web.assets import make_assets
from spark_tools.web.page import page_environment
from spark_tools.web.toolbox import LOOKS, Toolbox

LARGEST = 50_000


@pytest.fixture(scope="session")
def assets(toolbox: Toolbox):
    look = toolbox.looks["house"]
    return make_assets(page_environment(look), look, toolbox.library)


def test_an_asset_is_named_after_what_is_in_it(assets, toolbox):
    """So a browser may keep it for ever, and still gets the new one when it has changed."""
    looks = [toolbox.looks[name] for name in LOOKS]
    made = [make_assets(page_environment(look), look, toolbox.library) for look in looks]
    names = [each["style.css"].name for each in made]
    assert len(set(names)) == 2
    assert all(re.fullmatch(r"style\.[0-9a-f]{10}\.css", name) for name in names)


def test_the_same_content_has_the_same_name(assets, toolbox):
    look = toolbox.looks["house"]
    again = make_assets(page_environment(look), look, toolbox.library)
    assert {name: each.name for name, each in again.items()} == {
        name: each.name for name, each in assets.items()
    }


def test_browsers_are_told_what_kind_of_file_it_is(assets):
    kinds = {"css": "text/css", "js": "text/javascript"}
    for asset in assets.values():
        assert asset.media_type == kinds[asset.name.rpartition(".")[2]]


def test_the_stylesheet_loads_nothing_else(assets):
    style = assets["style.css"].content.decode()
    assert "url(" not in style
    assert "@import" not in style


def test_every_asset_is_small(assets):
    assert {name for name, each in assets.items() if len(each.content) > LARGEST} == set()


def test_the_search_index_holds_every_exercise(assets, toolbox):
    index = assets["search-index.js"].content.decode()
    assert all(f'"{exercise.id}":' in index for exercise in toolbox.library.exercises)

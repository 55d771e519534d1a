from __future__ import annotations

from attrs import evolve

from spark_tools.web.assets import make_assets
from spark_tools.web.page import Frame, page_environment
from spark_tools.web.toolbox import Toolbox


def test_the_stylesheet_has_the_colours_of_the_look(frame: Frame) -> None:
    style = frame.assets["style.css"].content.decode()

    assert "--accent: #1D5560" in style
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style


def test_nothing_is_loaded_from_elsewhere(frame: Frame) -> None:
    for asset in frame.assets.values():
        text = asset.content.decode()
        assert "url(" not in text
        assert "@import" not in text
        assert "http" not in text.replace("http://www.w3.org", "")


def test_an_asset_is_named_after_what_is_in_it(toolbox: Toolbox) -> None:
    look = toolbox.looks["house"]
    environment = page_environment(look)
    fewer = evolve(toolbox.library, exercises=toolbox.library.exercises[:-1])

    whole = make_assets(environment, look, toolbox.library)
    same = make_assets(environment, look, toolbox.library)
    other = make_assets(environment, look, fewer)

    assert whole["search-index.js"].name == same["search-index.js"].name
    assert whole["search-index.js"].name != other["search-index.js"].name
    assert whole["style.css"].name == other["style.css"].name

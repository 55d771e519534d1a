"""Fixtures for plugins' tests; pytest finds them wherever spark-tools is installed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spark_tools.content.library import Library
    from spark_tools.model import SessionPlan
    from spark_tools.testing.sheets import Collected
    from spark_tools.testing.toolbox import Toolbox

BEFORE_ANY_TEST = ("find", "import", "register", "configure", "spark_content_dirs")
"""The stages at which a plugin breaks before there is anything of it to test."""


@pytest.fixture(scope="session")
def toolbox() -> Callable[[str | Path], Toolbox]:
    """Open the bundled plugins and one more: ``toolbox("fishbone")``; each is opened once."""
    from spark_tools.testing.toolbox import open_toolbox

    return cache(open_toolbox)


@pytest.fixture
def plugin(request: pytest.FixtureRequest) -> str | Path:
    """Give the plugin that is tested: ``plugin`` of the class, else ``PLUGIN`` of the module."""
    for holder, name in ((request.cls, "plugin"), (request.module, "PLUGIN")):
        if isinstance(found := getattr(holder, name, None), str | Path):
            return found
    raise pytest.UsageError('say which plugin is tested: PLUGIN = "fishbone"')


@pytest.fixture
def tested(toolbox: Callable[[str | Path], Toolbox], plugin: str | Path) -> Toolbox:
    """Give the toolbox with the plugin that is tested."""
    try:
        return toolbox(plugin)
    except LookupError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def sound(tested: Toolbox) -> Toolbox:
    """Give that toolbox, where there is something of the plugin to test; else say what is wrong."""
    content = () if tested.offers_content else ("content",)
    stages = (*BEFORE_ANY_TEST, *content)
    if broken := [str(each) for each in tested.failures if each.stage in stages]:
        pytest.fail("\n".join(broken), pytrace=False)
    return tested


@pytest.fixture
def library(sound: Toolbox) -> Library:
    """Give what there is with the plugin: exercises, themes and course types."""
    return sound.library


@pytest.fixture
def compose(sound: Toolbox) -> Callable[..., SessionPlan]:
    """Compose a course with the plugin: ``compose("fishbone", participants=5)``."""
    from spark_tools.testing.composing import compose

    return partial(compose, sound)


@pytest.fixture
def draw(sound: Toolbox) -> Callable[..., dict[str, bytes]]:
    """Draw a course in a format: ``draw(compose(), "pptx")`` gives its files by their paths.

    ``look="large-print"`` draws it in another look than the house's.
    """
    from spark_tools.testing.drawing import draw

    return partial(draw, sound)


@pytest.fixture
def collect(sound: Toolbox) -> Callable[[str, Mapping[str, str]], Collected]:
    """Fill in an exercise's sheet and read it: ``collect("fishbone", {"sheet.issue": "Støj"})``."""
    from spark_tools.testing.sheets import collect

    def filled(name: str, answers: Mapping[str, str]) -> Collected:
        try:
            return collect(sound, sound.library.find_exercise(name), answers)
        except LookupError as error:
            pytest.fail(str(error), pytrace=False)

    return filled

"""Whether the plugin loads, and whether its hooks are what they should be."""

from __future__ import annotations

from collections.abc import Iterator

from spark_tools.plugin.rehearsal import rehearse
from spark_tools.testing.toolbox import Toolbox

LOADING = ("find", "import", "configure")
CONTENT = "content"
SIGNATURES = "register"


def loads(toolbox: Toolbox) -> Iterator[str]:
    """Tell whether the plugin is found, imported and configured."""
    return (str(each) for each in toolbox.failures if each.stage in LOADING)


def signatures(toolbox: Toolbox) -> Iterator[str]:
    """Tell whether its hooks exist, are marked, and ask for what there is."""
    return (str(each) for each in toolbox.failures if each.stage == SIGNATURES)


def answers(toolbox: Toolbox) -> Iterator[str]:
    """Tell whether each of its hooks can be called, and gives what it should."""
    rehearse(toolbox.plugins, toolbox.library)
    elsewhere = (*LOADING, CONTENT, SIGNATURES)
    return (str(each) for each in toolbox.failures if each.stage not in elsewhere)

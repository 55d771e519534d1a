"""The conformance kit: what authors of content and plugins test their work with.

`PluginSuite` holds what is asked of every plugin, and a plugin's tests inherit it. pytest finds
the fixtures ``toolbox``, ``library``, ``compose``, ``draw`` and ``collect`` by itself
(`fixtures`). The rest measures an exercise's texts, minutes, groups and drawings.
"""

from spark_tools.testing.measures import drawing, groups_for, minutes_for
from spark_tools.testing.readability import handout_text, lix, participants_text
from spark_tools.testing.sheets import Collected
from spark_tools.testing.suite import PluginSuite
from spark_tools.testing.toolbox import Toolbox

__all__ = [
    "Collected",
    "PluginSuite",
    "Toolbox",
    "drawing",
    "groups_for",
    "handout_text",
    "lix",
    "minutes_for",
    "participants_text",
]

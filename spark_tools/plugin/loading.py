"""Loading plugins: bundled, installed, then those in folders; what is blocked stays out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from spark_tools.plugin.blocking import EVERYTHING_ELSE, blocked_names, is_blocked
from spark_tools.plugin.candidate import Candidate, LoadedPlugin
from spark_tools.plugin.entry_points import installed_plugins
from spark_tools.plugin.folders import local_plugins
from spark_tools.plugin.manager import Plugins
from spark_tools.plugin.settings import Settings


def load_plugins(
    plugins_dir: Path | None = None, *, strict: bool | None = None, language: str = "en"
) -> Plugins:
    """Find, import and register every plugin: bundled, installed, then local ones.

    *plugins_dir* replaces the folders named by ``SPARK_TOOLS_PLUGINS``. With
    *strict*, or ``SPARK_TOOLS_STRICT=1`` when it is None, the first failure
    raises `PluginError`; otherwise failures are recorded and the rest loads.
    ``SPARK_TOOLS_BLOCK=name,name`` leaves plugins or whole distributions out, and ``*``
    all but the bundled ones.
    """
    if strict is None:
        strict = os.environ.get("SPARK_TOOLS_STRICT") == "1"
    plugins = Plugins(Settings(language, strict))
    for candidate in [*installed_plugins(), *_local(plugins, plugins_dir)]:
        if is_blocked(candidate.identity):
            plugins.leave_out(candidate.identity)
        else:
            plugins.add(candidate)
    return plugins


def _local(plugins: Plugins, plugins_dir: Path | None) -> Iterable[Candidate]:
    if EVERYTHING_ELSE in blocked_names():
        return
    named = os.environ.get("SPARK_TOOLS_PLUGINS", "").split(os.pathsep)
    for folder in [plugins_dir] if plugins_dir else [Path(name) for name in named if name]:
        try:
            yield from local_plugins(folder)
        except OSError as error:
            plugins.fail(LoadedPlugin(folder.name, path=folder), "find", str(error), error)

"""Folders that a plugin offers: they must be there, and be its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spark_tools.plugin.failure import BadPluginError
from spark_tools.plugin.trace import Homes
from spark_tools.plugin.wording import say

FOLDERS = ("spark_content_dirs", "spark_template_dirs")
"""The hooks that give folders."""

CODE = (".py", ".pyc")
"""The endings of files that nothing is drawn with; a renderer may have any others."""


def check_folders(hook: str, folders: Sequence[Path], homes: Homes) -> None:
    """See that *folders*, given by *hook* of the plugin that lies in *homes*, can be used.

    Raises:
        BadPluginError: one is not there, lies elsewhere, or has nothing in it.
    """
    beside = say('Build the path from the module\'s own: Path(__file__).parent / "NAME".')
    for folder in folders:
        if not folder.is_dir():
            raise BadPluginError(say("there is no folder {folder}", folder=folder), beside)
        if homes and not any(_within(folder, home) for home in homes):
            said = say("{folder} lies outside the plugin's own folder", folder=folder)
            raise BadPluginError(said, beside)
        if hook == "spark_template_dirs" and not any(map(is_source, folder.rglob("*"))):
            raise BadPluginError(
                say("there is nothing to draw with in {folder}", folder=folder),
                say("Put templates in html/ or markdown/, a look.json, or word/house.docx there."),
            )


def is_source(path: Path) -> bool:
    """Whether *path* is a file that something may be drawn with."""
    return path.is_file() and path.suffix not in CODE


def _within(folder: Path, home: Path) -> bool:
    base = home if home.is_dir() else home.parent
    return folder.resolve().is_relative_to(base.resolve())

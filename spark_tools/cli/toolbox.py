"""Opening the toolbox: the plugins, and the library of what they offer."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from spark_tools.cli.values import as_typed
from spark_tools.i18n import message_language, messages

if TYPE_CHECKING:
    from spark_tools.content.library import Library
    from spark_tools.plugin.failure import PluginFailure
    from spark_tools.plugin.manager import Plugins


def open_plugins(plugins_dir: str | None) -> Plugins:
    """Load the installed plugins and those of *plugins_dir*.

    Raises:
        FaultError: there is no such folder.
    """
    from spark_tools.plugin.loading import load_plugins

    return load_plugins(plugins_folder(plugins_dir), language=message_language())


def plugins_folder(plugins_dir: str | None) -> Path | None:
    """Give the folder of plugins that the command line names, if it names one.

    Raises:
        FaultError: there is no such folder, or none such as the environment names.
    """
    from spark_tools.model import Fault, FaultError
    from spark_tools.plugin.blocking import EVERYTHING_ELSE, blocked_names

    if EVERYTHING_ELSE in blocked_names():
        return None
    named = plugins_dir or os.environ.get("SPARK_TOOLS_PLUGINS")
    if named and not Path(named).is_dir():
        raise FaultError([Fault(messages("cli")("there is no such folder of plugins"), named)])
    return Path(plugins_dir) if plugins_dir else None


def open_toolbox(context: click.Context, *, quiet: bool = False) -> tuple[Plugins, Library]:
    """Load plugins and library; unless *quiet*, say in one line if any plugin failed."""
    from spark_tools.content.load import load_library

    plugins = open_plugins(context.find_root().params.get("plugins_dir"))
    library = load_library(plugins)
    if not quiet:
        warn_of(plugins.failures)
    return plugins, library


def open_library() -> Library:
    """Give a plugin's command what all plugins of this run offer.

    Says in one line if any plugin failed. Belongs in a command of ``spark``.
    """
    return open_toolbox(click.get_current_context())[1]


def spark_again() -> str:
    """Give how ``spark`` is to be called to see what this run sees."""
    folder = click.get_current_context().find_root().params.get("plugins_dir")
    return f"spark --plugins-dir {as_typed(Path(folder))}" if folder else "spark"


def warn_of(failures: Sequence[PluginFailure]) -> None:
    """Name the plugins of *failures*, if any, in one line."""
    if failures:
        _ = messages("cli")
        names = ", ".join(dict.fromkeys(failure.plugin for failure in failures))
        spark = spark_again()
        warning = _("Faults in plugins: {names}. See: {spark} plugins", names=names, spark=spark)
        click.secho(warning, fg="yellow", err=True)

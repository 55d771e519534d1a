"""``spark check``: every fault in content folders and course files, at once."""

from __future__ import annotations

from pathlib import Path

import click

from spark_tools.cli.toolbox import open_toolbox
from spark_tools.i18n import Words, messages


def command(_: Words) -> click.Command:
    """Build the command."""
    return click.Command(
        name="check",
        callback=check_paths,
        help=_(
            "Check content folders and course files for faults.\n\n"
            "PATH is a folder with exercises/, themes/ or course_types/, or a course.toml."
        ),
        epilog=_("Example: spark check my-plugins/fishbone lindehaven/course.toml"),
        params=[click.Argument(["paths"], nargs=-1, required=True, metavar="PATH...")],
    )


def check_paths(paths: tuple[str, ...]) -> None:
    """Read each path completely; faults become messages and exit code 1."""
    from spark_tools.content.check import check_path
    from spark_tools.model import FaultError

    _ = messages("cli")
    _plugins, library = open_toolbox(click.get_current_context())
    faults = tuple(fault for path in paths for fault in check_path(Path(path), library))
    if faults:
        raise FaultError(faults)
    click.echo(_.count("{n} path without faults", "{n} paths without faults", len(paths)))

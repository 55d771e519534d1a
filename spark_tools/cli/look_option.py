"""The option that chooses a look."""

from __future__ import annotations

import click

from spark_tools.i18n import Words


def look_option(_: Words) -> click.Option:
    """Give ``--look``, whose value reaches the command as ``look_name``."""
    return click.Option(
        ["--look", "look_name"],
        default="house",
        metavar="LOOK",
        help=_("house, large-print or another look there is. Default: house."),
    )

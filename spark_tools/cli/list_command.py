"""``spark list``: what the toolbox holds, filtered."""

from __future__ import annotations

from typing import Any

import click

from spark_tools.cli.table import echo_json, echo_table
from spark_tools.cli.toolbox import open_toolbox
from spark_tools.i18n import Words, messages

KINDS = ("exercises", "themes", "course-types", "formats")


def command(_: Words) -> click.Command:
    """Build the command."""
    return click.Command(
        name="list",
        callback=list_things,
        help=_("List exercises, themes, course types or formats."),
        epilog=_("Example: spark list exercises --theme samarbejde --minutes 60"),
        params=[
            click.Argument(["kind"], type=click.Choice(KINDS), metavar="|".join(KINDS)),
            click.Option(
                ["--theme"], metavar="THEME", help=_("Only exercises that fit this theme.")
            ),
            click.Option(
                ["--function"],
                metavar="FUNCTION",
                help=_("Only exercises with this function, such as explore."),
            ),
            click.Option(
                ["--minutes"],
                type=click.IntRange(min=1),
                metavar="N",
                help=_("Only exercises that can be done in this time."),
            ),
            click.Option(
                ["--participants"],
                type=click.IntRange(min=1),
                metavar="N",
                help=_("Only exercises for this many people."),
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Write JSON.")),
        ],
    )


def list_things(kind: str, as_json: bool, **filters: Any) -> None:
    """Filter, and write as a table or as JSON."""
    from spark_tools.cli.catalogue import as_entries, columns
    from spark_tools.compose.filters import Filters

    _ = messages("cli")
    plugins, library = open_toolbox(click.get_current_context())
    entries = as_entries(kind, plugins, library, Filters(**filters))
    if as_json:
        echo_json(entries)
    elif entries:
        echo_table(entries, columns(kind))
    else:
        click.echo(_("Nothing fits."))

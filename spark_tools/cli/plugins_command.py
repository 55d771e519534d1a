"""``spark plugins``: what is loaded, from where, and what failed and why."""

from __future__ import annotations

import click

from spark_tools.cli.app import summaries
from spark_tools.cli.plugins_new import command as new_command
from spark_tools.cli.plugins_report import (
    failure_lines,
    failure_row,
    inventory_lines,
    inventory_row,
    plugin_row,
)
from spark_tools.cli.table import echo_json, echo_table
from spark_tools.cli.toolbox import open_toolbox
from spark_tools.i18n import Words, messages


def command(_: Words) -> click.Command:
    """Build the command: alone it shows the plugins; ``new`` starts one."""
    return click.Group(
        name="plugins",
        commands=[new_command(_)],
        invoke_without_command=True,
        callback=show_plugins,
        help=_("Show which plugins are loaded, and which failed and why."),
        epilog=_("Example: spark --plugins-dir my-plugins plugins"),
        params=[
            click.Option(
                ["-v", "--verbose"],
                is_flag=True,
                help=_("Show what each adds and overrides, where it lies, and how long it takes."),
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Write JSON.")),
        ],
    )


def show_plugins(as_json: bool, verbose: bool) -> None:
    """Write the loaded plugins, then the faults; nothing where a subcommand does its work."""
    if click.get_current_context().invoked_subcommand:
        return
    from spark_tools.plugin.blocking import unknown_names
    from spark_tools.plugin.inventory import inventory
    from spark_tools.plugin.rehearsal import rehearse
    from spark_tools.publish.rehearsal import rehearse_drawing

    _ = messages("cli")
    plugins, library = open_toolbox(click.get_current_context(), quiet=True)
    plan = rehearse(plugins, library, summaries(_))
    if plan:
        rehearse_drawing(plugins, plan)
    if as_json:
        rows = map(inventory_row, inventory(plugins, library))
        echo_json(
            {
                "loaded": list(rows) if verbose else list(map(plugin_row, plugins.loaded)),
                "blocked": list(map(plugin_row, plugins.blocked)),
                "failures": list(map(failure_row, plugins.failures)),
            }
        )
        return
    if verbose:
        for each in inventory(plugins, library):
            name, *lines = inventory_lines(each)
            click.secho(name, bold=True)
            click.echo("\n".join(lines))
    elif plugins.loaded:
        rows = map(plugin_row, plugins.loaded)
        columns = {"plugin": _("plugin"), "version": _("version"), "from": _("from")}
        echo_table(list(rows), columns)
    for blocked in plugins.blocked:
        source = blocked.distribution or blocked.path
        click.echo(_("Blocked: {plugin} ({source})", plugin=blocked.name, source=source))
    for name in unknown_names((*plugins.loaded, *plugins.blocked)):
        click.echo(_("SPARK_TOOLS_BLOCK names {name}, which is not installed.", name=name))
    if plugins.failures:
        click.echo()
        click.secho(_("Faults"), bold=True)
        click.echo("\n".join(failure_lines(plugins.failures)))

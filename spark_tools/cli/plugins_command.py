"""``spark plugins``: what is loaded, from where, and what failed and why."""

from __future__ import annotations

import click

from spark_tools.cli.plugins_new import command as new_command
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
        params=[click.Option(["--json", "as_json"], is_flag=True, help=_("Write JSON."))],
    )


def show_plugins(as_json: bool) -> None:
    """Write the loaded plugins, then the faults; nothing where a subcommand does its work."""
    if click.get_current_context().invoked_subcommand:
        return
    from spark_tools.plugin.rehearsal import rehearse

    _ = messages("cli")
    plugins, library = open_toolbox(click.get_current_context(), quiet=True)
    rehearse(plugins, library)
    loaded = [
        {
            "plugin": each.name,
            "version": each.version,
            "from": each.distribution or str(each.path),
        }
        for each in plugins.loaded
    ]
    failures = [
        {
            "plugin": each.plugin,
            "distribution": each.distribution,
            "stage": each.stage,
            "error": each.error,
        }
        for each in plugins.failures
    ]
    if as_json:
        echo_json({"loaded": loaded, "failures": failures})
        return
    if loaded:
        echo_table(loaded, {"plugin": _("plugin"), "version": _("version"), "from": _("from")})
    if not failures:
        return
    click.echo()
    click.secho(_("Faults"), bold=True)
    for failure in failures:
        origin = f" ({failure['distribution']})" if failure["distribution"] else ""
        click.echo(f"{failure['plugin']}{origin} · {failure['stage']}")
        for line in failure["error"].splitlines():
            click.echo(f"    {line}")

"""The group of commands: what there is, without loading any of it."""

from __future__ import annotations

import contextlib
import gc
import gettext
import os
import sys
from importlib import import_module

import click

from spark_tools._version import __version__
from spark_tools.i18n import LOCALE_DIR, Words, message_language, messages


def summaries(_: Words) -> dict[str, str]:
    """Give each command with one line on what it does, in the order of a course's life."""
    return {
        "new": _("Start a course folder with a commented course.toml."),
        "plan": _("Compose a course and write its documents."),
        "collect": _("Collect filled-in sheets into the course's logbook."),
        "log": _("Show what a course has agreed, tried and learnt so far."),
        "handout": _("Write one exercise: the facilitator's page and its worksheets."),
        "list": _("List exercises, themes, course types or formats."),
        "show": _("Show one exercise, theme or course type."),
        "preview": _("Show one exercise file as it is being written."),
        "check": _("Check documents for accessibility, and content for faults."),
        "house": _("Begin a Word file in your organisation's own look."),
        "serve": _("Serve the download page for TRIO and MED."),
        "site": _("Write the download page as files, for a web folder."),
        "schema": _("Write JSON Schemas, so that editors help while you write."),
        "plugins": _("Show which plugins are loaded, and which failed and why."),
    }


class Commands(click.Group):
    """A group that imports a command only when it is run.

    Commands of plugins come after ours; they are looked for only when a name
    is not ours, so that no plugin can slow or break ``spark --help``.
    """

    def list_commands(self, context: click.Context) -> list[str]:
        """Give our commands."""
        return list(summaries(messages("cli")))

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Import and build the command called *name*."""
        _ = messages("cli")
        if name in summaries(_):
            module = import_module(f"spark_tools.cli.{name}_command")
            command: click.Command = module.command(_)
            return command
        from spark_tools.cli.toolbox import open_plugins, warn_of

        plugins = open_plugins(context.params.get("plugins_dir"))
        if (found := plugins.commands(summaries(_)).get(name)) is None:
            warn_of(plugins.failures)
        return found

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with their summaries, importing none of them."""
        _ = messages("cli")
        with formatter.section(_("Commands")):
            formatter.write_dl(list(summaries(_).items()))

    def invoke(self, context: click.Context) -> object:
        """Run the command; what a person gave us wrong becomes messages and exit code 1."""
        from spark_tools.plugin.blocking import only_bundled

        alone = only_bundled() if context.params["no_plugins"] else contextlib.nullcontext()
        try:
            with alone:
                return super().invoke(context)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            from spark_tools.model import FaultError

            if not isinstance(error, FaultError):
                raise
            for fault in error.faults:
                click.echo(str(fault), err=True)
            context.exit(1)


def group() -> click.Group:
    """Build the ``spark`` group in the language of the person at the keyboard."""
    speak()
    _ = messages("cli")
    return Commands(
        name="spark",
        help=_("Exercises for the psychosocial work environment, composed into printable plans."),
        epilog=_("Example: spark new my-course, then spark plan my-course/course.toml"),
        params=[
            click.Option(
                ["--plugins-dir"],
                metavar="DIR",
                help=_("A folder with plugins of your own (or set SPARK_TOOLS_PLUGINS)."),
            ),
            click.Option(
                ["--no-plugins"],
                is_flag=True,
                is_eager=True,
                help=_("Use only what comes with spark (or set SPARK_TOOLS_BLOCK=*)."),
            ),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_version,
                help=_("Show the version and leave."),
            ),
        ],
        callback=lambda **_options: None,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    )


def _show_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(f"spark {__version__}")
        context.exit()


def speak() -> None:
    """Let click's own words come from our catalogue, in the same language as ours."""
    os.environ["LANGUAGE"] = message_language()
    gettext.bindtextdomain("cli", LOCALE_DIR)
    gettext.textdomain("cli")


def run() -> None:
    """Run ``spark`` on the command line's words.

    A command is over long before its litter fills anything: it is hardly looked for on the way,
    and not on the way out.
    """
    gc.set_threshold(100_000)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        group().main(prog_name="spark")
    finally:
        gc.freeze()

"""``spark house``: a Word file of one's own to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from spark_tools.cli.toolbox import open_plugins
from spark_tools.cli.values import as_typed
from spark_tools.i18n import Words, messages


def command(_: Words) -> click.Command:
    """Build the group."""
    new = click.Command(
        name="new",
        callback=new_house,
        help=_(
            "Write a look as a Word file, for you to make your own.\n\n"
            "FILE ends in .docx or .dotx. Open it in Word, change fonts, colours, margins, "
            "header and footer, and draw in it with --house."
        ),
        epilog=_("Example: spark house new our-house.docx"),
        params=[
            click.Argument(["file"], metavar="FILE"),
            click.Option(
                ["--look"],
                metavar="LOOK",
                help=_("house, large-print or another look there is. Default: house."),
            ),
            click.Option(["--force"], is_flag=True, help=_("Replace the file if it is there.")),
        ],
    )
    return click.Group(
        name="house",
        commands={"new": new},
        help=_("Begin a Word file in your organisation's own look."),
        epilog=_("Example: spark house new our-house.docx"),
    )


def new_house(file: str, look: str | None, force: bool) -> None:
    """Write the look's Word file as a document or a template."""
    from spark_tools.model import Fault, FaultError
    from spark_tools.publish import write_whole
    from spark_tools.render.docx.house.file import TEMPLATE, starting_point

    _ = messages("cli")
    path = Path(file)
    if path.suffix.lower() not in (".docx", TEMPLATE):
        raise FaultError([Fault(_("the name of a Word file ends in .docx or .dotx"), file)])
    if path.exists() and not force:
        raise FaultError([Fault(_("is there already; --force replaces it"), file)])
    plugins = open_plugins(click.get_current_context().find_root().params.get("plugins_dir"))
    chosen = plugins.look(name=look) if look else plugins.look()
    write_whole(path, starting_point(chosen, as_template=path.suffix.lower() == TEMPLATE))
    typed = as_typed(path)
    click.echo(
        _(
            "Wrote {path}. Make it your own in Word, then: spark check --house {typed}",
            path=path,
            typed=typed,
        )
    )

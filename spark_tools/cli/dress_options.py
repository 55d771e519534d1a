"""The options that say how documents look; `plan`, `new`, `handout` and `preview` share them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from spark_tools.cli.values import as_typed
from spark_tools.i18n import Words, messages

if TYPE_CHECKING:
    from pathlib import Path

    from spark_tools.model import Dress, Look, Renderer
    from spark_tools.plugin.manager import Plugins


def dress_options(_: Words) -> list[click.Option]:
    """Give ``--house``, ``--look`` and ``--posters``."""
    return [
        click.Option(
            ["--house"],
            metavar="FILE",
            help=_("Your organisation's own Word file, .docx or .dotx, to draw the documents in."),
        ),
        click.Option(
            ["--look"],
            metavar="LOOK",
            help=_("house, large-print or another look there is. Default: house."),
        ),
        click.Option(
            ["--posters"],
            is_flag=True,
            default=None,
            help=_("Draw the sheets that hang on the wall on A3 as well."),
        ),
    ]


def dressed(plugins: Plugins, dress: Dress) -> Look:
    """Give the look that *dress* asks for.

    Raises:
        FaultError: there is no such look, or the Word file cannot be used.
    """
    import attrs

    look = plugins.look(name=dress.look) if dress.look else plugins.look()
    if dress.house:
        _warn_of(dress.house)
    return attrs.evolve(look, house=dress.house)


def _warn_of(house: Path) -> None:
    """Say that there is something to mind in the Word file *house*, and how to see what."""
    from spark_tools.accessibility.house import house_warnings

    _ = messages("cli")
    if warnings := house_warnings(house):
        found = _.count("{n} thing to mind", "{n} things to mind", len(warnings))
        see = _("See: spark check --house {file}", file=as_typed(house))
        click.secho(f"{house.name}: {found}. {see}", fg="yellow", err=True)


def say_what_takes_time(look: Look, renderers: Iterable[Renderer]) -> None:
    """Say that LibreOffice is at work where it is: that takes longer than all the rest."""
    if look.own_house and any(each.format == "pdf" for each in renderers):
        _ = messages("cli")
        click.echo(_("LibreOffice makes the PDF files; it takes a moment."), err=True)

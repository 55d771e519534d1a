"""The options that say how documents look; `plan`, `new` and `handout` share them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from spark_tools.i18n import Words

if TYPE_CHECKING:
    from spark_tools.model import Dress, Look
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
        from spark_tools.render.docx.house.file import read_house_file

        read_house_file(dress.house)
    return attrs.evolve(look, house=dress.house)

"""The options that say how one exercise is drawn; `handout` and `preview` share them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from spark_tools.cli.dress_options import dressed
from spark_tools.i18n import LANGUAGES, messages

if TYPE_CHECKING:
    from spark_tools.model import Look
    from spark_tools.plugin.manager import Plugins


def formats_option(explanation: str) -> click.Option:
    """Give ``--format`` with its *explanation*."""
    return click.Option(["--format", "formats"], multiple=True, metavar="FORMATS", help=explanation)


def language_option(explanation: str, default: str | None) -> click.Option:
    """Give ``--lang`` with its *explanation*."""
    return click.Option(
        ["--lang", "language"], type=click.Choice(LANGUAGES), default=default, help=explanation
    )


def look_of(plugins: Plugins, house: str | None, look: str | None) -> Look:
    """Give the look that ``--house`` and ``--look`` ask for.

    Raises:
        FaultError: both are given, or as `dressed`.
    """
    from spark_tools.model import Dress, Fault, FaultError

    if house and look:
        _ = messages("cli")
        said = _("a Word file of your own is a look of its own: leave one of them out")
        raise FaultError([Fault(said, "--look")])
    return dressed(plugins, Dress(Path(house) if house else None, look or ""))

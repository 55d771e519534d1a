"""``spark site``: the download page as files, for a web folder or an intranet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from spark_tools.i18n import LANGUAGES, Words, messages

if TYPE_CHECKING:
    from spark_tools.publish import Published


def command(_: Words) -> click.Command:
    """Build the command."""
    return click.Command(
        name="site",
        callback=write,
        help=_(
            "Write the download page as files: the exercises with all their sheets.\n\n"
            "They work in a web folder, on an intranet, and opened from a disk; planning a "
            "course and reading filled-in sheets need spark serve."
        ),
        epilog=_("Example: spark site -o site --contact arbejdsmiljoe@kommune.example"),
        params=[
            click.Option(
                ["-o", "--output"],
                required=True,
                metavar="DIR",
                help=_("The folder to write in."),
            ),
            click.Option(
                ["--lang", "languages"],
                type=click.Choice(LANGUAGES),
                multiple=True,
                help=_("A language to write the pages in; repeat it for both. Default: da."),
            ),
            click.Option(
                ["--contact"],
                default="",
                metavar="TEXT",
                help=_("Where readers may turn: an address of mail, or of a page."),
            ),
            click.Option(
                ["--address"],
                default="",
                metavar="URL",
                help=_("The address the site will have; it then gets a sitemap."),
            ),
            click.Option(
                ["--force"], is_flag=True, help=_("Replace files even where you have changed them.")
            ),
        ],
    )


def write(output: str, languages: tuple[str, ...], contact: str, address: str, force: bool) -> None:
    """Draw every page and every file, and write them all or none."""
    import sys

    from spark_tools.cli.toolbox import plugins_folder, warn_of
    from spark_tools.model import Fault, FaultError
    from spark_tools.publish import write_site
    from spark_tools.web.site import Outline, site_files
    from spark_tools.web.toolbox import open_toolbox

    _ = messages("cli")
    if address and not address.startswith(("https://", "http://")):
        said = _("“{address}” is no address of a site: it begins with https://", address=address)
        raise FaultError([Fault(said, "--address")])
    folder = plugins_folder(click.get_current_context().find_root().params.get("plugins_dir"))
    toolbox = open_toolbox(folder)
    outline = Outline(tuple(dict.fromkeys(languages)) or LANGUAGES[:1], contact, address)
    contents: dict[str, bytes] = {}
    if sys.stderr.isatty():
        click.echo(_("Drawing every sheet; it takes a moment."), err=True)
    contents.update(site_files(toolbox, outline))
    published = write_site(Path(output), contents, force=force)
    warn_of(toolbox.plugins.failures)
    _tell(Path(output), contents, published)


def _tell(folder: Path, contents: dict[str, bytes], published: Published) -> None:
    from spark_tools.web.site import is_page

    _ = messages("cli")
    for name in (*published.kept, *published.left):
        kept = _(
            "Kept {path}: it is not as spark wrote it. --force replaces it.", path=folder / name
        )
        click.secho(kept, fg="yellow", err=True)
    pages = sum(map(is_page, contents))
    size = sum(map(len, contents.values())) / 1_000_000
    wrote = _(
        "Wrote {pages} pages and {files} other files ({size:.0f} MB) to {folder}.",
        pages=pages,
        files=len(contents) - pages,
        size=size,
        folder=folder,
    )
    click.echo(wrote)
    click.echo(_("Open {path} in a browser.", path=folder / "index.html"))

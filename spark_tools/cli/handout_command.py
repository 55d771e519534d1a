"""``spark handout``: one exercise on its own, ready to print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from spark_tools.cli.drawing_options import formats_option, language_option, look_of
from spark_tools.cli.dress_options import dress_options, say_what_takes_time
from spark_tools.cli.toolbox import open_toolbox, warn_of
from spark_tools.cli.values import split_words
from spark_tools.i18n import Words, messages

if TYPE_CHECKING:
    from spark_tools.document.framing import CourseDocument
    from spark_tools.publish import DrawnFile


def command(_: Words) -> click.Command:
    """Build the command."""
    return click.Command(
        name="handout",
        callback=write_handout,
        help=_("Write one exercise: the facilitator's page and its worksheets."),
        epilog=_("Example: spark handout prøvehandlinger --format docx -o handouts"),
        params=[
            click.Argument(["exercise"], metavar="EXERCISE"),
            formats_option(_("docx, pdf, html, md; with commas or repeated. Default: docx,pdf.")),
            click.Option(
                ["-o", "--output"], default=".", metavar="DIR", help=_("The folder to write in.")
            ),
            language_option(_("The documents' language; Danish when nothing else is said."), "da"),
            *dress_options(_),
            click.Option(
                ["--force"], is_flag=True, help=_("Replace files even where you have changed them.")
            ),
        ],
    )


def write_handout(
    exercise: str,
    formats: tuple[str, ...],
    output: str,
    language: str,
    house: str | None,
    look: str | None,
    posters: bool | None,
    force: bool,
) -> None:
    """Draw the exercise's documents and write them."""
    from spark_tools.document.tool import tool_documents
    from spark_tools.model import Paper
    from spark_tools.publish import draw_documents, formats_for, write_files

    _ = messages("cli")
    plugins, library = open_toolbox(click.get_current_context())
    chosen = library.in_language(library.find_exercise(exercise), language)
    chosen_look = look_of(plugins, house, look)
    drawers, notes = formats_for(
        split_words(formats), plugins.renderers(), chosen_look, plans=False
    )
    say_what_takes_time(chosen_look, drawers)
    known = len(plugins.failures)

    def attempt() -> tuple[tuple[CourseDocument, ...], tuple[DrawnFile, ...]]:
        further = plugins.handouts(chosen, None, None)
        documents = tool_documents(chosen, language, further, posters=bool(posters))
        return documents, tuple(draw_documents(documents, drawers, chosen_look, plugins.mend))

    documents, files = plugins.until_drawn(attempt)
    folder = Path(output)
    published = write_files(folder, files, force=force)
    for note in notes:
        click.echo(note, err=True)
    for name in published.kept:
        kept = _("Kept {path}: it is there already. --force replaces it.", path=folder / name)
        click.secho(kept, fg="yellow", err=True)
    if posters and not any(entry.document.paper is Paper.A3 for entry in documents):
        click.echo(_("None of the sheets hangs on the wall: there is no poster."), err=True)
    for name in published.written:
        click.echo(_("Wrote {path}", path=folder / name))
    warn_of(plugins.failures[known:])

"""``spark schema``: what every kind of file may hold, for editors and as a reference."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from spark_tools.cli.table import echo_table
from spark_tools.i18n import Words, messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spark_tools.content.schema.kind import Kind


def command(_: Words) -> click.Command:
    """Build the command."""
    return click.Command(
        name="schema",
        callback=write_schemas,
        help=_(
            "Write JSON Schemas, so that editors help while you write.\n\n"
            "Without KIND and options it lists the kinds of files. A file names its schema in its"
            " first line: #:schema exercise.schema.json, with the way there from its folder."
        ),
        epilog=_("Example: spark schema -o my-plugins"),
        params=[
            click.Argument(["name"], required=False, metavar="[KIND]"),
            click.Option(
                ["-o", "--output"],
                metavar="DIR",
                help=_("The folder to write in; schemas that are there are replaced."),
            ),
            click.Option(
                ["--markdown"], is_flag=True, help=_("Write a reference of every key instead.")
            ),
        ],
    )


def write_schemas(name: str | None, output: str | None, markdown: bool) -> None:
    """List the kinds of files, or write what one of them or all may hold."""
    from spark_tools.content.schema import schema_files
    from spark_tools.content.schema.markdown import reference, section

    _ = messages("cli")
    if output and markdown:
        raise click.UsageError(_("--markdown is written here, not in a folder"))
    kinds = _chosen(name)
    if markdown:
        click.echo(section(*kinds) if name else reference(kinds), nl=False)
    elif output:
        _write(Path(output), {path: text.encode() for path, text in schema_files(kinds).items()})
    elif name:
        schema = f"{name}.schema.json"
        click.echo(schema_files(kinds)[schema], nl=False)
    else:
        _list(kinds)


def _chosen(name: str | None) -> Sequence[Kind]:
    """Give the kinds of file that have a schema called *name*, or all of them."""
    from spark_tools.content.schema.kinds import KINDS
    from spark_tools.forms.logbook.schema import LOGBOOK

    kinds = (*KINDS, LOGBOOK)
    if name is None:
        return kinds
    if found := [kind for kind in kinds if name in kind.names]:
        return found
    known = ", ".join(each for kind in kinds for each in kind.names)
    raise click.UsageError(messages("cli")("“{name}” is none of: {known}", name=name, known=known))


def _write(folder: Path, contents: dict[str, bytes]) -> None:
    from spark_tools.publish.work import at_work, commit

    with at_work(folder):
        commit(folder, contents)
    said = messages("cli").count(
        "Wrote {n} schema to {folder}.",
        "Wrote {n} schemas to {folder}.",
        len(contents),
        folder=folder,
    )
    click.echo(said)


def _list(kinds: Sequence[Kind]) -> None:
    _ = messages("cli")
    rows = [
        {"kind": name, "lies": lies, "schema": f"{name}.schema.json"}
        for kind in kinds
        for name, lies in kind.names.items()
    ]
    echo_table(rows, {"kind": _("kind"), "lies": _("file"), "schema": _("schema")})

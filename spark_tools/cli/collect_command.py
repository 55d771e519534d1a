"""``spark collect``: filled-in sheets into the logbooks of their courses."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from spark_tools.cli.toolbox import spark_again
from spark_tools.cli.values import as_typed
from spark_tools.i18n import Words, messages

if TYPE_CHECKING:
    from spark_tools.cli.collecting import Course, Received
    from spark_tools.forms.logbook.conflicts import Choice, Conflict, Decide
    from spark_tools.model import Fault, Logbook

PREFERENCES = ("newest", "first", "ask")


def command(_: Words) -> click.Command:
    """Build the command."""
    return click.Command(
        name="collect",
        callback=collect,
        help=_(
            "Collect filled-in sheets into the course's logbook.toml.\n\n"
            "FILE is a sheet that has come back, DIR a folder with such files, in folders of "
            "their own too. What is written on them becomes the start of the next meeting: "
            "spark plan."
        ),
        epilog=_("Example: spark collect inbox --course lindehaven"),
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar="FILE|DIR..."),
            click.Option(
                ["--course"],
                metavar="DIR",
                help=_("The course's folder, or a folder with several courses in it."),
            ),
            click.Option(
                ["--prefer"],
                type=click.Choice(PREFERENCES),
                help=_("Which answer stands where two versions of a sheet differ."),
            ),
            click.Option(
                ["--dry-run"], is_flag=True, help=_("Show what is on the sheets, write nothing.")
            ),
            click.Option(
                ["--verbose"], is_flag=True, help=_("Show every answer, however many files.")
            ),
        ],
    )


def collect(
    files: tuple[str, ...], course: str | None, prefer: str | None, dry_run: bool, verbose: bool
) -> None:
    """Read every file, take in what can be, tell of it, and write it all at the end."""
    from spark_tools.cli.collect_report import FEW, tell_counts, tell_each
    from spark_tools.cli.collecting import open_courses, take_in
    from spark_tools.cli.inbox import course_folders, sheet_files

    paths = sheet_files(files)
    courses = open_courses(course_folders(course, paths))
    received, faults = _receive(paths, courses)
    collected, logbooks = take_in(received, _decide(prefer))
    if collected:
        few = verbose or len(paths) <= FEW
        tell_each(collected) if few else tell_counts(collected)
    if not dry_run:
        faults += _write(logbooks)
    elif collected:
        click.echo(messages("cli")("Nothing was written."))
    for fault in faults:
        click.echo(str(fault), err=True)
    if faults or any(sheet.conflicts for each in collected for sheet in each.sheets):
        click.get_current_context().exit(1)


def _receive(
    paths: Sequence[Path], courses: dict[str, Course]
) -> tuple[list[Received], list[Fault]]:
    from spark_tools.cli.collecting import receive
    from spark_tools.cli.inbox import names
    from spark_tools.model import FaultError

    called = names(paths)
    received: list[Received] = []
    faults: list[Fault] = []
    with click.progressbar(
        paths,
        label=messages("cli")("Reading sheets"),
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as progress:
        for path in progress:
            try:
                received.append(receive(path, called[path], courses))
            except FaultError as error:
                faults += error.faults
    return received, faults


def _decide(prefer: str | None) -> Decide:
    from spark_tools.forms.logbook.conflicts import first, newest, undecided

    if prefer is None:
        prefer = "ask" if sys.stdin.isatty() else "nobody"
    return {"newest": newest, "first": first, "ask": _ask}.get(prefer, undecided)


def _ask(conflict: Conflict) -> Choice:
    """Show both answers, and let the person at the keyboard choose or leave it for later."""
    from spark_tools.cli.collect_report import version_line
    from spark_tools.forms.logbook.conflicts import Choice

    _ = messages("cli")
    click.echo(
        _(
            "Two versions of “{sheet}” differ in “{field}”:",
            sheet=conflict.sheet,
            field=conflict.field,
        )
    )
    click.echo(f"  1  {version_line(conflict.known)}")
    click.echo(f"  2  {version_line(conflict.other)}")
    answer = click.prompt(
        _("Which one stands? 1, 2, or 0 to decide later"), type=click.IntRange(0, 2)
    )
    click.echo()
    return (Choice.UNDECIDED, Choice.KEEP, Choice.TAKE)[answer]


def _write(logbooks: dict[Course, Logbook]) -> list[Fault]:
    """Write the logbooks that hold something new, and say what comes next."""
    from spark_tools.cli.collecting import write_logbook
    from spark_tools.model import FaultError

    _ = messages("cli")
    faults: list[Fault] = []
    for course, logbook in logbooks.items():
        try:
            if write_logbook(course, logbook):
                next_ = f"{spark_again()} plan {as_typed(course.folder)}"
                click.echo(_("Wrote {path}. Next: {command}", path=course.path, command=next_))
            else:
                click.echo(_("Nothing new for {path}", path=course.path))
        except FaultError as error:
            faults += error.faults
    return faults

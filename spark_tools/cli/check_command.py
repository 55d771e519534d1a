"""``spark check``: every fault in content and course files, every flaw in documents, at once."""

from __future__ import annotations

import click

from spark_tools.i18n import Words, messages


def command(_: Words) -> click.Command:
    """Build the command."""
    return click.Command(
        name="check",
        callback=check_paths,
        help=_(
            "Check documents for accessibility, and content and course files for faults.\n\n"
            "PATH is a Word file or a PDF, anybody's; a folder with such files, as a course"
            " folder; a course.toml; or a folder with exercises/, themes/ or course_types/. The"
            " PDF of the same name beside a Word file is checked with it."
        ),
        epilog=_("Example: spark check lindehaven report.docx my-plugins/fishbone"),
        params=[
            click.Argument(["paths"], nargs=-1, required=True, metavar="PATH..."),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Write JSON.")),
        ],
    )


def check_paths(paths: tuple[str, ...], as_json: bool) -> None:
    """Check each path completely; whatever is wrong is told, and makes the exit code 1."""
    from spark_tools.cli.check_report import report_as_json, tell
    from spark_tools.cli.checking import check_all
    from spark_tools.cli.table import echo_json
    from spark_tools.model import FaultError

    report = check_all(paths, click.get_current_context())
    if as_json:
        echo_json(report_as_json(report))
        click.get_current_context().exit(0 if report.passed else 1)
    tell(report)
    if report.faults:
        raise FaultError(report.faults)
    if not report.passed:
        click.get_current_context().exit(1)
    _ = messages("cli")
    click.echo(_.count("{n} path without faults", "{n} paths without faults", report.checked))

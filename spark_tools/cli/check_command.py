"""``spark check``: every fault in content and course files, every flaw in documents, at once."""

from __future__ import annotations

from pathlib import Path

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
            " folder; a course.toml; or a folder with exercises/, themes/ or course_types/ in it"
            " or further down, as a plugin project. The PDF of the same name beside a Word file"
            " is checked with it."
        ),
        epilog=_("Example: spark check lindehaven report.docx my-plugins/fishbone"),
        params=[
            click.Argument(["paths"], nargs=-1, metavar="PATH..."),
            click.Option(
                ["--house"],
                metavar="FILE",
                help=_("Your own Word file: what its styles are used for, and what it lacks."),
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Write JSON.")),
        ],
    )


def check_paths(paths: tuple[str, ...], house: str | None, as_json: bool) -> None:
    """Check each path completely; whatever is wrong is told, and makes the exit code 1."""
    if bool(house) == bool(paths):
        _ = messages("cli")
        raise click.UsageError(_("name either paths to check, or a Word file with --house"))
    if house is not None:
        _check_house(house, as_json)
        return
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
    click.echo(_.count("{n} file without faults", "{n} files without faults", report.checked))


def _check_house(name: str, as_json: bool) -> None:
    """Look through the house file *name*, and draw a tool in it to see how that comes out."""
    from spark_tools.accessibility.house import check_house
    from spark_tools.cli.house_report import house_as_json, tell_house
    from spark_tools.cli.table import echo_json
    from spark_tools.cli.toolbox import open_toolbox
    from spark_tools.document.tool import tool_documents

    context = click.get_current_context()
    plugins, library = open_toolbox(context)
    sample = next((each for each in library.exercises if each.handouts), None)
    documents = tool_documents(sample, sample.language) if sample else ()
    report = check_house(Path(name), [each.document for each in documents], plugins.look())
    if as_json:
        echo_json(house_as_json(name, report))
    else:
        tell_house(name, report)
    context.exit(1 if report.flaws else 0)

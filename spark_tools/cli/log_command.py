"""``spark log``: the course so far, from its logbook."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from spark_tools.cli.table import echo_json
from spark_tools.cli.values import DateType
from spark_tools.i18n import Words


def command(_: Words) -> click.Command:
    """Build the command."""
    return click.Command(
        name="log",
        callback=show_log,
        help=_(
            "Show what a course has agreed, tried and learnt so far.\n\n"
            "DIR is the course's folder; without it, the folder you are in."
        ),
        epilog=_("Example: spark log lindehaven --overdue"),
        params=[
            click.Argument(["folder"], default=".", metavar="[DIR]"),
            click.Option(
                ["--overdue"],
                is_flag=True,
                help=_("Only actions that should have been looked at again by now."),
            ),
            click.Option(
                ["--on", "day"],
                type=DateType(),
                metavar="DATE",
                help=_("The day to reckon from; today when nothing else is said."),
            ),
            click.Option(
                ["--all", "everything"],
                is_flag=True,
                help=_("Show actions that are done or dropped as well."),
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Write JSON.")),
        ],
    )


def show_log(
    folder: str, overdue: bool, day: datetime.date | None, everything: bool, as_json: bool
) -> None:
    """Read the logbook and the plan, and write what they tell."""
    from spark_tools.cli.course_log import read_course_log
    from spark_tools.cli.log_report import log_as_json, tell_course, tell_overdue

    course = read_course_log(Path(folder), day or datetime.datetime.now().astimezone().date())
    if as_json:
        echo_json(log_as_json(course, overdue=overdue))
    elif overdue:
        tell_overdue(course)
    else:
        tell_course(course, everything=everything)

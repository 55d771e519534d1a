"""The options that say what a course is to be; `plan` and `new` share them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from spark_tools.cli.dress_options import dress_options
from spark_tools.cli.values import ClockType, DateType
from spark_tools.i18n import Words

if TYPE_CHECKING:
    from spark_tools.content.brief import BriefOptions


def brief_options(_: Words) -> list[click.Option]:
    """Give the options in the order of a brief."""
    return [
        click.Option(
            ["--course-type"], metavar="TYPE", help=_("The course type (spark list course-types).")
        ),
        click.Option(
            ["--theme", "themes"],
            multiple=True,
            metavar="THEME",
            help=_("A theme; may be repeated."),
        ),
        click.Option(
            ["--workplace"], metavar="NAME", help=_("The workplace's name, as it is to be printed.")
        ),
        click.Option(
            ["--participants"], type=int, metavar="N", help=_("How many people take part in all.")
        ),
        click.Option(
            ["--committees"], type=int, metavar="N", help=_("How many committees they come from.")
        ),
        click.Option(
            ["--date", "dates"],
            type=DateType(),
            multiple=True,
            metavar="DATE",
            help=_("A meeting's date, 2027-02-03; one for each meeting, in order."),
        ),
        click.Option(
            ["--start"],
            type=ClockType(),
            metavar="TIME",
            help=_("When meetings start; 9:00 when nothing else is said."),
        ),
        click.Option(
            ["--minutes"],
            type=int,
            metavar="N",
            help=_("The length of every meeting in minutes, breaks included."),
        ),
        click.Option(
            ["--include"],
            multiple=True,
            metavar="EXERCISE",
            help=_("An exercise that must come; may be repeated."),
        ),
        click.Option(
            ["--exclude"],
            multiple=True,
            metavar="EXERCISE",
            help=_("An exercise that must not come; may be repeated."),
        ),
        click.Option(
            ["--lang", "language"],
            type=click.Choice(["da", "en"]),
            help=_("The documents' language; Danish when nothing else is said."),
        ),
        *dress_options(_),
    ]


def as_brief_options(typed: dict[str, Any]) -> BriefOptions:
    """Give what was *typed* as options for the brief, and take them out of *typed*."""
    from spark_tools.content.brief import BriefOptions

    names = (
        "course_type",
        "themes",
        "workplace",
        "participants",
        "committees",
        "dates",
        "start",
        "minutes",
        "include",
        "exclude",
        "language",
        "house",
        "look",
        "posters",
    )
    return BriefOptions(**{name: typed.pop(name) for name in names})

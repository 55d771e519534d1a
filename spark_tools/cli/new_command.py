"""``spark new``: a course folder with a brief that explains itself."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from spark_tools.cli.brief_options import as_brief_options, brief_options
from spark_tools.cli.course_folder import BRIEF
from spark_tools.cli.dress_options import dressed
from spark_tools.cli.toolbox import open_toolbox, spark_again
from spark_tools.cli.values import DateType, as_typed, split_words
from spark_tools.i18n import Words, messages

if TYPE_CHECKING:
    import datetime

    from spark_tools.content.library import Library

COUNT = click.IntRange(min=1)


def command(_: Words) -> click.Command:
    """Build the command."""
    return click.Command(
        name="new",
        callback=new_course,
        help=_(
            "Start a course folder with a commented course.toml.\n\n"
            "On a terminal it asks for what the options leave open; elsewhere the options "
            "must say it all."
        ),
        epilog=_("Example: spark new lindehaven"),
        params=[click.Argument(["folder"], metavar="DIR"), *brief_options(_)],
    )


def new_course(folder: str, **typed: Any) -> None:
    """Ask for what is missing, check it as a brief, and write ``course.toml``."""
    from spark_tools.content.brief import read_brief
    from spark_tools.content.brief_text import brief_as_toml
    from spark_tools.model import Fault, FaultError
    from spark_tools.publish import write_whole

    _ = messages("cli")
    path = Path(folder) / BRIEF
    if path.exists():
        raise FaultError([Fault(_("is there already; choose another folder"), str(path))])
    plugins, library = open_toolbox(click.get_current_context())
    if sys.stdin.isatty():
        _ask(typed, library)
    brief = read_brief(None, as_brief_options(typed), library, partial(dressed, plugins))
    write_whole(path, brief_as_toml(brief, library).encode())
    try:
        plugins.compose(brief, library)
    except FaultError as error:
        click.echo(_("Wrote {path}. It cannot be planned as it stands:", path=path))
        for fault in error.faults:
            click.secho(f"  {fault}", fg="yellow", err=True)
        return
    next_ = f"{spark_again()} plan {as_typed(Path(folder))}"
    click.echo(_("Wrote {path}. Next: {command}", path=path, command=next_))


def _ask(typed: dict[str, Any], library: Library) -> None:
    """Ask for each thing that the options leave open, and say what can be answered."""
    _ = messages("cli")
    if not typed["workplace"]:
        typed["workplace"] = click.prompt(_("The workplace's name"))
    if not typed["course_type"]:
        _offer(_("Course types"), ((each.id, each.title) for each in library.course_types))
        find = _answer(library.find_course_type)
        typed["course_type"] = click.prompt(_("Course type"), value_proc=find)
    if not typed["themes"]:
        _offer(_("Themes"), ((each.id, each.title) for each in library.themes))
        find = _answer(library.find_theme)
        question = _("One or more themes, with commas")
        typed["themes"] = click.prompt(question, value_proc=lambda answer: _each(answer, find))
    if typed["participants"] is None:
        typed["participants"] = click.prompt(_("How many people take part"), type=COUNT)
    course_type = library.find_course_type(typed["course_type"])
    if typed["committees"] is None and course_type.committees.max > 1:
        typed["committees"] = click.prompt(_("How many committees they come from"), type=COUNT)
    if not typed["dates"]:
        typed["dates"] = _ask_dates()


def _offer(title: str, choices: Any) -> None:
    click.echo(f"{title}:")
    for name, words in choices:
        click.echo(f"  {name:<24} {words}")


def _answer(find: Callable[[str], Any]) -> Callable[[str], str]:
    """Give what turns an answer into an id, or asks again with what would be right."""

    def convert(answer: str) -> str:
        from spark_tools.model import FaultError

        try:
            return str(find(answer).id)
        except FaultError as error:
            raise click.UsageError("\n".join(fault.message for fault in error.faults)) from error

    return convert


def _each(answer: str, find: Callable[[str], str]) -> tuple[str, ...]:
    words = split_words((answer,)) or ("",)
    return tuple(dict.fromkeys(map(find, words)))


def _ask_dates() -> tuple[datetime.date, ...]:
    _ = messages("cli")
    dates: list[datetime.date] = []
    question = _("Date of meeting {number}, such as 2027-02-03 (empty when there are no more)")

    def later_date_or_nothing(answer: str) -> datetime.date | None:
        if not answer.strip():
            return None
        date = DateType().convert(answer, None, None)
        if dates and date <= dates[-1]:
            raise click.UsageError(_("the meetings come in order; this date is too early"))
        return date

    while True:
        prompt = question.format(number=len(dates) + 1)
        answer = click.prompt(
            prompt, default="", show_default=False, value_proc=later_date_or_nothing
        )
        if answer is None:
            return tuple(dates)
        dates.append(answer)

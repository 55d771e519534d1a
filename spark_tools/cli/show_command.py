"""``spark show``: one exercise, theme or course type on the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from spark_tools.cli.toolbox import open_toolbox
from spark_tools.i18n import Words, messages

if TYPE_CHECKING:
    from spark_tools.content.library import Library
    from spark_tools.model import CourseType, Exercise, Prose, Text, Theme

WIDTH = 88


def command(_: Words) -> click.Command:
    """Build the command."""
    return click.Command(
        name="show",
        callback=show,
        help=_("Show one exercise, theme or course type."),
        epilog=_("Example: spark show prøvehandlinger"),
        params=[click.Argument(["name"], metavar="NAME")],
    )


def show(name: str) -> None:
    """Find what is meant and write it."""
    _plugins, library = open_toolbox(click.get_current_context())
    click.echo("\n".join(_lines(find_anything(library, name))))


def find_anything(library: Library, name: str) -> Exercise | Theme | CourseType:
    """Give the exercise, theme or course type that *name* means, whichever finds it.

    Raises:
        FaultError: nothing is called that; the message is that of exercises.
    """
    from spark_tools.model import FaultError

    for find in (library.find_theme, library.find_course_type):
        try:
            return find(name)
        except FaultError:
            continue
    return library.find_exercise(name)


def _lines(thing: Exercise | Theme | CourseType) -> Iterable[str]:
    from spark_tools.content.prose import inline
    from spark_tools.model import CourseType, Exercise

    yield thing.title
    yield "=" * len(thing.title)
    if isinstance(thing, Exercise):
        yield from _exercise_lines(thing)
    elif isinstance(thing, CourseType):
        yield from _course_type_lines(thing)
    else:
        yield from _theme_lines(thing)
    yield ""
    told = _plain(inline(thing.source.text))
    yield from _wrapped(" ".join((told, thing.source.url)).strip())


def _exercise_lines(exercise: Exercise) -> Iterable[str]:
    from spark_tools.compose.minutes import full_group, usual_minutes

    _ = messages("cli")
    people = exercise.participants
    minutes = usual_minutes(exercise, full_group(exercise))
    yield from _wrapped(exercise.purpose)
    yield ""
    yield f"id: {exercise.id} · {', '.join(exercise.functions)}"
    facts = _(
        "{typical} min ({least}–{most}), {fewest} to {many} people",
        typical=minutes.typical,
        least=minutes.min,
        most=minutes.max,
        fewest=people.min,
        many=people.max,
    )
    yield facts
    yield ""
    for number, step in enumerate(exercise.steps, 1):
        yield f"{number}. {step.title} ({step.minutes.typical} min)"
        yield from _prose(step.text, indent="   ")
    for handout in exercise.handouts:
        yield ""
        yield _("Worksheet: {title}", title=handout.title)


def _theme_lines(theme: Theme) -> Iterable[str]:
    yield from _wrapped(theme.summary)
    yield ""
    for subtopic in theme.subtopics:
        yield f"- {subtopic.title}"
    for caution in theme.cautions:
        yield ""
        yield from _wrapped(f"! {caution}")
    if theme.turn_to:
        yield ""
        yield from _prose(theme.turn_to, indent="")


def _course_type_lines(course_type: CourseType) -> Iterable[str]:
    _ = messages("cli")
    yield from _wrapped(course_type.summary)
    for meeting in course_type.meetings:
        repeat = meeting.repeat
        times = "" if repeat.min == repeat.max == 1 else f" × {repeat.min}–{repeat.max}"
        yield ""
        yield f"{meeting.title}{times} ({meeting.minutes} min)"
        yield from _wrapped(meeting.purpose, indent="   ")
        yield "   " + " · ".join(slot.title for slot in meeting.slots)


def _prose(prose: Prose, indent: str) -> Iterable[str]:
    """Give prose as wrapped lines; a variable is shown by its name in brackets."""
    from spark_tools.content.prose import blocks
    from spark_tools.model import ListBlock

    for block in blocks(prose):
        if isinstance(block, ListBlock):
            for item in block.items:
                yield from _wrapped(f"- {_plain(item)}", indent, indent + "  ")
        else:
            yield from _wrapped(_plain(block.text), indent)


def _plain(spans: Text) -> str:
    return "".join(f"[{span.variable}]" if span.variable else span.text for span in spans)


def _wrapped(words: str, indent: str = "", following: str | None = None) -> Iterable[str]:
    yield from textwrap.wrap(
        words,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if following is None else following,
        break_on_hyphens=False,
    )

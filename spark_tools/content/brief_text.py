"""A brief as the text of a ``course.toml``: every key, with a word on what it does."""

from __future__ import annotations

import json
from collections.abc import Iterable

from spark_tools.content.library import Library
from spark_tools.content.wording import say
from spark_tools.model import Brief, Dress, MeetingWish


def brief_as_toml(brief: Brief, library: Library) -> str:
    """Give *brief* as commented TOML that reads back equal, its comments in the reader's words."""
    course_types = ", ".join(each.id for each in library.course_types)
    themes = ", ".join(each.id for each in library.themes)
    lines = [
        _comment(say("The brief of a course. Make the documents with: spark plan")),
        "",
        "format = 1",
        f"workplace = {_quoted(brief.workplace)}",
        "",
        _comment(say("One of: {choices}", choices=course_types)),
        f"course_type = {_quoted(brief.course_type)}",
        "",
        _comment(say("One or more of: {choices}", choices=themes)),
        f"themes = {_list(brief.themes)}",
        "",
        _comment(say("Everybody in the room, and how many committees they come from.")),
        f"participants = {brief.participants}",
        f"committees = {brief.committees}",
        "",
        _comment(
            say("What the workplace has asked for, in its own words, and who leads the course.")
        ),
        _optional("wish", brief.wish),
        _optional("consultant", brief.consultant),
        "",
        _comment(say("When meetings start unless they say so themselves.")),
        f"start = {brief.start.isoformat('seconds')}",
        "",
        _comment(say("Exercises that must come, and that must not (see: spark list exercises).")),
        f"include = {_list(brief.include)}",
        f"exclude = {_list(brief.exclude)}",
        "",
        *_minutes_lines(brief),
        _comment(say("The language of the documents: da or en.")),
        f"language = {_quoted(brief.language)}",
        "",
        *_dress_lines(brief),
        *_meeting_lines(brief),
    ]
    return "\n".join(lines) + "\n"


def _minutes_lines(brief: Brief) -> Iterable[str]:
    if brief.minutes is not None:
        yield _comment(say("The length of every meeting in minutes, breaks included."))
        yield f"minutes = {brief.minutes}"
        yield ""


def _dress_lines(brief: Brief) -> Iterable[str]:
    dress = brief.dress
    yield _comment(
        say("Your own Word file to draw in, or another look (large-print), and posters.")
    )
    if dress == Dress():
        yield _comment("[house]")
        yield _comment('file = "…"')
    else:
        yield "[house]"
        if dress.house:
            yield f"file = {_quoted(str(dress.house))}"
        if dress.look:
            yield f"look = {_quoted(dress.look)}"
        if dress.posters:
            yield "posters = true"
    yield ""


def _meeting_lines(brief: Brief) -> Iterable[str]:
    yield _comment(say("One [[meetings]] for each meeting, in order. Each may also have its own"))
    yield _comment('start = 13:00:00, minutes = 120, place = "…", include = ["…"].')
    if not brief.meetings:
        yield _comment(say("Without any, the course has its usual number of meetings."))
        yield _comment("[[meetings]]")
        yield _comment("date = 2027-02-03")
    for wish in brief.meetings:
        yield "[[meetings]]"
        yield from _wish_lines(wish)
        yield ""


def _wish_lines(wish: MeetingWish) -> Iterable[str]:
    if wish.date:
        yield f"date = {wish.date.isoformat()}"
    if wish.start:
        yield f"start = {wish.start.isoformat('seconds')}"
    if wish.minutes is not None:
        yield f"minutes = {wish.minutes}"
    if wish.place:
        yield f"place = {_quoted(wish.place)}"
    if wish.include:
        yield f"include = {_list(wish.include)}"


def _comment(words: str) -> str:
    return f"# {words}"


def _optional(key: str, value: str) -> str:
    """Give the line, or a comment that shows how it would look."""
    return f"{key} = {_quoted(value)}" if value else _comment(f'{key} = "…"')


def _quoted(value: str) -> str:
    # A JSON string is a TOML basic string but for DEL, which TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(values: Iterable[str]) -> str:
    return "[" + ", ".join(map(_quoted, values)) + "]"

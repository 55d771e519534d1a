"""The course types: an overview, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from spark_tools.content.library import Library
from spark_tools.i18n import Words, words
from spark_tools.model import CourseType, GroupSize, Repeat
from spark_tools.web.page import Page

PART = "course-types"


def course_type_pages(library: Library, language: str) -> Iterator[Page]:
    """Give the overview of the course types, then a page for each."""
    _ = words("web", language)
    kinds = tuple(library.in_language(each, language) for each in library.course_types)
    yield Page(
        path=PART,
        language=language,
        title=_("Courses"),
        template="course-types",
        shows={"kinds": kinds, "meetings": {each.id: meetings(each, _) for each in kinds}},
        description=_("The kinds of course there are, meeting by meeting."),
        part=PART,
    )
    for each in kinds:
        yield _page(each, library, language)


def _page(kind: CourseType, library: Library, language: str) -> Page:
    _ = words("web", language)
    return Page(
        path=f"{PART}/{kind.id}",
        language=language,
        title=kind.title,
        template="course-type",
        shows={
            "kind": kind,
            "people": _range(kind.participants),
            "committees": _range(kind.committees),
            "meetings": meetings(kind, _),
            "exercises": {
                each.id: library.in_language(each, language) for each in library.exercises
            },
            "lengths": {each.id: _length(each.minutes, _) for each in kind.meetings},
            "times": {each.id: _times(each.repeat, _) for each in kind.meetings},
        },
        description=kind.summary,
        part=PART,
    )


def meetings(kind: CourseType, _: Words) -> str:
    """Give how many meetings a course has, for reading: ``3–5 meetings``."""
    least = sum(each.repeat.min for each in kind.meetings)
    most = sum(each.repeat.max for each in kind.meetings)
    if least == most:
        return _.count("{n} meeting", "{n} meetings", most)
    return _("{least}–{most} meetings", least=least, most=most)


def _length(minutes: int, _: Words) -> str:
    """Give *minutes* for reading, in hours where they are many: ``3 hours 15 min``."""
    hours, rest = divmod(minutes, 60)
    if minutes < 100:
        return _("{minutes} min", minutes=minutes)
    whole = _.count("{n} hour", "{n} hours", hours)
    return _("{hours} {minutes} min", hours=whole, minutes=rest) if rest else whole


def _times(repeat: Repeat, _: Words) -> str:
    if repeat.min == repeat.max == 1:
        return ""
    return _("{least} to {most} times", least=repeat.min, most=repeat.max)


def _range(size: GroupSize) -> str:
    return str(size.min) if size.min == size.max else f"{size.min}–{size.max}"

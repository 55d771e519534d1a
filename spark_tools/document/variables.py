"""What the variables of the closed list stand for, in a plan and without one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spark_tools.document.clock import meeting_day
from spark_tools.i18n import Words
from spark_tools.model import Exercise, Meeting, SessionPlan

Values = Mapping[str, str | int]


def values(
    plan: SessionPlan, meeting: Meeting, group_sizes: tuple[int, ...], words: Words
) -> Values:
    """Give the variables' values for one exercise of one meeting."""
    brief = plan.brief
    return {
        "workplace.name": brief.workplace,
        "course.title": plan.course_type.title,
        "course.themes": joined([theme.title for theme in plan.themes], words),
        "course.wish": brief.wish,
        "meeting.number": str(meeting.number),
        "meeting.title": meeting.title,
        "meeting.date": meeting_day(meeting, words),
        "participants.count": brief.participants,
        "participants.groups": len(group_sizes) or 1,
        "participants.largest_group": group_sizes[0] if group_sizes else brief.participants,
    }


def values_without_plan(exercise: Exercise, words: Words) -> Values:
    """Give values that read well where no course is planned: one group of a usual size."""
    people = exercise.participants
    size = min(people.group.max if people.group else people.max, USUAL_GROUP)
    size = max(size, people.group.min if people.group else people.min)
    return {
        "workplace.name": words("your workplace"),
        "course.title": words("your course"),
        "course.themes": words("your theme"),
        "course.wish": words("your wish"),
        "meeting.number": "",
        "meeting.title": words("the meeting"),
        "meeting.date": words("date to be agreed"),
        "participants.count": size,
        "participants.groups": 1,
        "participants.largest_group": size,
    }


USUAL_GROUP = 6
"""How many people sit together when nobody has said."""


def joined(titles: Sequence[str], words: Words) -> str:
    """Join *titles* for reading: ``a``, ``a og b``, ``a, b og c``."""
    if len(titles) < 2:
        return "".join(titles)
    return words("{first} and {last}", first=", ".join(titles[:-1]), last=titles[-1])

"""The closed list of variables that prose and pictures may name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

VARIABLES: Mapping[str, str] = MappingProxyType(
    {
        "workplace.name": "the workplace's name",
        "course.title": "the course type's title",
        "course.themes": "the themes' titles, joined for reading",
        "course.wish": "what the workplace has asked for, from the brief",
        "meeting.number": "the meeting's number",
        "meeting.title": "the meeting's title",
        "meeting.date": "the meeting's date in words",
        "participants.count": "how many people take part",
        "participants.groups": "how many groups the exercise works in",
        "participants.largest_group": "how many people the largest group has",
    }
)
"""Names with what they stand for. The participants' figures are numbers, so that
a picture may count with them; all others are text."""

"""What the fields of the form are called, and how much fits in them."""

from __future__ import annotations

from collections.abc import Mapping

from spark_tools.i18n import Words
from spark_tools.model import Fault

LONGEST: Mapping[str, int] = {"wish": 1000, "workplace": 120, "consultant": 120, "place": 120}
"""The most characters of a text; what is not here is short."""

SHORT = 80


def field_names(_: Words) -> Mapping[str, str]:
    """Give what each field is called, by its name in a brief."""
    return {
        "course_type": _("Course"),
        "themes": _("Themes"),
        "workplace": _("Workplace"),
        "participants": _("Number of participants"),
        "committees": _("Number of committees"),
        "count": _("Number of meetings"),
        "date": _("Date"),
        "start": _("Starts at"),
        "minutes": _("Length in minutes"),
        "place": _("Place"),
        "wish": _("What you want to change"),
        "consultant": _("Who leads the course"),
        "include": _("Exercises that must come"),
        "exclude": _("Exercises that must not come"),
        "language": _("Language of the documents"),
        "look": _("Look"),
        "posters": _("Posters"),
    }


def in_full(fault: Fault, _: Words) -> str:
    """Say what is wrong, with the meeting and the field it is about where it does not say so."""
    first, *rest = fault.file.split(".")
    names = field_names(_)
    parts = []
    if first == "meetings" and len(rest) > 1:
        parts.append(_("Meeting {number}", number=int(rest[0]) + 1))
        first = rest[1]
    if first in names and names[first] not in fault.message:
        parts.append(names[first])
    said = ": ".join((*parts, fault.message))
    return said[:1].upper() + said[1:]

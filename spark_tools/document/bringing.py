"""What participants bring to a meeting."""

from __future__ import annotations

from collections.abc import Iterable

from spark_tools.i18n import Words
from spark_tools.model import Meeting, Placement


def things_to_bring(done: Iterable[Placement], meeting: Meeting, words: Words) -> tuple[str, ...]:
    """Give the sheets of what was *done* before *meeting*, and those with what waits for it."""
    sheets = [
        words("The sheet “{title}”, filled in", title=sheet.title)
        for placement in done
        for sheet in placement.exercise.handouts
    ]
    if meeting.waiting_actions:
        sheets.append(words("Your sheets with what you agreed to try"))
    return tuple(sheets)

"""Answers with the file they stand in and when it was saved, in the reader's own time."""

from __future__ import annotations

import datetime

from spark_tools.document.clock import clock, date
from spark_tools.forms.conflicts import Version
from spark_tools.i18n import message_language, messages


def version_line(version: Version) -> str:
    """Give an answer in quotation marks with its file and time, as far as they are known."""
    _ = messages("cli")
    parts = [version.file]
    if version.saved:
        parts.append(_("saved {time}", time=_local(version.saved)))
    both = ", ".join(filter(None, parts))
    quoted = _("“{text}”", text=" / ".join(version.value.split("\n")))
    return f"{quoted} ({both})" if both else quoted


def _local(saved: datetime.datetime) -> str:
    language = message_language()
    here = saved.replace(tzinfo=datetime.UTC).astimezone()
    return f"{date(here.date(), language)} {clock(here.time(), language)}"

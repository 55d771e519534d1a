"""What this room says to the person at the keyboard."""

from __future__ import annotations

from spark_tools.i18n import messages


def say(message: str, /, **values: object) -> str:
    """Give *message* in that person's language with *values* filled in."""
    return messages("preview")(message, **values)

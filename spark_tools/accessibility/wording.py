"""What this room says to the person at the keyboard."""

from __future__ import annotations

from spark_tools.i18n import messages


def say(message: str, /, **values: object) -> str:
    """Give *message* in that person's language with *values* filled in."""
    return messages("accessibility")(message, **values)


def count(one: str, many: str, number: int, /, **values: object) -> str:
    """Give the form that goes with *number*, which is filled in as ``{n}``."""
    return messages("accessibility").count(one, many, number, **values)


def _(message: str) -> str:
    """Mark *message* as one to be said later on."""
    return message

"""What the plan builder says to whoever is answered."""

from __future__ import annotations

from spark_tools.i18n import messages


def say(message: str, /, **values: object) -> str:
    """Give *message* in that person's language with *values* filled in."""
    return messages("web")(message, **values)

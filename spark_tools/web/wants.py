"""What somebody looks for on the front page."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from spark_tools.compose.filters import Filters
from spark_tools.i18n import Words
from spark_tools.model import Function

MINUTES = (15, 30, 45, 60, 90)
"""The times at hand that the page offers, in minutes."""

PEOPLE = (4, 7, 10, 16, 30, 60)
"""The numbers of people that stand for the group sizes the page offers."""

LONGEST = 200
MOST = 10_000


@frozen
class Wants:
    """What is looked for: words, a theme's id, a function, minutes at most, people.

    ``faults`` says what could not be understood, by the field it stood in.
    """

    q: str = ""
    theme: str = ""
    function: str = ""
    minutes: int | None = None
    participants: int | None = None
    faults: Mapping[str, str] = {}

    @property
    def query(self) -> Mapping[str, str | int]:
        """What is looked for, by its fields; what is not looked for is left out."""
        fields = ("q", "theme", "function", "minutes", "participants")
        return {name: value for name in fields if (value := getattr(self, name))}

    @property
    def anything(self) -> bool:
        """Whether anything is looked for at all."""
        return bool(self.query)

    @property
    def filters(self) -> Filters:
        """All but the words."""
        return Filters(self.theme or None, self.function or None, self.minutes, self.participants)


def read_wants(given: Mapping[str, str], themes: Mapping[str, str], _: Words) -> Wants:
    """Read a query; *themes* are titles by id. What is wrong is left out and told of."""
    faults: dict[str, str] = {}

    def number(name: str) -> int | None:
        typed = given.get(name, "").strip()
        if not typed:
            return None
        if typed.isascii() and typed.isdigit() and len(typed) < 6 and 0 < int(typed) <= MOST:
            return int(typed)
        faults[name] = _("Write a whole number, such as 30.")
        return None

    def one_of(name: str, known: Mapping[str, str]) -> str:
        typed = given.get(name, "").strip()
        if typed and typed not in known:
            faults[name] = _("Choose one from the list.")
            return ""
        return typed

    return Wants(
        q=_line(given.get("q", "")),
        theme=one_of("theme", themes),
        function=one_of("function", dict.fromkeys(Function, "")),
        minutes=number("minutes"),
        participants=number("participants"),
        faults=faults,
    )


def _line(typed: str) -> str:
    """Give what is *typed* as one line that can be shown, within its bound."""
    shown = "".join(letter if letter.isprintable() else " " for letter in typed[: 2 * LONGEST])
    return " ".join(shown.split())[:LONGEST].rstrip()

"""Running orders: one meeting on the clock, in words, for a screen rather than a page."""

from __future__ import annotations

from attrs import frozen

from spark_tools.model.blocks import ListBlock, Paragraph
from spark_tools.model.meeting import ItemKind
from spark_tools.model.text import Text

Passage = Paragraph | ListBlock
"""One piece of running text."""


@frozen
class RunningStep:
    """One step of an exercise; ``form`` says how people sit, ``length`` how long it takes.

    ``told`` is what participants are told; ``facilitator`` what only the facilitator
    reads; ``say``, ``paper`` and ``done`` are as in `Step`.
    """

    title: Text
    minutes: int
    length: str
    form: str
    told: tuple[Passage, ...]
    facilitator: tuple[Passage, ...] = ()
    say: Text = ()
    paper: Text = ()
    done: Text = ()


@frozen
class RunningItem:
    """One line of the agenda: it begins at ``9.05``, ends at ``9.25`` and takes ``20 min``.

    ``groups`` says how many groups of how many, where there are several.
    """

    kind: ItemKind
    title: Text
    begins: str
    ends: str
    minutes: int
    length: str
    purpose: Text = ()
    groups: str = ""
    steps: tuple[RunningStep, ...] = ()

    @property
    def times(self) -> str:
        """The clock times from beginning to end, as ``9.05–9.25``."""
        return f"{self.begins}–{self.ends}"


@frozen
class RunningOrder:
    """One meeting, item by item, with every variable filled in.

    ``language`` is ``da`` or ``en``; a span in another says so. ``day`` is the date in
    words, or that it is still to be agreed, and ``hours`` are the clock times from
    beginning to end. ``identifier`` is opaque and holds no name.
    """

    number: int
    title: Text
    language: str
    workplace: str
    course: Text
    day: str
    hours: str
    items: tuple[RunningItem, ...]
    place: str = ""
    purpose: Text = ()
    outcome: Text = ()
    identifier: str = ""

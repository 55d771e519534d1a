"""Exercises: the facilitated tools, with their timed steps and handouts."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from spark_tools.model.handout import Copies, Handout
from spark_tools.model.source import Source
from spark_tools.model.text import Prose

ANY = "*"
"""Stands for every theme or every course type."""


class Function(StrEnum):
    """What an exercise does in a course.

    The first eight take time in a meeting; ``prepare`` is done before one and
    ``between`` is done in the interval after one.
    """

    ARRIVE = "arrive"
    LOOK_BACK = "look-back"
    EXPLORE = "explore"
    ALIGN = "align"
    ACT = "act"
    ANCHOR = "anchor"
    EVALUATE = "evaluate"
    LEAVE = "leave"
    PREPARE = "prepare"
    BETWEEN = "between"


class Form(StrEnum):
    """How people sit and talk in a step."""

    ALONE = "alone"
    PAIRS = "pairs"
    GROUPS = "groups"
    PLENARY = "plenary"
    POSITIONS = "positions"


class Outcome(StrEnum):
    """What an exercise leaves behind for a later one."""

    PREPARATION = "preparation"
    PERSPECTIVES = "perspectives"
    WISH = "wish"
    STANDARD = "standard"
    ACTIONS = "actions"
    LEARNING = "learning"


@frozen
class Minutes:
    """How long a step takes: least, typical and most, in whole minutes.

    ``per_person`` is added once for each person who takes a turn (in the
    largest group when the step's form is groups or pairs, in the room
    otherwise), ``per_group`` once for each group, to all three figures.
    """

    min: int
    typical: int
    max: int
    per_person: int = 0
    per_group: int = 0


@frozen
class GroupSize:
    """How many people a group takes."""

    min: int
    max: int


@frozen
class Participants:
    """How many people the exercise works for, and the groups they work in."""

    min: int
    max: int
    group: GroupSize | None = None


@frozen
class Material:
    """Something to bring, and how much of it: ``count`` for each ``per``."""

    what: str
    copies: Copies


@frozen
class Pitfall:
    """What usually goes wrong, and what the facilitator does about it."""

    trap: str
    remedy: str


@frozen
class Caution:
    """A warning that reaches the facilitator's guide when a theme fits."""

    text: str
    themes: tuple[str, ...] = (ANY,)


@frozen
class Step:
    """One timed step.

    ``text`` is what participants are told; ``facilitator`` what only the
    facilitator reads; ``say`` a line to say aloud; ``paper`` what goes on the
    wall or the sheet; ``done`` how you can tell that the step is over.
    """

    id: str
    title: str
    form: Form
    minutes: Minutes
    text: Prose
    facilitator: Prose = Prose("")
    say: str = ""
    paper: str = ""
    done: str = ""


@frozen
class Exercise:
    """One facilitated tool, complete enough to be run from paper.

    ``repeatable`` exercises may come in more than one meeting of a course.
    ``themes`` and ``course_types`` are ids, or ``("*",)`` for all. ``needs``
    must all have been yielded earlier in the course, or be in the logbook.
    ``origin`` names the plugin that provides it.
    """

    id: str
    title: str
    purpose: str
    functions: tuple[Function, ...]
    participants: Participants
    steps: tuple[Step, ...]
    source: Source
    revision: int = 1
    language: str = "da"
    aliases: tuple[str, ...] = ()
    themes: tuple[str, ...] = (ANY,)
    course_types: tuple[str, ...] = (ANY,)
    repeatable: bool = False
    responsible: str = ""
    needs: tuple[Outcome, ...] = ()
    yields: tuple[Outcome, ...] = ()
    when: Prose = Prose("")
    when_not: Prose = Prose("")
    seating: Prose = Prose("")
    preparation: Prose = Prose("")
    materials: tuple[Material, ...] = ()
    questions: tuple[str, ...] = ()
    pitfalls: tuple[Pitfall, ...] = ()
    until_next: Prose = Prose("")
    cautions: tuple[Caution, ...] = ()
    handouts: tuple[Handout, ...] = ()
    origin: str = ""

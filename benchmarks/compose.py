"""How long it takes to compose a course out of 1,000 exercises, against starting Python."""

from __future__ import annotations

from random import Random

from benchmarks.timing import Measurement, bare_python, best_milliseconds
from spark_tools.compose.composer import compose
from spark_tools.content.library import Library
from spark_tools.model import (
    ANY,
    Brief,
    CourseType,
    Exercise,
    Form,
    Function,
    GroupSize,
    MeetingTemplate,
    Minutes,
    Outcome,
    Participants,
    Prose,
    Repeat,
    Slot,
    Source,
    SourceStatus,
    Step,
    Theme,
)

EXERCISES = 1_000
THEMES = ("cooperation", "change", "lone-work", "demands", "violence", "harassment")
SOURCE = Source(SourceStatus.OWN, "Synthetic")


def measure() -> list[Measurement]:
    """Give label, ratio to `python -c pass`, and a note in milliseconds."""
    library = Library(
        tuple(_exercises()),
        tuple(Theme(theme, theme, theme, SOURCE) for theme in THEMES),
        (_course_type(),),
    )
    brief = Brief("Kløverskolen", "long", THEMES[:2], 12)
    composing = best_milliseconds(lambda: compose(brief, library))
    label = f"compose a course out of {EXERCISES:,} exercises"
    return [(label, composing / bare_python(), f"times python -c pass; {composing:.0f} ms")]


def _course_type() -> CourseType:
    def slots(*names: str) -> tuple[Slot, ...]:
        return tuple(Slot(name, name, (Function(name),)) for name in names)

    develop = Slot("develop", "develop", (Function.EXPLORE, Function.ALIGN), required=False, max=2)
    after = (Slot("between", "between", (Function.BETWEEN,), required=False, max=2),)
    meetings = (
        MeetingTemplate(
            "first",
            "First",
            "",
            180,
            (*slots("arrive", "explore"), develop, *slots("act", "leave")),
            before=slots("prepare"),
            after=after,
        ),
        MeetingTemplate(
            "work",
            "Work",
            "",
            180,
            (*slots("arrive", "look-back"), develop, *slots("act", "leave")),
            Repeat(1, 3, 6),
            after=after,
        ),
        MeetingTemplate(
            "last", "Last", "", 240, slots("arrive", "look-back", "anchor", "evaluate", "leave")
        ),
    )
    return CourseType("long", "Long", "", meetings, GroupSize(3, 20), SOURCE)


def _exercises() -> list[Exercise]:
    random = Random(2027)
    return [_exercise(random, number) for number in range(EXERCISES)]


def _exercise(random: Random, number: int) -> Exercise:
    function = list(Function)[number % len(Function)]
    steps = []
    for step in range(random.randint(2, 7)):
        typical = random.randint(2, 12)
        least = max(1, typical - random.randint(0, 4))
        most = typical + random.randint(0, 6)
        form = random.choice(list(Form))
        minutes = Minutes(least, typical, most, per_person=int(random.random() < 0.1))
        steps.append(Step(f"step-{step}", "Step", form, minutes, Prose("Do it.")))
    themes = (ANY,) if random.random() < 0.5 else tuple(random.sample(THEMES, 2))
    group = GroupSize(random.randint(2, 4), random.randint(5, 9))
    outcomes = list(Outcome)
    needs = [random.choice(outcomes)] if random.random() < 0.1 else []
    yields = [random.choice(outcomes)] if random.random() < 0.3 else []
    if function is Function.ACT:
        yields = [Outcome.ACTIONS]
    return Exercise(
        id=f"exercise-{number}",
        title=f"Exercise {number}",
        purpose="To measure.",
        functions=(function,),
        participants=Participants(random.randint(1, 6), random.randint(8, 60), group),
        steps=tuple(steps),
        source=SOURCE,
        themes=themes,
        repeatable=random.random() < 0.3,
        needs=tuple(needs),
        yields=tuple(yields),
    )

"""Small made-up libraries, and the bundled one."""

from __future__ import annotations

import datetime
from random import Random

import pytest
from attrs import frozen

from spark_tools.content.library import Library
from spark_tools.content.load import load_library
from spark_tools.model import (
    ANY,
    Brief,
    CourseType,
    Exercise,
    Form,
    Function,
    Grouping,
    GroupSize,
    MeetingTemplate,
    MeetingWish,
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
from spark_tools.plugin.loading import load_plugins

SOURCE = Source(SourceStatus.OWN, "Egen udformning")
THEMES = ("alpha", "beta")
ANYBODY = Participants(1, 300)


@frozen
class Maker:
    """Makes the parts of a library with only what matters spelt out."""

    def step(self, least: int, typical: int, most: int, form: Form = Form.PLENARY) -> Step:
        return Step("step", "Step", form, Minutes(least, typical, most), Prose("Gør det."))

    def exercise(
        self,
        name: str,
        *functions: Function,
        minutes: tuple[int, int, int] = (10, 15, 20),
        steps: tuple[Step, ...] = (),
        people: Participants = ANYBODY,
        **more: object,
    ) -> Exercise:
        return Exercise(
            id=name,
            title=name.capitalize(),
            purpose="",
            functions=functions,
            participants=people,
            steps=steps or (self.step(*minutes),),
            source=SOURCE,
            **more,
        )

    def slot(self, *functions: Function, **more: object) -> Slot:
        return Slot(functions[0].value, functions[0].value.capitalize(), functions, **more)

    def meeting(self, name: str, minutes: int, *slots: Slot, **more: object) -> MeetingTemplate:
        return MeetingTemplate(name, name.capitalize(), "", minutes, slots, **more)

    def library(self, exercises: list[Exercise], *meetings: MeetingTemplate) -> Library:
        course = CourseType("course", "Course", "", meetings, GroupSize(1, 300), SOURCE)
        themes = tuple(Theme(theme, theme.capitalize(), "", SOURCE) for theme in THEMES)
        return Library(tuple(exercises), themes, (course,))

    def brief(self, **more: object) -> Brief:
        return Brief("Kløverskolen", "course", ("alpha",), **{"participants": 6, **more})


@frozen
class Chance:
    """A random small library and a random brief for it, the same for the same seed."""

    library: Library
    brief: Brief
    history: bool


def chance(seed: int) -> Chance:
    """Make up a library of a handful of exercises and a course of up to three meetings."""
    random = Random(seed)
    functions = random.sample(
        [Function.ARRIVE, Function.EXPLORE, Function.ALIGN, Function.ACT, Function.LEAVE], 3
    )
    functions += [Function.ACT, Function.LOOK_BACK, Function.EVALUATE]
    exercises = [
        _any_exercise(random, f"exercise-{number}", functions)
        for number in range(random.randint(4, 8))
    ]
    count = random.randint(1, 3)
    meetings = tuple(
        MeetingTemplate(
            f"meeting-{number}",
            f"Meeting {number}",
            "",
            random.choice((30, 60, 60, 90, 120, 180, 300)),
            tuple(
                _any_slot(random, index, functions, number) for index in range(random.randint(1, 3))
            ),
            repeat=Repeat(1, 1, 2) if number == 1 else Repeat(),
            after=(Slot("after", "After", (Function.BETWEEN,), required=False),) * (number == 1),
        )
        for number in range(1, count + 1)
    )
    grouping = random.choice(list(Grouping))
    course = CourseType(
        "course", "Course", "", meetings, GroupSize(3, 12), SOURCE, grouping=grouping
    )
    themes = tuple(Theme(theme, theme.capitalize(), "", SOURCE) for theme in THEMES)
    names = [exercise.id for exercise in exercises]
    wish = MeetingWish(include=tuple(random.sample(names, int(random.random() < 0.2))))
    brief = Brief(
        "Kløverskolen",
        "course",
        tuple(random.sample(THEMES, random.randint(1, 2))),
        random.randint(2, 12),
        committees=random.randint(1, 2),
        start=datetime.time(random.choice((8, 9, 10, 11, 13)), random.choice((0, 0, 15, 30))),
        include=tuple(random.sample(names, random.choice((0, 0, 1, 2)))),
        exclude=tuple(random.sample(names, int(random.random() < 0.1))),
        meetings=(wish,) * count if random.random() < 0.3 else (),
    )
    return Chance(Library(tuple(exercises), themes, (course,)), brief, random.random() < 0.2)


def _any_slot(random: Random, index: int, functions: list[Function], meeting: int) -> Slot:
    wanted = tuple(dict.fromkeys(random.choices(functions, k=random.choice((1, 1, 2)))))
    prefer = tuple(f"exercise-{random.randrange(8)}" for _ in range(random.choice((0, 0, 1, 2))))
    return Slot(
        f"slot-{index}",
        f"Slot {index}",
        wanted,
        required=random.random() < 0.5,
        max=random.choice((1, 1, 2)),
        prefer=prefer,
    )


def _any_exercise(random: Random, name: str, functions: list[Function]) -> Exercise:
    steps = []
    for number in range(random.randint(1, 3)):
        least = random.randint(1, 30)
        typical = least + random.randint(0, 10)
        minutes = Minutes(
            least,
            typical,
            typical + random.randint(0, 10),
            per_person=int(random.random() < 0.2),
            per_group=int(random.random() < 0.1),
        )
        form = random.choice(list(Form))
        steps.append(Step(f"step-{number}", "Step", form, minutes, Prose("Gør det.")))
    size = random.randint(1, 4)
    outcomes = [Outcome.ACTIONS, Outcome.WISH]
    return Exercise(
        id=name,
        title=name.capitalize(),
        purpose="",
        functions=tuple(dict.fromkeys(random.choices([*functions, Function.BETWEEN], k=2))),
        participants=Participants(
            1, random.choice((8, 50)), random.choice((None, GroupSize(size, size + 3)))
        ),
        steps=tuple(steps),
        source=SOURCE,
        language=random.choice(("da", "da", "da", "en")),
        themes=random.choice(((ANY,), (ANY,), ("alpha",), ("beta",), ("alpha", "beta"))),
        repeatable=random.random() < 0.4,
        needs=tuple(outcome for outcome in outcomes if random.random() < 0.1),
        yields=tuple(outcome for outcome in outcomes if random.random() < 0.3),
    )


@pytest.fixture(scope="session")
def make() -> Maker:
    return Maker()


@pytest.fixture(scope="session")
def by_chance():
    return chance


@pytest.fixture(scope="session")
def bundled() -> Library:
    return load_library(load_plugins())

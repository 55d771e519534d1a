"""Reading an exercise: what it is good for, its timed steps and its handouts."""

from __future__ import annotations

from collections.abc import Sequence

from spark_tools.content.entry import in_order, read_entry, read_range
from spark_tools.content.handout import read_copies, read_handout
from spark_tools.content.table import Table, distinct
from spark_tools.content.wording import say
from spark_tools.i18n import words
from spark_tools.model import (
    ANY,
    Caution,
    Exercise,
    Form,
    Function,
    Material,
    Minutes,
    Outcome,
    Participants,
    Pitfall,
    Step,
)


def read_exercise(table: Table, language: str, origin: str) -> Exercise:
    """Read an exercise from the root *table* of its file."""
    entry = read_entry(table)
    steps = table.tables("steps", required=True)
    read_steps = tuple(map(_read_step, steps))
    distinct(steps, [step.id for step in read_steps])
    handouts = table.tables("handouts")
    read_handouts = tuple(map(read_handout, handouts))
    distinct(handouts, [handout.id for handout in read_handouts])
    functions = table.choices("functions", Function, required=True)
    _check_length(table, functions, read_steps)
    return Exercise(
        id=entry.id,
        title=entry.title,
        purpose=table.words("purpose"),
        functions=functions,
        participants=_read_participants(table.table("participants")),
        steps=read_steps,
        source=entry.source,
        revision=entry.revision,
        language=language,
        aliases=entry.aliases,
        themes=table.references("themes", "theme", (ANY,)),
        course_types=table.references("course_types", "course type", (ANY,)),
        repeatable=table.yes("repeatable", default=False),
        responsible=table.words("responsible", words("content", language)("Consultant")),
        needs=table.choices("needs", Outcome),
        yields=table.choices("yields", Outcome),
        when=table.prose("when", ""),
        when_not=table.prose("when_not", ""),
        seating=table.prose("seating", ""),
        preparation=table.prose("preparation", ""),
        materials=tuple(map(_read_material, table.tables("materials"))),
        questions=table.words_list("questions"),
        pitfalls=tuple(map(_read_pitfall, table.tables("pitfalls"))),
        until_next=table.prose("until_next", ""),
        cautions=tuple(map(_read_caution, table.tables("cautions"))),
        handouts=read_handouts,
        origin=origin,
    )


def _read_participants(table: Table) -> Participants:
    size = read_range(table)
    group = read_range(table.table("group")) if table.has("group") else None
    if group and size.max and group.min > size.max:
        said = say("a group needs more people than there may be in all")
        table.fault(said, "group", "min")
    return Participants(size.min, size.max, group)


def _read_step(table: Table) -> Step:
    return Step(
        id=table.id(),
        title=table.words("title"),
        form=table.choice("form", Form),
        minutes=_read_minutes(table.table("minutes")),
        text=table.prose("text"),
        facilitator=table.prose("facilitator", ""),
        say=table.words("say", ""),
        paper=table.words("paper", ""),
        done=table.words("done", ""),
    )


def _read_minutes(table: Table) -> Minutes:
    minutes = Minutes(
        min=table.whole("min"),
        typical=table.whole("typical", least=1),
        max=table.whole("max", least=1, most=600),
        per_person=table.whole("per_person", 0, most=60),
        per_group=table.whole("per_group", 0, most=60),
    )
    in_order(table, ("min", minutes.min), ("typical", minutes.typical), ("max", minutes.max))
    return minutes


def _check_length(table: Table, functions: Sequence[Function], steps: Sequence[Step]) -> None:
    """Report an exercise that cannot end on a five-minute mark, whatever its steps get."""
    figures = [step.minutes for step in steps]
    varies = any(minutes.per_person or minutes.per_group for minutes in figures)
    if varies or set(functions) <= {Function.PREPARE, Function.BETWEEN}:
        return
    least = sum(minutes.min for minutes in figures)
    most = sum(minutes.max for minutes in figures)
    if least <= most < -(-least // 5) * 5:
        said = say(
            "the steps take {least} to {most} minutes together; "
            "there must be a multiple of five in between",
            least=least,
            most=most,
        )
        table.fault(said, "steps", 0, "minutes")


def _read_material(table: Table) -> Material:
    return Material(table.words("what"), read_copies(table))


def _read_pitfall(table: Table) -> Pitfall:
    return Pitfall(table.words("trap"), table.words("remedy"))


def _read_caution(table: Table) -> Caution:
    return Caution(table.words("text"), table.references("themes", "theme", (ANY,)))

"""One exercise in full, so that it can be run from the paper."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from attrs import frozen

from spark_tools.document.filling import prose
from spark_tools.document.tables import Inside, bullets, cell, row, strip
from spark_tools.document.variables import Values
from spark_tools.document.wording import form_name, forms_in_order, inside, responsible, source_line
from spark_tools.i18n import Words
from spark_tools.model import (
    Block,
    Cell,
    Column,
    Exercise,
    Heading,
    Paragraph,
    Role,
    Row,
    RowRole,
    Step,
    Table,
    TableRole,
    text,
)


@frozen
class Passage:
    """A step with its length in words."""

    step: Step
    minutes: str


@frozen
class Pause:
    """What cuts an exercise in two, in words."""

    title: str


@frozen
class Run:
    """An exercise as it is run, with everything about the occasion already in words.

    ``times`` is empty where no meeting is planned. ``materials`` are counted
    lines. ``with_preparation`` is off where the preparation of all exercises stands
    together.
    """

    exercise: Exercise
    values: Values
    words: Words
    passages: tuple[Passage | Pause, ...]
    length: str
    times: str = ""
    groups: str = ""
    materials: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    with_preparation: bool = True


def exercise_blocks(run: Run, level: int) -> tuple[Block, ...]:
    """Lay out the exercise under a heading of *level*, on a landscape page."""
    title = f"{run.exercise.title} · {run.times}" if run.times else run.exercise.title
    return (
        Heading(level, text(title), keep_start=True),
        _facts(run),
        Paragraph(text(run.exercise.purpose), Role.LEAD),
        *_use(run),
        *(Paragraph(text(caution), Role.CAUTION) for caution in run.cautions),
        steps_table(run),
        *_pitfalls(run),
        *_on_the_way(run),
    )


def _facts(run: Run) -> Paragraph:
    words = run.words
    forms = (passage.step.form for passage in run.passages if isinstance(passage, Passage))
    leader = words("led by: {leader}", leader=inside(responsible(run.exercise, words)))
    parts = (run.length, inside(forms_in_order(forms, words, run.groups)), leader)
    return Paragraph(text(" · ".join(filter(None, parts))), Role.NOTE)


def _use(run: Run) -> tuple[Block, ...]:
    words, exercise, values = run.words, run.exercise, run.values
    when = (words("Use it when"), cell(*prose(exercise.when, values)), 26)
    when_not = (words("Do not use it when"), cell(*prose(exercise.when_not, values)), 30)
    seating = (words("Room and chairs"), cell(*prose(exercise.seating, values)), 20)
    preparation = (words("Before you begin"), cell(*prose(exercise.preparation, values)), 30)
    bring = (words("Bring"), cell(*bullets(run.materials)), 24)
    if run.with_preparation:
        return (*strip((when, when_not)), *strip((seating, preparation, bring)))
    return strip((when, when_not, seating, bring))


def steps_table(run: Run) -> Table:
    """Give the steps as a table: what happens, and beside it what is said and written."""
    words = run.words
    columns = (
        Column(words("Step"), 14),
        Column(words("What happens"), 52),
        Column(words("Say and write"), 34),
    )
    return Table(columns, tuple(_step_rows(run)), TableRole.STEPS)


def _step_rows(run: Run) -> Iterator[Row]:
    number = 0
    for passage in run.passages:
        if isinstance(passage, Pause):
            yield row(passage.title, Cell(), Cell(), role=RowRole.BREAK)
            continue
        number += 1
        step, words = passage.step, run.words
        count = words("Step {number} · {minutes}", number=number, minutes=passage.minutes)
        yield row(
            cell(
                text(step.title, strong=True),
                Paragraph(text(count), Role.NOTE),
                Paragraph(text(form_name(step.form, words)), Role.NOTE),
            ),
            cell(
                *prose(step.text, run.values),
                *_led(words("For you:"), prose(step.facilitator, run.values, Role.FACILITATOR)),
            ),
            cell(*_said_and_written(step, words)),
        )


def _said_and_written(step: Step, words: Words) -> Iterator[Paragraph]:
    if step.say:
        yield Paragraph(text(step.say), Role.SAY)
    for title, line in ((words("On paper:"), step.paper), (words("Done when:"), step.done)):
        if line:
            yield Paragraph((*text(f"{title} ", strong=True), *text(line)))


def _led(title: str, blocks: tuple[Inside, ...]) -> tuple[Inside, ...]:
    """Put *title* in strong letters before the first of *blocks*."""
    match blocks:
        case (Paragraph() as first, *others):
            spans = (*text(f"{title} ", strong=True), *first.text)
            return (attrs.evolve(first, text=spans), *others)
        case ():
            return ()
        case _:
            return (Paragraph(text(title, strong=True), Role.FACILITATOR), *blocks)


def _pitfalls(run: Run) -> tuple[Block, ...]:
    words = run.words
    if not run.exercise.pitfalls:
        return ()
    columns = (Column(words("If it goes wrong"), 42), Column(words("What you do"), 58))
    rows = tuple(row(pitfall.trap, pitfall.remedy) for pitfall in run.exercise.pitfalls)
    return (Table(columns, rows),)


def _on_the_way(run: Run) -> tuple[Block, ...]:
    words, exercise = run.words, run.exercise
    return strip(
        (
            (words("Good questions"), cell(*bullets(exercise.questions)), 40),
            (words("Until next time"), cell(*prose(exercise.until_next, run.values)), 36),
            (words("Where it comes from"), cell(source_line(exercise.source, words)), 24),
        )
    )

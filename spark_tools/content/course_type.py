"""Reading a course type: its meetings in order, and the slots of each."""

from __future__ import annotations

from collections.abc import Sequence

from spark_tools.content.entry import in_order, read_entry, read_range
from spark_tools.content.table import Table, distinct
from spark_tools.content.wording import say
from spark_tools.model import (
    CourseType,
    Function,
    Grouping,
    GroupSize,
    MeetingTemplate,
    Repeat,
    Slot,
)

SHORTEST, LONGEST = 30, 600
"""How many minutes a meeting may last."""


def read_course_type(table: Table, language: str, origin: str) -> CourseType:
    """Read a course type from the root *table* of its file."""
    entry = read_entry(table)
    meetings = table.tables("meetings", required=True)
    templates = tuple(map(_read_meeting, meetings))
    distinct(meetings, [template.id for template in templates])
    _check_order(meetings, templates)
    return CourseType(
        id=entry.id,
        title=entry.title,
        summary=table.words("summary"),
        meetings=templates,
        participants=read_range(table.table("participants")),
        source=entry.source,
        committees=(
            read_range(table.table("committees")) if table.has("committees") else GroupSize(1, 1)
        ),
        grouping=table.choice("grouping", Grouping, Grouping.MIXED),
        revision=entry.revision,
        language=language,
        aliases=entry.aliases,
        audience=table.words("audience", ""),
        applied_by=table.words("applied_by", ""),
        preparation=table.prose("preparation", ""),
        origin=origin,
    )


def _read_meeting(table: Table) -> MeetingTemplate:
    return MeetingTemplate(
        id=table.id(),
        title=table.words("title"),
        purpose=table.words("purpose"),
        minutes=table.whole("minutes", least=SHORTEST, most=LONGEST, step=5),
        slots=_read_slots(table, "slots", required=True),
        repeat=_read_repeat(table.table("repeat")) if table.has("repeat") else Repeat(),
        before=_read_slots(table, "before", Function.PREPARE),
        after=_read_slots(table, "after", Function.BETWEEN),
        outcome=table.words("outcome", ""),
        weeks=table.whole("weeks", 4, most=52),
    )


def _read_repeat(table: Table) -> Repeat:
    repeat = Repeat(table.whole("min"), table.whole("typical"), table.whole("max", least=1))
    in_order(table, ("min", repeat.min), ("typical", repeat.typical), ("max", repeat.max))
    return repeat


def _read_slots(
    table: Table, key: str, only: Function | None = None, *, required: bool = False
) -> tuple[Slot, ...]:
    tables = table.tables(key, required=required)
    slots = tuple(_read_slot(one, only) for one in tables)
    distinct(tables, [slot.id for slot in slots])
    return slots


def _read_slot(table: Table, only: Function | None) -> Slot:
    functions = table.choices("functions", Function, required=only is None) or (
        (only,) if only else ()
    )
    for number, function in enumerate(functions):
        outside = function in (Function.PREPARE, Function.BETWEEN)
        if only and function != only:
            said = say('this slot takes only "{only}"', only=only)
            table.fault(said, "functions", number)
        elif outside and not only:
            said = say('"{function}" goes in before or after a meeting', function=function)
            table.fault(said, "functions", number)
    return Slot(
        id=table.id(),
        title=table.words("title"),
        functions=functions,
        required=table.yes("required", default=True),
        max=table.whole("max", 1, least=1, most=20),
        prefer=table.references("prefer", "exercise"),
    )


def _check_order(tables: Sequence[Table], templates: Sequence[MeetingTemplate]) -> None:
    repeated = [n for n, template in enumerate(templates) if template.repeat != Repeat()]
    for number in repeated[1:]:
        tables[number].fault(say("only one meeting may have a repeat"), "repeat")
    for number in _outermost(templates):
        for place, slot in enumerate(templates[number].slots):
            if Function.LOOK_BACK in slot.functions:
                said = say("the first meeting has nothing to look back at")
                tables[number].fault(said, "slots", place, "functions", word=Function.LOOK_BACK)
    for number in _outermost(templates[::-1]):
        last = len(templates) - 1 - number
        slots = templates[last].slots
        if not any(slot.required and Function.EVALUATE in slot.functions for slot in slots):
            said = say('the last meeting needs a required slot that takes "evaluate"')
            tables[last].fault(said)


def _outermost(templates: Sequence[MeetingTemplate]) -> list[int]:
    """Give the templates that may come first, when some may be left out."""
    found = []
    for number, template in enumerate(templates):
        found.append(number)
        if template.repeat.min:
            break
    return found

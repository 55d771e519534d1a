"""Prose as blocks and handouts as sheets, with the variables filled in."""

from __future__ import annotations

from functools import lru_cache

import attrs

from spark_tools.content.prose import blocks, fill_block, fill_text, inline
from spark_tools.document.action_rows import filled_in
from spark_tools.document.carried import Carried
from spark_tools.document.foreign import marked_part
from spark_tools.document.marks import bare, carried_over, language_of
from spark_tools.document.variables import Values
from spark_tools.i18n import messages
from spark_tools.model import (
    Block,
    Exercise,
    Fault,
    FaultError,
    Field,
    FieldGrid,
    Handout,
    Heading,
    ListBlock,
    Paragraph,
    Prose,
    Role,
)

Inside = Paragraph | ListBlock


def prose(source: Prose, values: Values, role: Role = Role.BODY) -> tuple[Inside, ...]:
    """Give *source* as paragraphs of *role* and lists, letter by letter where values stand."""
    if "{{" not in source:
        return _in_role(source, role)
    filled = (fill_block(block, values) for block in _in_role(source, role))
    return tuple(block for block in filled if isinstance(block, ListBlock) or block.text)


@lru_cache(maxsize=4096)
def _in_role(source: Prose, role: Role) -> tuple[Inside, ...]:
    language = language_of(source)
    in_role = tuple(
        attrs.evolve(block, role=role) if isinstance(block, Paragraph) else block
        for block in blocks(Prose(bare(source)))
    )
    return marked_part(in_role, language, "") if language else in_role


def sheet(
    handout: Handout,
    exercise: Exercise,
    values: Values,
    *,
    below: int = 1,
    waiting: int = 0,
    given: Carried | None = None,
) -> tuple[Block, ...]:
    """Give the blocks of *handout* of *exercise* under its title of level *below*, its foot last.

    No heading level is skipped. Fields are named ``HANDOUT.FIELD``, so that they
    stay apart in one document. A grid for actions is filled in with those that are
    *given*, else it gets a row for each of the *waiting* ones.

    Raises:
        FaultError: a picture cannot be drawn with these *values*.
    """
    body: list[Block] = []
    level = below
    for block in handout.blocks:
        try:
            filled = fill_block(block, values)
        except FaultError as error:
            raise _named(error, handout, exercise) from error
        if isinstance(filled, Heading):
            level = min(filled.level + below - 1, level + 1)
            filled = attrs.evolve(filled, level=level)
        elif isinstance(filled, FieldGrid):
            filled = _with_rows(filled, handout.id, waiting, given)
        if isinstance(filled, Field | FieldGrid):
            filled = attrs.evolve(filled, id=f"{handout.id}.{filled.id}")
        body.append(filled)
    if handout.foot:
        foot = carried_over(handout.foot, inline)
        body.append(Paragraph(fill_text(foot, values), Role.NOTE))
    return tuple(body)


def _named(error: FaultError, handout: Handout, exercise: Exercise) -> FaultError:
    """Give *error* with the sheet, the exercise and its plugin in each fault."""
    words = messages("document")
    place = words(
        "the sheet “{sheet}” of the exercise “{id}” from the plugin {plugin}",
        sheet=handout.title,
        id=exercise.id,
        plugin=exercise.origin,
    )
    return FaultError(Fault(f"{place}: {fault.message}") for fault in error.faults)


def _with_rows(grid: FieldGrid, handout: str, waiting: int, given: Carried | None) -> FieldGrid:
    if given and given.rows_for(grid):
        return filled_in(grid, handout, given)
    return attrs.evolve(grid, rows=max(grid.rows, waiting)) if grid.rows_from else grid

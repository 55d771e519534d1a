"""Fields: a control and room for a pen under a label, in one paragraph of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.model import FieldKind, Meaning
from spark_tools.render.docx import names
from spark_tools.render.docx.controls import BESIDE, BOUND, check, choice, room
from spark_tools.render.docx.house.measures import LEAST_ROOM
from spark_tools.render.docx.locales import spoken
from spark_tools.render.docx.runs import closed, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spark_tools.model import Field
    from spark_tools.render.docx.draft import Draft

_NEXT_LINE = 9.0
_BREAK = "<w:r><w:br/></w:r>"


def draw_field(block: Field, draft: Draft) -> str:
    """Give the paragraph that *block* is: its label, and a control with room for a pen."""
    field, words = draft.form.field(block), spoken(block.language)
    line = draft.house.measures.single
    if field.kind is FieldKind.CHECK:
        label = run(BOUND + closed(block.label), words)
        content = check(field, draft) + label + _beside(block, draft)
        return _boxed(content, [names.FIELD_NEXT_LINE], draft)
    looks = draft.character(names.FIELD_LABEL) + words
    label = run(closed(block.label), looks) + _beside(block, draft)
    if field.means is Meaning.COMMITTEE:
        draft.used(line)
        content = label + run(BESIDE) + room(field, draft) + run(BOUND)
        return draft.block(names.FIELD, content)
    content = label + _BREAK
    draft.used(line)
    if field.kind is FieldKind.CHOICE:
        return _boxed(content + choice(field, draft, words), [names.FIELD_NEXT_LINE], draft)
    lines = block.lines if field.kind is FieldKind.LINES else 1
    filled = field.value.count("\n")
    draft.used(line * (1 + filled))
    further = [names.FIELD_NEXT_LINE] * max(0, lines - 1 - filled)
    return _boxed(content + room(field, draft) + _BREAK, [names.FIELD_FIRST_LINE, *further], draft)


def _boxed(content: str, styles: Sequence[str], draft: Draft) -> str:
    """Give *content* in a box, its last line and the empty ones after it as high as *styles* say.

    A line is made high by a space in a large size, so that all of a field is one
    paragraph that a screen reader reads in one go.
    """
    looks = [draft.character(style) for style in styles]
    content += run(BOUND, looks[0])
    content += "".join(run(f"\n{BOUND}", look) for look in looks[1:])
    first = LEAST_ROOM - draft.house.measures.single
    draft.used(sum(first if style == names.FIELD_FIRST_LINE else _NEXT_LINE for style in styles))
    return draft.block(names.FIELD, content, mark=f"<w:rPr>{looks[-1]}</w:rPr>")


def _beside(block: Field, draft: Draft) -> str:
    looks = draft.character(names.FIELD_PROMPT) + spoken(block.language)
    return run(f" {closed(block.prompt)}", looks) if block.prompt else ""

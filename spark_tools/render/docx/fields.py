"""Fields: a control and room for a pen under a label, in one paragraph of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.model import FieldKind, Meaning
from spark_tools.render.docx import names
from spark_tools.render.docx.controls import BESIDE, BOUND, check, choice, room
from spark_tools.render.docx.runs import closed, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spark_tools.model import Field
    from spark_tools.render.docx.draft import Draft

LEAST_ROOM = 12.0

_FIRST_LINE, _NEXT_LINE = 7.3, 9.0
_STYLES = {_FIRST_LINE: names.FIELD_FIRST_LINE, _NEXT_LINE: names.FIELD_NEXT_LINE}
_SIZES = {_FIRST_LINE: '<w:sz w:val="34"/>', _NEXT_LINE: '<w:sz w:val="42"/>'}
_LINE = 4.7
_BREAK = "<w:r><w:br/></w:r>"


def draw_field(block: Field, draft: Draft) -> str:
    """Give the paragraph that *block* is: its label, and a control with room for a pen."""
    field = draft.form.field(block)
    if field.kind is FieldKind.CHECK:
        content = (
            check(field, draft) + run(BOUND + closed(block.label)) + _beside(block.prompt, draft)
        )
        return _boxed(content, [_NEXT_LINE], draft)
    label = run(closed(block.label), draft.character(names.FIELD_LABEL)) + _beside(
        block.prompt, draft
    )
    if field.means is Meaning.COMMITTEE:
        draft.used(_LINE)
        content = label + run(BESIDE) + room(field, draft) + run(BOUND)
        return draft.block(names.FIELD, content)
    content = label + _BREAK
    draft.used(_LINE)
    if field.kind is FieldKind.CHOICE:
        return _boxed(content + choice(field, draft), [_NEXT_LINE], draft)
    lines = block.lines if field.kind is FieldKind.LINES else 1
    filled = field.value.count("\n")
    draft.used(_LINE * (1 + filled))
    further = [_NEXT_LINE] * max(0, lines - 1 - filled)
    return _boxed(content + room(field, draft) + _BREAK, [_FIRST_LINE, *further], draft)


def _boxed(content: str, heights: Sequence[float], draft: Draft) -> str:
    """Give *content* in a box, its last line and the empty ones after it so many mm high.

    A line is made high by a space in a large size, so that all of a field is one
    paragraph that a screen reader reads in one go.
    """
    looks = [draft.character(_STYLES[height]) or _SIZES[height] for height in heights]
    content += run(BOUND, looks[0])
    content += "".join(run(f"\n{BOUND}", look) for look in looks[1:])
    draft.used(sum(heights))
    return draft.block(names.FIELD, content, mark=f"<w:rPr>{looks[-1]}</w:rPr>")


def _beside(prompt: str, draft: Draft) -> str:
    looks = draft.character(names.FIELD_PROMPT)
    return run(f" {closed(prompt)}", looks) if prompt else ""

"""What was learnt: each thing once, the newest last."""

from __future__ import annotations

from spark_tools.forms.logbook.mentions import Cell
from spark_tools.forms.logbook.same import same


def with_learnt(learnt: tuple[str, ...], cell: Cell | None) -> tuple[str, ...]:
    """Give what was *learnt* with what is new in *cell*.

    What an earlier version of the sheet said gives way to what it says now; lines
    that stood there beforehand are not said again.
    """
    if cell is None or not cell.new:
        return learnt
    known = {same(each) for each in learnt}
    if cell.before in learnt:
        if same(cell.value) in known - {same(cell.before)}:
            return tuple(each for each in learnt if each != cell.before)
        return tuple(cell.value if each == cell.before else each for each in learnt)
    stood = {same(line) for line in cell.before.split("\n")} - {""}
    new = "\n".join(line for line in cell.value.split("\n") if same(line) not in stood).strip()
    return learnt if not new or same(new) in known else (*learnt, new)

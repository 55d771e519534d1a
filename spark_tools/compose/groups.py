"""How the people in the room are shared out in groups."""

from __future__ import annotations

from spark_tools.model import Grouping, GroupSize


def group_sizes(
    participants: int,
    size: GroupSize | None,
    *,
    committees: int = 1,
    grouping: Grouping = Grouping.MIXED,
) -> tuple[int, ...]:
    """Give the number of people in each group, largest first.

    Without a *size* everybody is one group. Mixed groups are as few as keep
    within ``size.max`` and as even as can be. Grouped by committee, every
    committee is a group, and one that is larger than ``size.max`` is shared out
    in turn.
    """
    if size is None or participants < 1:
        return (participants,) if participants > 0 else ()
    tables = min(committees, participants) if grouping is Grouping.COMMITTEE else 1
    groups = [
        people
        for table in _evenly(participants, tables)
        for people in _evenly(table, -(-table // max(1, size.max)))
    ]
    return tuple(sorted(groups, reverse=True))


def splits(sizes: tuple[int, ...], size: GroupSize | None) -> bool:
    """Tell whether groups of *sizes* keep within *size*; one small group alone always does."""
    if size is None or len(sizes) < 2:
        return True
    return min(sizes) >= size.min


def _evenly(people: int, parts: int) -> list[int]:
    each, rest = divmod(people, parts)
    return [each + 1] * rest + [each] * (parts - rest)

"""What the logbook carries into the sheets of the course: which actions, and whose."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from attrs import frozen

from spark_tools.content.names import same_name
from spark_tools.document.naming import slug, unique_slugs
from spark_tools.document.occasions import document_words
from spark_tools.i18n import Words
from spark_tools.model import Action, Entry, FieldGrid, Handout, SessionPlan


@frozen
class Carried:
    """What one set of sheets is filled in with, in the documents' ``words``.

    ``waiting`` are the actions to look back on, ``course`` all that the course has
    had, ``entries`` the sheets that have come back. ``committee`` says whose they
    are, where there are several, and ``slug`` says it in a file's name.
    """

    words: Words
    waiting: tuple[Action, ...]
    course: tuple[Action, ...]
    entries: tuple[Entry, ...] = ()
    committee: str = ""
    slug: str = ""

    def rows_for(self, grid: FieldGrid) -> tuple[Action, ...]:
        """Give the actions that get a row of *grid*."""
        return {"actions": self.waiting, "course": self.course}.get(grid.rows_from, ())

    def fills(self, handout: Handout) -> bool:
        """Whether *handout* has a grid for some of the actions."""
        return any(
            isinstance(block, FieldGrid) and self.rows_for(block) for block in handout.blocks
        )


def carried(plan: SessionPlan, *, with_ended: bool = False) -> tuple[Carried, ...]:
    """Give what the sheets are filled in with: once, or for each of several committees.

    Committees stand in alphabetical order. Sheets that do not say whose they are come
    last, each on its own: they may be from different committees. Actions that have
    ended wait for no look-back, unless they come *with_ended*.
    """
    words = document_words(plan)
    logbook = plan.logbook
    if plan.brief.committees < 2:
        return (_of(logbook.actions, logbook.entries, words, with_ended),) * bool(logbook.actions)
    by_owner: dict[_Owner, list[Action]] = {}
    for action in logbook.actions:
        sheet = action.source.partition(":")[0]
        by_owner.setdefault(_owner(action.committee, sheet), []).append(action)
    order = sorted(by_owner, key=lambda owner: (not owner[0], owner[0]))
    slugs = unique_slugs(
        ("/".join(owner), _in_a_files_name(by_owner[owner][0].committee, words)) for owner in order
    )
    return tuple(
        attrs.evolve(
            _of(
                by_owner[owner],
                (entry for entry in logbook.entries if _owner(entry.committee, entry.id) == owner),
                words,
                with_ended,
            ),
            committee=by_owner[owner][0].committee,
            slug=slugs["/".join(owner)],
        )
        for owner in order
    )


_Owner = tuple[str, str]


def _owner(committee: str, sheet: str) -> _Owner:
    """Give whose something is: the committee's, or nobody's but the sheet's."""
    name = same_name(committee)
    return name, "" if name else sheet


def _in_a_files_name(committee: str, words: Words) -> str:
    """Give what tells of *committee*; a name without a letter that a file's name can bear does not.

    Such a name could lead out of the folder.
    """
    if not committee:
        return words("no-committee")
    return committee if slug(committee) else words("Committee")


def _of(
    actions: Iterable[Action], entries: Iterable[Entry], words: Words, with_ended: bool
) -> Carried:
    course = tuple(actions)
    waiting = tuple(action for action in course if with_ended or not action.ended)
    return Carried(words, waiting, course, tuple(entries))

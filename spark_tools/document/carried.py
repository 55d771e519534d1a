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

    Committees stand in alphabetical order, actions that are nobody's last.
    Actions that have ended wait for no look-back, unless they come *with_ended*.
    """
    words = document_words(plan)
    if plan.brief.committees < 2:
        logbook = plan.logbook
        return (_of(logbook.actions, logbook.entries, words, with_ended),) * bool(logbook.actions)
    by_committee: dict[str, list[Action]] = {}
    for action in plan.logbook.actions:
        by_committee.setdefault(same_name(action.committee), []).append(action)
    order = sorted(by_committee, key=lambda name: (not name, name))
    slugs = unique_slugs(
        (name, _in_a_files_name(by_committee[name][0].committee, words)) for name in order
    )
    return tuple(
        attrs.evolve(
            _of(
                by_committee[name],
                (entry for entry in plan.logbook.entries if same_name(entry.committee) == name),
                words,
                with_ended,
            ),
            committee=by_committee[name][0].committee,
            slug=slugs[name],
        )
        for name in order
    )


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

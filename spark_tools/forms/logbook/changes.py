"""What a sheet changes in an action that is known: nothing that a person has settled since."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from spark_tools.content.decisions import decision_of
from spark_tools.document.action_rows import what_written
from spark_tools.document.clock import iso_day
from spark_tools.forms.logbook.learnt import with_learnt
from spark_tools.forms.logbook.mentions import Mention
from spark_tools.forms.logbook.same import same
from spark_tools.forms.logbook.states import wanted_state
from spark_tools.forms.wording import say
from spark_tools.model import Action, Entry, Meaning

Said = Callable[[str, str], int | None]
"""Gives the last meeting whose sheets from a committee hold an answer; None where none do."""


def changed(
    action: Action, mention: Mention, entry: Entry, said: Said, *, rewritten: bool
) -> tuple[Action, tuple[str, ...]]:
    """Give *action* after what *mention* says newly of it, and what to tell the consultant.

    An answer takes the place of nothing, of what the sheet itself said before, and
    of what was said at an earlier meeting; anything else is a person's own doing and
    stays. *rewritten* tells whether a new text is this action's own.
    """
    change = _Change(action, mention, entry, said)
    change.name()
    if rewritten:
        change.what()
    change.who()
    change.review()
    change.state()
    learnt = with_learnt(action.learnt, mention.cells.get(Meaning.LEARNT))
    return attrs.evolve(action, **change.values, learnt=learnt), tuple(change.notes)


class _Change:
    def __init__(self, action: Action, mention: Mention, entry: Entry, said: Said) -> None:
        self.values: dict[str, Any] = {}
        self.notes: list[str] = []
        self._action, self._mention, self._entry, self._said = action, mention, entry, said

    def name(self) -> None:
        """Let it be called what the sheet calls it."""
        new = self._mention.new(Meaning.NAME)
        if new and self._may_replace(self._action.name, self._mention.before(Meaning.NAME), new):
            self.values["name"] = new

    def what(self) -> None:
        """Let its text follow the sheet's."""
        new, before = self._mention.new(Meaning.WHAT), self._mention.before(Meaning.WHAT)
        if self._mention.of_an_action:
            new, before = what_written(new, self._action), what_written(before, self._action)
        known = self._action.what
        if not new or same(new) == same(known):
            return
        if same(before) == same(known):
            self.values["what"] = new
            self.notes.append(
                say(
                    "{id}: “{before}” now reads “{after}”",
                    id=self._action.id,
                    before=known,
                    after=new,
                )
            )
        else:
            self._keep(known, new)

    def who(self) -> None:
        """Let it be the sheet's who."""
        new = self._mention.new(Meaning.WHO)
        if new and self._may_replace(self._action.who, self._mention.before(Meaning.WHO), new):
            self.values["who"] = new

    def review(self) -> None:
        """Let it be looked at again on the sheet's day."""
        self.notes += not_understood(self._mention, self._action)
        known = self._action.review.isoformat() if self._action.review else ""
        new = self._mention.new(Meaning.REVIEW)
        if iso_day(new) and self._may_replace(known, self._mention.before(Meaning.REVIEW), new):
            self.values["review"] = iso_day(new)

    def state(self) -> None:
        """Let it go as far as the sheet says; what has ended has."""
        state = wanted_state(self._action.state, self._mention)
        if self._action.ended and state is not self._action.state:
            self.notes.append(
                say(
                    "{id}: “{what}” has ended, and the sheet says “{decision}”; "
                    "only you can take it up again, in the logbook",
                    id=self._action.id,
                    what=self._action.name or self._action.what,
                    decision=self._mention.new(Meaning.DECISION),
                )
            )
        else:
            self.values["state"] = state

    def _may_replace(self, known: str, before: str, new: str) -> bool:
        """Whether *new* may take the place of what is *known*; else it is told."""
        if not known or same(known) == same(before):
            return True
        if same(known) == same(new):
            return False
        meeting = self._said(known, self._entry.committee)
        if meeting is not None and meeting < self._entry.meeting:
            return True
        self._keep(known, new)
        return False

    def _keep(self, known: str, new: str) -> None:
        self.notes.append(
            say(
                "{id}: the logbook’s “{known}” stays; the sheet says “{new}”",
                id=self._action.id,
                known=known,
                new=new,
            )
        )


def not_understood(mention: Mention, action: Action) -> Iterator[str]:
    """Say what *mention* says of *action* that is understood by nobody but people."""
    review, decision = mention.new(Meaning.REVIEW), mention.new(Meaning.DECISION)
    if review and not iso_day(review):
        yield say("{id}: “{text}” is no date that can be read", id=action.id, text=review)
    if decision and decision_of(decision) is None:
        yield say("{id}: “{text}” is no decision that is known", id=action.id, text=decision)

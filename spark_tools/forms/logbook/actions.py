"""The actions of a logbook while sheets are taken in: which are meant, and which are new."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

import attrs

from spark_tools.content.names import same_name
from spark_tools.document.action_rows import what_written
from spark_tools.document.clock import iso_day
from spark_tools.forms.logbook.changes import Said, changed, not_understood
from spark_tools.forms.logbook.file import highest
from spark_tools.forms.logbook.learnt import with_learnt
from spark_tools.forms.logbook.mentions import Mention
from spark_tools.forms.logbook.same import same
from spark_tools.forms.logbook.states import wanted_state
from spark_tools.forms.wording import say
from spark_tools.model import Action, ActionState, Entry, Meaning


class Actions:
    """The actions so far; ``notes`` gathers what to tell the consultant, ``added`` new ids.

    No new action gets an id that an old one has had, be it only in one of the *rows*.
    """

    def __init__(self, actions: Iterable[Action], said: Said, rows: Iterable[str]) -> None:
        self.notes: list[str] = []
        self.added: list[str] = []
        self._said = said
        self._by_id: dict[str, Action] = {}
        self._by_source: dict[str, str] = {}
        self._by_text: dict[tuple[str, str], str] = {}
        self._by_name: dict[tuple[str, str], str] = {}
        for action in actions:
            self._put(action)
        self._free = count(highest("a", (*self._by_id, *rows)) + 1)

    @property
    def all(self) -> tuple[Action, ...]:
        """The actions in order."""
        return tuple(self._by_id.values())

    def take(self, mention: Mention, entry: Entry) -> str:
        """Let *mention* on the sheet *entry* change an action or add one, and give its id.

        Where it names none, that is nothing.
        """
        own = self._by_id.get(mention.of_an_action) or self._from(mention, entry)
        new, before = mention.new(Meaning.WHAT), mention.before(Meaning.WHAT)
        if own is None:
            text = new or mention.new(Meaning.NAME)
        else:
            text = what_written(new, own) if mention.of_an_action else new
        known = self._called(text or before, mention, entry) if text or own is None else None
        found = known or own
        if found is not None:
            if own is not None and found is not own:
                self._say_same(own, found)
            now, notes = changed(found, mention, entry, self._said, rewritten=found is own)
            self.notes += notes
            if now != found:
                self._say_whose(found, entry)
            self._put(now)
            return found.id
        if text:
            return self._add(mention, entry)
        if before:
            said = say("“{what}” is not in the logbook any more, and stays out of it", what=before)
            self.notes.append(said)
        return ""

    def hand_over(self, source: str, committee: str) -> None:
        """Let the actions from the sheet *source* that are nobody's be the *committee*'s."""
        for action in self.all:
            if action.source.partition(":")[0] == source and not action.committee:
                self._put(attrs.evolve(action, committee=committee))

    def _from(self, mention: Mention, entry: Entry) -> Action | None:
        return self._by_id.get(self._by_source.get(source_of(mention, entry), ""))

    def _called(self, text: str, mention: Mention, entry: Entry) -> Action | None:
        """Give the committee's action that says *text*; in a row it may be called by its name."""
        key = (same_name(entry.committee), same(text))
        id_ = self._by_text.get(key) or (self._by_name.get(key) if mention.place else None)
        return self._by_id[id_] if id_ and key[1] else None

    def _add(self, mention: Mention, entry: Entry) -> str:
        what, name = mention.value(Meaning.WHAT), mention.value(Meaning.NAME)
        action = Action(
            id=f"a{next(self._free)}",
            what=what or name,
            name=name if what else "",
            who=mention.value(Meaning.WHO),
            review=iso_day(mention.value(Meaning.REVIEW)),
            state=wanted_state(ActionState.AGREED, mention),
            meeting=entry.meeting,
            committee=entry.committee,
            learnt=with_learnt((), mention.cells.get(Meaning.LEARNT)),
            source=source_of(mention, entry),
        )
        self.notes += not_understood(mention, action)
        self._put(action)
        self.added.append(action.id)
        return action.id

    def _put(self, action: Action) -> None:
        self._by_id[action.id] = action
        if action.source:
            self._by_source.setdefault(action.source, action.id)
        committee = same_name(action.committee)
        self._by_text.setdefault((committee, same(action.what)), action.id)
        self._by_name.setdefault((committee, same(action.name)), action.id)

    def _say_whose(self, action: Action, entry: Entry) -> None:
        """Tell when a committee has filled in the sheet of another, or calls itself otherwise."""
        whose, senders = same_name(action.committee), same_name(entry.committee)
        if whose and senders and whose != senders:
            said = say(
                "{id}: “{what}” belongs to {committee}, and the sheet says that it is from "
                "{sender}; check it",
                id=action.id,
                what=action.name or action.what,
                committee=action.committee,
                sender=entry.committee,
            )
            self.notes.append(said)

    def _say_same(self, own: Action, found: Action) -> None:
        said = say(
            "{id}: the sheet now says what {other} says, “{what}”, and counts for that one",
            id=own.id,
            other=found.id,
            what=found.what,
        )
        self.notes.append(said)


def source_of(mention: Mention, entry: Entry) -> str:
    """Give what an action's ``source`` is called: the sheet, and the row of a grid."""
    return f"{entry.id}:{mention.place}" if mention.place else entry.id

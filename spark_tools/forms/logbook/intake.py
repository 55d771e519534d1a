"""Taking filled-in sheets into the logbook: entries, actions, and what has to be decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from itertools import count

import attrs
from attrs import frozen

from spark_tools.content.names import same_name
from spark_tools.content.problem import usable
from spark_tools.forms.docx.answers import FilledSheet
from spark_tools.forms.logbook.actions import Actions
from spark_tools.forms.logbook.conflicts import Conflict, Decide, merged
from spark_tools.forms.logbook.file import highest
from spark_tools.forms.logbook.learnt import with_learnt
from spark_tools.forms.logbook.mentions import key_on_sheet, mentions
from spark_tools.forms.logbook.versions import earlier_version
from spark_tools.forms.wording import say
from spark_tools.model import Entry, FormField, Logbook, Meaning, Sheet, SheetForm


class Outcome(StrEnum):
    """What became of a sheet."""

    BLANK = "blank"
    SAME = "same"
    UPDATED = "updated"
    NEW = "new"
    CONFLICT = "conflict"


@frozen
class TakenSheet:
    """What became of one sheet: the id of its ``entry``, and those of the ``actions`` it added.

    ``entry`` is empty for a sheet that was left blank, and ``values`` counts the answers.
    ``conflicts`` are those that are still to be decided.
    """

    sheet: Sheet
    outcome: Outcome
    committee: str = ""
    entry: str = ""
    values: int = 0
    actions: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class Intake:
    """A logbook that sheets are taken into one after the other.

    *decide* is asked where two versions of a sheet differ.
    """

    def __init__(self, logbook: Logbook, decide: Decide) -> None:
        self._before = logbook
        self._decide = decide
        self._notes: list[str] = []
        self._course = logbook.course
        self._entries = {entry.id: entry for entry in logbook.entries}
        sources = (action.source.partition(":")[0] for action in logbook.actions)
        self._free = count(highest("s", (*self._entries, *sources)) + 1)
        self._pools: dict[tuple[object, ...], list[str]] = {}
        self._committees: dict[str, str] = {}
        for entry in logbook.entries:
            self._committees.setdefault(same_name(entry.committee), entry.committee)
            self._pools.setdefault(_pool(entry), []).append(entry.id)
        for action in logbook.actions:
            self._committees.setdefault(same_name(action.committee), action.committee)
        rows = (
            part for each in logbook.entries for key, _ in each.values for part in key.split(".")
        )
        self._actions = Actions(logbook.actions, self._last_said, rows)

    @property
    def logbook(self) -> Logbook:
        """The logbook as it is by now."""
        entries = tuple(self._entries.values())
        met = (entry.meeting for entry in entries if not entry.ahead)
        return attrs.evolve(
            self._before,
            actions=self._actions.all,
            entries=entries,
            held=max((self._before.held, *met)),
            course=self._course,
        )

    def take(self, filled: FilledSheet) -> tuple[tuple[TakenSheet, ...], tuple[str, ...]]:
        """Take in a file: give what became of each of its sheets, and what to tell about it."""
        coming = [self._coming(filled, sheet) for sheet in filled.form.sheets]
        if loose := tuple(usable(f"{each.where}: {each.text}") for each in filled.unplaced):
            place = next((n for n, entry in enumerate(coming) if entry.values), 0)
            coming[place] = attrs.evolve(coming[place], unplaced=loose)
        sheets = tuple(
            self._take(entry, sheet, filled.form)
            for entry, sheet in zip(coming, filled.form.sheets, strict=True)
        )
        if any(each.entry for each in sheets):
            self._course = self._course or filled.form.identifier.partition("/")[0]
        notes = (*self._notes, *self._actions.notes)
        self._notes.clear()
        self._actions.notes.clear()
        return sheets, notes

    def _coming(self, filled: FilledSheet, sheet: Sheet) -> Entry:
        values = []
        committee = None
        for answer in filled.answers:
            field, value = answer.field, usable(answer.value).strip()
            if field.sheet != sheet.id:
                continue
            if field.means is Meaning.COMMITTEE:
                committee = value
            elif value and value != field.value:
                values.append((key_on_sheet(field), value))
        if values and committee == "":
            self._notes.append(say("“{title}” does not say whose it is", title=sheet.title))
        return Entry(
            id="",
            sheet=sheet.id,
            title=sheet.title,
            meeting=filled.form.meeting,
            values=tuple(values),
            exercise=filled.form.exercise,
            committee=self._committee(committee or "", known=not values),
            saved=filled.saved,
            file="" if sheet.personal else usable(" ".join(filled.name.split())),
            ahead=sheet.ahead,
        )

    def _committee(self, written: str, *, known: bool) -> str:
        """Give the committee's name as it was first written; tell when it is nearly another's."""
        name = same_name(written)
        if name in self._committees or known:
            return self._committees.get(name, written)
        others = [each for each in self._committees if _digits(each) == _digits(name)]
        near = get_close_matches(name, others, 1, 0.8)
        self._committees[name] = " ".join(written.split())
        if near:
            said = say(
                "“{name}” looks like “{other}”; they are kept apart",
                name=self._committees[name],
                other=self._committees[near[0]],
            )
            self._notes.append(said)
        return self._committees[name]

    def _take(self, coming: Entry, sheet: Sheet, form: SheetForm) -> TakenSheet:
        if not coming.values and not coming.unplaced:
            return TakenSheet(sheet, Outcome.BLANK, coming.committee)
        fields = [field for field in form.fields if field.sheet == sheet.id]
        pool = self._pools.setdefault(_pool(coming), [])
        known = earlier_version(coming, sheet, fields, [self._entries[id_] for id_ in pool])
        conflicts: tuple[Conflict, ...] = ()
        if known is None:
            entry = attrs.evolve(coming, id=f"s{next(self._free)}")
            pool.append(entry.id)
        else:
            titles = {key_on_sheet(field): field.title for field in fields}
            entry, conflicts = merged(known, coming, titles, self._decide)
        before = known.values if known else ()
        entry, added = self._recorded(entry, fields, dict(before))
        self._entries[entry.id] = entry
        if known and entry.committee != known.committee:
            self._actions.hand_over(entry.id, entry.committee)
        outcome = Outcome.NEW if known is None else Outcome.UPDATED
        if known and attrs.evolve(entry, saved=known.saved, file=known.file) == known:
            outcome = Outcome.SAME
        return TakenSheet(
            sheet,
            Outcome.CONFLICT if conflicts else outcome,
            entry.committee,
            entry.id,
            len(coming.values),
            added,
            conflicts,
        )

    def _recorded(
        self, entry: Entry, fields: Iterable[FormField], before: Mapping[str, str]
    ) -> tuple[Entry, tuple[str, ...]]:
        """Let what is new on *entry* reach the actions, and give it with what else was learnt."""
        learnt = entry.learnt
        self._actions.added.clear()
        for mention in mentions(fields, before, dict(entry.values)):
            if not self._actions.take(mention, entry):
                learnt = with_learnt(learnt, mention.cells.get(Meaning.LEARNT))
        return attrs.evolve(entry, learnt=learnt), tuple(self._actions.added)

    def _last_said(self, answer: str, committee: str) -> int | None:
        name = same_name(committee)
        return max(
            (
                entry.meeting
                for entry in self._entries.values()
                if same_name(entry.committee) == name
                and any(value == answer for _, value in entry.values)
            ),
            default=None,
        )


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))


def _pool(entry: Entry) -> tuple[object, ...]:
    return entry.sheet, entry.exercise, entry.meeting

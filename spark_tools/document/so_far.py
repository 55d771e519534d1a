"""What the course has agreed, tried and learnt so far, for the guide and the overview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from spark_tools.content.names import same_name
from spark_tools.document.action_rows import named, state_name, told
from spark_tools.document.carried import Carried
from spark_tools.document.clock import date
from spark_tools.document.occasions import document_words
from spark_tools.document.tables import bullets, cell, row
from spark_tools.document.variables import joined
from spark_tools.document.wording import inside, quoted
from spark_tools.i18n import Words
from spark_tools.model import (
    Action,
    ActionState,
    Block,
    Cell,
    Column,
    Heading,
    Meeting,
    Paragraph,
    Role,
    SessionPlan,
    Table,
    text,
)


def known_blocks(
    plan: SessionPlan, meeting: Meeting, given: Sequence[Carried]
) -> tuple[Block, ...]:
    """Give what the consultant knows before *meeting*, if it is the next one.

    That is which sheets have come in, what was agreed and how far it has come, and
    what has been learnt. Each of several committees has one row.
    """
    if meeting is not plan.next_meeting:
        return ()
    words = document_words(plan)
    by = _by_committee if plan.brief.committees > 1 else _by_action
    known = (*_received(plan, words), *by(given, words), *_learnt_besides(plan, given, words))
    if not known:
        return ()
    return (Heading(2, text(words("What we know from last time")), keep_start=True), *known)


def _received(plan: SessionPlan, words: Words) -> tuple[Paragraph, ...]:
    """Count the sheets that have come in since the last meeting began."""
    entries = [entry for entry in plan.logbook.entries if entry.meeting >= plan.held]
    if not entries:
        return ()
    titles = Counter(entry.title for entry in entries)
    sheets = joined([f"{n} {quoted(title, words)}" for title, n in titles.items()], words)
    line = words("Sheets received: {sheets}", sheets=sheets)
    if committees := len({same_name(entry.committee) for entry in entries if entry.committee}):
        senders = words.count("{n} committee", "{n} committees", committees)
        line = words("{sheets}, from {committees}", sheets=line, committees=senders)
    return (Paragraph(text(line), Role.NOTE),)


def _by_action(given: Sequence[Carried], words: Words) -> tuple[Table, ...]:
    columns = (
        Column(words("Agreement"), 34),
        Column(words("Who"), 15),
        Column(words("Looked at again"), 14),
        Column(words("How far"), 13),
        Column(words("Learnt so far"), 24),
    )
    rows = tuple(
        row(
            _action(action),
            action.who,
            date(action.review, words.language) if action.review else Cell(),
            state_name(action.state, words),
            cell(*action.learnt),
        )
        for one in given
        for action in one.waiting
    )
    return (Table(columns, rows),) if rows else ()


def _action(action: Action) -> Cell:
    if not action.name or not action.what:
        return cell(named(action))
    return cell(text(action.name, strong=True), action.what)


def _by_committee(given: Sequence[Carried], words: Words) -> tuple[Table, ...]:
    columns = (
        Column(words("Committee"), 18),
        Column(words("Agreements, and how far they have come"), 46),
        Column(words("Learnt so far"), 36),
    )
    cells = (
        (
            one.committee or words("Committee not stated"),
            cell(*bullets(_with_state(action, words) for action in one.waiting)),
            cell(*bullets((*_of_ended(one, words), *_of_waiting(one), *_of_sheets(one)))),
        )
        for one in given
    )
    rows = tuple(
        row(text(committee, strong=True), agreements, learnt)
        for committee, agreements, learnt in cells
        if agreements.blocks or learnt.blocks
    )
    return (Table(columns, rows),) if rows else ()


def _with_state(action: Action, words: Words) -> str:
    state = inside(state_name(action.state, words))
    return f"{told(action, words.language)}: {state}"


def _learnt_besides(plan: SessionPlan, given: Sequence[Carried], words: Words) -> tuple[Block, ...]:
    """Give what has been learnt that stands in no row."""
    if plan.brief.committees > 1:
        in_rows = {same_name(one.committee) for one in given}
        lines = [
            f"{entry.committee}: {line}" if entry.committee else line
            for entry in plan.logbook.entries
            if same_name(entry.committee) not in in_rows
            for line in entry.learnt
        ]
    else:
        ended = [line for one in given for line in _of_ended(one, words)]
        lines = [*ended, *(line for entry in plan.logbook.entries for line in entry.learnt)]
    if not lines:
        return ()
    return (Paragraph(text(words("Also learnt on the way")), Role.LABEL), *bullets(lines))


def _of_ended(given: Carried, words: Words) -> Iterator[str]:
    for action in given.course:
        if action not in given.waiting:
            state = inside(state_name(action.state, words))
            about = f"{action.name or action.what} ({state})"
            yield from (f"{about}: {line}" for line in action.learnt)


def _of_waiting(given: Carried) -> Iterator[str]:
    for action in given.waiting:
        about = action.name or action.what
        yield from (f"{about}: {line}" for line in action.learnt)


def _of_sheets(given: Carried) -> Iterator[str]:
    return (line for entry in given.entries for line in entry.learnt)


def agreed_blocks(plan: SessionPlan) -> tuple[Block, ...]:
    """Give what the course has agreed to try, and how far each thing has come.

    Where there are several committees, their agreements are only counted.
    """
    words, actions = document_words(plan), plan.logbook.actions
    if not actions:
        return ()
    title = Heading(2, text(words("What you have agreed to try")))
    if plan.brief.committees > 1:
        return (title, Paragraph(text(_counted(actions, words))))
    columns = (Column(words("What"), 58), Column(words("Who"), 22), Column(words("How far"), 20))
    rows = tuple(
        row(_action(action), action.who, state_name(action.state, words)) for action in actions
    )
    return (title, Table(columns, rows))


def _counted(actions: Sequence[Action], words: Words) -> str:
    states = Counter(action.state for action in actions)
    parts = [
        f"{states[state]} {inside(state_name(state, words))}"
        for state in ActionState
        if states[state]
    ]
    agreements = words.count("{n} agreement", "{n} agreements", len(actions))
    return f"{agreements}: {joined(parts, words)}"

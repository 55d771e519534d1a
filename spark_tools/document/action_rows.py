"""The rows of a grid that are filled in beforehand, one for each action."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from spark_tools.document.carried import Carried
from spark_tools.document.clock import day_and_month
from spark_tools.i18n import LANGUAGES, Words
from spark_tools.i18n import words as words_of
from spark_tools.model import TICK, Action, ActionState, Entry, FieldGrid, GridColumn, Meaning


def filled_in(grid: FieldGrid, sheet: str, given: Carried) -> FieldGrid:
    """Give *grid* of the sheet with the id *sheet* with a row for each of its actions.

    At least one row more stays empty. A row is named after its action; the empty ones
    have numbers that no sheet has come back with, so that a row's name never
    means two things.
    """
    actions = given.rows_for(grid)
    if not actions:
        return grid
    rows = max(grid.rows, len(actions) + 1)
    free = max((len(actions), *_numbers(grid.id, sheet, given.entries))) + 1
    values = (
        (number, column.id, value)
        for number, action in enumerate(actions, start=1)
        for column, value in _row(grid, action, given.words)
        if value
    )
    empty = range(free, free + rows - len(actions))
    return attrs.evolve(
        grid,
        rows=rows,
        values=tuple(values),
        row_ids=(*(action.id for action in actions), *map(str, empty)),
    )


def _numbers(grid: str, sheet: str, entries: Sequence[Entry]) -> Iterator[int]:
    for entry in entries:
        if entry.sheet == sheet:
            for key, _ in entry.values:
                name, _, rest = key.partition(".")
                row = rest.partition(".")[0]
                if name == grid and row.isdecimal():
                    yield int(row)


def _row(grid: FieldGrid, action: Action, words: Words) -> Iterator[tuple[GridColumn, str]]:
    """Pair each column that is filled in beforehand with its value.

    In a look-back what stands after the decision is about what happens now, and
    stays empty; who and when are told with what was agreed instead.
    """
    looks_back = grid.rows_from == "actions"
    meanings = [column.means for column in grid.columns]
    agreed = len(meanings)
    if looks_back and Meaning.DECISION in meanings:
        agreed = meanings.index(Meaning.DECISION)
    filled = meanings[:agreed]
    what = named(action, apart=Meaning.NAME in filled)
    if looks_back:
        what += _tail(action, words.language, Meaning.WHO in filled, Meaning.REVIEW in filled)
    values = {
        Meaning.NAME: action.name,
        Meaning.WHAT: what,
        Meaning.WHO: action.who,
        Meaning.REVIEW: action.review.isoformat() if action.review else "",
        Meaning.STARTED: TICK * (action.state is ActionState.TRYING),
        Meaning.STATE: state_name(action.state, words),
    }
    if not looks_back:
        values[Meaning.LEARNT] = "\n".join(action.learnt)
    for column in grid.columns[:agreed]:
        if column.means in values:
            yield column, values[column.means]


def named(action: Action, *, apart: bool = False) -> str:
    """Give what *action* is, its name before it unless that stands *apart* or is there."""
    if not action.name or not action.what:
        return action.what or action.name
    if apart or action.what.casefold().startswith(action.name.casefold()):
        return action.what
    return f"{action.name}: {action.what}"


def _tail(action: Action, language: str, who_stands: bool = False, day_stands: bool = False) -> str:
    who = "" if who_stands else " ".join(action.who.split())
    day = day_and_month(action.review, language) if action.review and not day_stands else ""
    both = ", ".join(filter(None, (who, day)))
    return f" ({both})" if both else ""


def told(action: Action, language: str) -> str:
    """Give what *action* is, with its name, and who and when in a parenthesis."""
    return named(action) + _tail(action, language)


def what_written(answer: str, action: Action) -> str:
    """Give what *answer* says that *action* is, without what the sheet said besides.

    That is its name in front of it, and who and when in a parenthesis after it. So
    an answer that nobody has changed gives the action's own ``what``, but for blanks.
    """
    tails = {
        tail
        for language in LANGUAGES
        for who_stands, day_stands in ((False, False), (False, True), (True, False))
        if (tail := _tail(action, language, who_stands, day_stands))
    }
    said = answer.strip()
    for tail in sorted(tails, key=len, reverse=True):
        if found := re.search(rf"\s+{_any_blanks(tail)}$", said):
            said = said[: found.start()]
            break
    if named(action) != action.what:
        said = re.sub(rf"^{_any_blanks(action.name)}(:\s+|$)", "", said)
    return said


def _any_blanks(words: str) -> str:
    """Give a pattern for *words* with any blanks between them."""
    return r"\s+".join(map(re.escape, words.split()))


def state_name(state: ActionState, words: Words) -> str:
    """Give how far an action has come, in everyday words."""
    names = {
        ActionState.AGREED: words("Agreed"),
        ActionState.TRYING: words("Under way"),
        ActionState.DONE: words("Carried through"),
        ActionState.ADJUSTED: words("Adjusted"),
        ActionState.DROPPED: words("Stopped"),
    }
    return names[state]


def state_called(name: str) -> ActionState | None:
    """Give how far an action has come that a sheet says is *name*, or None."""
    said = " ".join(name.split()).casefold()
    for language in LANGUAGES:
        for state in ActionState:
            if state_name(state, words_of("document", language)).casefold() == said:
                return state
    return None

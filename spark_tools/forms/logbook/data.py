"""Actions and sheets as the keys and values of the logbook file, without those that are empty."""

from __future__ import annotations

import re

from spark_tools.document.clock import iso_day
from spark_tools.forms.logbook.toml_words import Value
from spark_tools.model import TICK, Action, Entry

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Data = dict[str, Value]


def action_data(action: Action) -> Data:
    """Give what stands below ``[[actions]]``."""
    return _filled(
        id=action.id,
        name=action.name,
        what=action.what,
        who=action.who,
        review=action.review,
        state=action.state.value,
        meeting=action.meeting,
        committee=action.committee,
        learnt=action.learnt,
        source=action.source,
    )


def entry_data(entry: Entry) -> Data:
    """Give what stands below ``[[sheets]]``, but for the tables of answers."""
    return _filled(
        id=entry.id,
        sheet=entry.sheet,
        title=entry.title,
        exercise=entry.exercise,
        meeting=entry.meeting,
        committee=entry.committee,
        saved=entry.saved,
        file=entry.file,
        ahead=entry.ahead,
        learnt=entry.learnt,
        unplaced=entry.unplaced,
    )


def answer_tables(entry: Entry) -> dict[str, Data]:
    """Give what stands below ``[sheets.values]`` and ``[sheets.earlier]``."""
    earlier: dict[str, tuple[str, ...]] = {}
    for key, value in entry.earlier:
        earlier[key] = (*earlier.get(key, ()), value)
    return {
        "values": {key: _answer(value) for key, value in entry.values},
        "earlier": dict(earlier),
    }


def _filled(**values: Value | None) -> Data:
    return {key: value for key, value in values.items() if value}


def _answer(value: str) -> Value:
    """Give a tick as true and a day as a date."""
    if value == TICK:
        return True
    return (_DAY.fullmatch(value) and iso_day(value)) or value

"""How far an action has come after what a sheet says of it."""

from __future__ import annotations

from spark_tools.content.decisions import decision_of
from spark_tools.forms.records import Record
from spark_tools.model import ActionState, Decision, Meaning

_AFTER = {
    Decision.CONTINUE: ActionState.TRYING,
    Decision.ADJUST: ActionState.ADJUSTED,
    Decision.STOP: ActionState.DROPPED,
    Decision.SPREAD: ActionState.DONE,
}


def wanted_state(state: ActionState, record: Record) -> ActionState:
    """Give the state that *record* leads to from *state*; the same where it says nothing new.

    Something that has ended may be wanted alive again: whether it gets so is for
    the caller to decide.
    """
    decision = decision_of(record.new(Meaning.DECISION))
    if decision is not None:
        return _AFTER[decision]
    begun = record.new(Meaning.STARTED) or record.new(Meaning.DONE)
    return ActionState.TRYING if begun and state is ActionState.AGREED else state

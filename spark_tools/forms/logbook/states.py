"""How far an action has come after what a sheet says of it."""

from __future__ import annotations

from spark_tools.content.decisions import decision_of
from spark_tools.forms.logbook.mentions import Mention
from spark_tools.model import ActionState, Decision, Meaning

_AFTER = {
    Decision.CONTINUE: ActionState.TRYING,
    Decision.ADJUST: ActionState.ADJUSTED,
    Decision.STOP: ActionState.DROPPED,
    Decision.SPREAD: ActionState.DONE,
}


def wanted_state(state: ActionState, mention: Mention) -> ActionState:
    """Give the state that *mention* leads to from *state*; the same where it says nothing new.

    Something that has ended may be wanted alive again: whether it gets so is for
    the caller to decide.
    """
    decision = decision_of(mention.new(Meaning.DECISION))
    if decision is not None:
        return _AFTER[decision]
    begun = mention.new(Meaning.STARTED) or mention.new(Meaning.DONE)
    return ActionState.TRYING if begun and state is ActionState.AGREED else state

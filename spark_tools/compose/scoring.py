"""What makes one course better than another: the whole objective, and every weight.

The objective is compared part by part. First, nothing that must be is missing:
required slots are filled, wishes are met, actions are looked back at, and the
last meeting evaluates. Second, no meeting runs over. Third, the total score is
as high as it can be: the sum over everything that is placed of

* ``FILLED`` for the first exercise of a slot and ``FURTHER`` for each one more,
  so that optional places are used where there is time;
* ``PREFERRED`` where the slot prefers the exercise, ``RANK`` less for each that
  it prefers more, but at least ``RANK``;
* ``THEME`` where the exercise names a theme of the brief, ``FURTHER_THEME`` for
  each one more of them (at most two), or ``ANY_THEME`` where it fits them all;
* ``GROUPS`` where everybody sits in a group of the size the exercise likes;
* minus ``UNTRANSLATED`` where there is no text in the brief's language: more
  than all fits together can outweigh;
* minus ``REPEATED`` each further time that an exercise comes, for variety;
* minus ``EXTRA`` where a wished exercise is placed beyond what the slot takes;

and for each meeting, with the minutes it has net of pauses,

* minus ``SQUEEZE`` times the square of the share by which the typical minutes
  are too many;
* minus ``IDLE`` for each five minutes that the typical minutes are too few,
  beyond a healthy buffer.

Every part is a whole number of tens, so that near ties are ties and the search
is short. Wishes carry no weight: they must be met. Ties go to the order of the slot's
preferences and then of the library.
"""

from __future__ import annotations

from spark_tools.compose.layout import BREAKS, BUFFER, LUNCHES, WORK
from spark_tools.model import ANY, Exercise, Slot

FILLED = 400
FURTHER = 280
PREFERRED = 60
RANK = 10
THEME = 60
FURTHER_THEME = 20
ANY_THEME = 30
GROUPS = 20
UNTRANSLATED = 200
REPEATED = 50
EXTRA = 900
SQUEEZE = 20_000
IDLE = 10
TEN = 10


def fit(exercise: Exercise, themes: tuple[str, ...], groups: tuple[int, ...], language: str) -> int:
    """Score how *exercise* fits the brief, whatever the slot."""
    named = sum(theme in exercise.themes for theme in themes)
    score = 0
    if named:
        score += THEME + FURTHER_THEME * min(named - 1, 2)
    elif ANY in exercise.themes:
        score += ANY_THEME
    size = exercise.participants.group
    if size is None or (size.min <= groups[-1] and groups[0] <= size.max):
        score += GROUPS
    if exercise.language != language:
        score -= UNTRANSLATED
    return score


def preference(slot: Slot, exercise: str) -> int:
    """Score how much *slot* prefers *exercise*."""
    if exercise not in slot.prefer:
        return 0
    return max(RANK, PREFERRED - RANK * slot.prefer.index(exercise))


def filling(count: int, *, extra: bool) -> int:
    """Score one more exercise in a place of *count*; *extra* is beyond what the slot takes."""
    if extra:
        return FURTHER - EXTRA
    return FURTHER if count else FILLED


def net_marks(marks: int, lunch: bool) -> int:
    """Give the five-minute marks that a meeting of *marks* has for work and a usual pause plan."""
    eaten = LUNCHES[0] if lunch else 0
    breaks = 0
    while marks - eaten - BREAKS[0] * breaks > WORK * (breaks + 1 + lunch):
        breaks += 1
    return max(1, marks - eaten - BREAKS[0] * breaks)


def time_penalty(typical: int, net: int) -> int:
    """Score *typical* marks of work against the *net* marks of the meeting, never below 0."""
    if typical > net:
        return TEN * (SQUEEZE * (typical - net) ** 2 // (TEN * net * net))
    return IDLE * max(0, net - typical - BUFFER)

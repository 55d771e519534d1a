"""The occasions of a course on which an exercise is run, in a meeting or outside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from spark_tools.compose.groups import group_sizes
from spark_tools.document.quantities import Headcount, Needed, headcount, needed
from spark_tools.document.variables import Values, values
from spark_tools.document.wording import quoted
from spark_tools.i18n import Words, words
from spark_tools.model import (
    ANY,
    AgendaItem,
    Copies,
    Exercise,
    Handout,
    Meeting,
    Per,
    Placement,
    SessionPlan,
)

HandoutSource = Callable[[Exercise, Meeting], Iterable[Handout]]
"""What gives further handouts of an exercise in a meeting."""


@frozen
class Occasion:
    """One exercise on one occasion: its agenda items (none outside a meeting) and its sheets.

    ``ahead`` says that it is done before the meeting, ``with_posters`` that the sheets
    which hang on the wall are drawn on A3 as well.
    """

    plan: SessionPlan
    meeting: Meeting
    exercise: Exercise
    items: tuple[AgendaItem, ...]
    group_sizes: tuple[int, ...]
    handouts: tuple[Handout, ...]
    ahead: bool = False
    with_posters: bool = False

    @property
    def words(self) -> Words:
        """The words of the documents in the brief's language."""
        return document_words(self.plan)

    @property
    def values(self) -> Values:
        """What the variables stand for."""
        return values(self.plan, self.meeting, self.group_sizes, self.words)

    @property
    def people(self) -> Headcount:
        """How many people, groups and committees there are."""
        return headcount(self.plan.brief, self.group_sizes)

    @property
    def materials(self) -> tuple[Needed, ...]:
        """What to bring, counted."""
        return tuple(needed(material, self.people) for material in self.exercise.materials)

    def waiting_on(self, handout: Handout) -> int:
        """Give how many of the waiting actions one copy of *handout* has to hold.

        A sheet for each committee or group holds its share, any other holds them all.
        """
        shared = handout.copies.per in (Per.COMMITTEE, Per.GROUP)
        sheets = self.people.number(Copies(handout.copies.per)) if shared else 1
        return -(-self.meeting.waiting_actions // max(1, sheets))

    def draws_on_a3(self, handout: Handout) -> bool:
        """Whether *handout* is drawn on A3 as well."""
        return self.with_posters and handout.poster

    @property
    def copies(self) -> tuple[Needed, ...]:
        """The sheets to print, counted; one that is drawn on A3 is printed on it."""
        words = self.words
        return tuple(
            Needed(
                words("{sheet} on A3", sheet=quoted(sheet.title, words))
                if self.draws_on_a3(sheet)
                else quoted(sheet.title, words),
                self.people.number(sheet.copies),
                sheet.copies,
            )
            for sheet in self.handouts
        )

    @property
    def cautions(self) -> tuple[str, ...]:
        """The exercise's warnings that hold for a theme of the course."""
        themes = {ANY, *(theme.id for theme in self.plan.themes)}
        return tuple(
            caution.text for caution in self.exercise.cautions if themes & set(caution.themes)
        )


def document_words(plan: SessionPlan) -> Words:
    """Give the documents' words in the brief's language."""
    return words("document", plan.brief.language)


def in_meeting(
    plan: SessionPlan, meeting: Meeting, handouts: HandoutSource
) -> tuple[Occasion, ...]:
    """Give the exercises of the meeting itself, each once, in order."""
    return tuple(_in_meeting(plan, meeting, handouts))


def _in_meeting(plan: SessionPlan, meeting: Meeting, handouts: HandoutSource) -> Iterator[Occasion]:
    for exercise in meeting.exercises:
        items = tuple(
            item for item in meeting.items if item.exercise and item.exercise.id == exercise.id
        )
        sheets = (*exercise.handouts, *handouts(exercise, meeting))
        first = items[0]
        yield Occasion(plan, meeting, exercise, items, first.group_sizes, sheets)


def placed(
    plan: SessionPlan,
    meeting: Meeting,
    placements: tuple[Placement, ...],
    handouts: HandoutSource,
    *,
    ahead: bool = False,
) -> tuple[Occasion, ...]:
    """Give the exercises done *ahead* of *meeting*, or in the interval after it."""
    brief = plan.brief
    return tuple(
        Occasion(
            plan,
            meeting,
            placement.exercise,
            (),
            group_sizes(
                brief.participants,
                placement.exercise.participants.group,
                committees=brief.committees,
                grouping=plan.course_type.grouping,
            ),
            (*placement.exercise.handouts, *handouts(placement.exercise, meeting)),
            ahead,
        )
        for placement in placements
    )

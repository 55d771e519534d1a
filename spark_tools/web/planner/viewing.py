"""From a plan to what a page shows of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from spark_tools.compose.explanation import finding_sentence, reason_sentence
from spark_tools.content.course_type import LONGEST, SHORTEST
from spark_tools.document.clock import clock, duration, meeting_day, meeting_hours
from spark_tools.document.framing import CourseDocument
from spark_tools.document.wording import item_title
from spark_tools.i18n import Words, message_language, words
from spark_tools.model import (
    AgendaItem,
    Edition,
    Exercise,
    ItemKind,
    Meeting,
    Placement,
    Reason,
    SessionPlan,
    Severity,
)
from spark_tools.web.planner.alternatives import Choice, Spot
from spark_tools.web.planner.view import (
    STEP,
    DocumentView,
    FindingView,
    ItemView,
    MeetingView,
    PassedOver,
    PlanView,
    TitleView,
    WishView,
)


def plan_view(
    plan: SessionPlan,
    documents: Iterable[CourseDocument],
    choices: Mapping[Spot, Choice],
    exercises: Mapping[str, Exercise],
    calendar: str = "",
) -> PlanView:
    """Give *plan* for reading, in the language spoken here.

    *choices* say what can be done about each exercise; *exercises* are all there are, by
    their ids, in the plan's language. *calendar* is the path of its calendar, if any.
    """
    drawing = _Drawing(plan, choices)
    listed = tuple(documents)
    course_type = plan.course_type
    return PlanView(
        course=TitleView(course_type.id, course_type.title, course_type.language),
        workplace=plan.brief.workplace,
        language=plan.brief.language,
        meetings=tuple(drawing.meeting(each, listed) for each in plan.meetings),
        documents=_documents(listed, 0),
        findings=drawing.findings(),
        wishes=tuple(_wishes(plan, exercises)),
        passed_over=drawing.passed_over(),
        calendar=calendar,
    )


@frozen
class _Drawing:
    plan: SessionPlan
    choices: Mapping[Spot, Choice]

    @property
    def language(self) -> str:
        return message_language()

    @property
    def compose(self) -> Words:
        return words("compose", self.language)

    @property
    def document(self) -> Words:
        return words("document", self.language)

    def meeting(self, meeting: Meeting, documents: Iterable[CourseDocument]) -> MeetingView:
        return MeetingView(
            number=meeting.number,
            title=meeting.title,
            language=self.plan.course_type.language,
            purpose=meeting.purpose,
            outcome=meeting.outcome,
            day=meeting_day(meeting, self.document),
            hours=meeting_hours(meeting, self.language),
            place=meeting.place,
            length=duration(meeting.minutes, self.document),
            items=tuple(self._item(meeting, item) for item in meeting.items),
            before=tuple(self._placement(meeting, each, "before") for each in meeting.before),
            after=tuple(self._placement(meeting, each, "after") for each in meeting.after),
            documents=_documents(documents, meeting.number),
            longer=meeting.minutes + STEP <= LONGEST,
            shorter=meeting.minutes - STEP >= SHORTEST,
        )

    def _item(self, meeting: Meeting, item: AgendaItem) -> ItemView:
        shown = ItemView(
            kind=item.kind.value,
            title=item_title(item, self.document),
            language=item.exercise.language if item.exercise else self.language,
            start=clock(meeting.clock(item.start), self.language),
            end=clock(meeting.clock(item.start + item.minutes), self.language),
            minutes=item.minutes,
        )
        if item.kind is not ItemKind.EXERCISE or item.exercise is None or item.part > 1:
            return shown
        return self._explained(shown, meeting, item.exercise, item.reasons)

    def _placement(self, meeting: Meeting, placement: Placement, kind: str) -> ItemView:
        exercise = placement.exercise
        shown = ItemView(kind, exercise.title, exercise.language)
        return self._explained(shown, meeting, exercise, placement.reasons)

    def _explained(
        self,
        shown: ItemView,
        meeting: Meeting,
        exercise: Exercise,
        reasons: Iterable[Reason],
    ) -> ItemView:
        choice = self.choices.get((meeting.number, exercise.id), Choice())
        everywhere = [each for spot, each in self.choices.items() if spot[1] == exercise.id]
        return evolve(
            shown,
            exercise=exercise.id,
            purpose=exercise.purpose,
            reasons=tuple(reason_sentence(reason, self.compose) for reason in reasons),
            others=tuple(_title(other.exercise, other.short) for other in choice.others),
            may_go=all(each.optional or each.others for each in everywhere),
            often=len(everywhere) > 1,
        )

    def findings(self) -> tuple[FindingView, ...]:
        return tuple(
            FindingView(
                finding_sentence(finding, self.compose), finding.severity is Severity.WARNING
            )
            for finding in self.plan.findings
        )

    def passed_over(self) -> tuple[PassedOver, ...]:
        return tuple(
            PassedOver(_title(exercise), reason_sentence(reason, self.compose))
            for exercise, reason in self.plan.passed_over
        )


def _title(exercise: Exercise, short: int = 0) -> TitleView:
    return TitleView(exercise.id, exercise.title, exercise.language, short)


def _wishes(plan: SessionPlan, exercises: Mapping[str, Exercise]) -> Iterator[WishView]:
    brief = plan.brief
    for number, wish in enumerate(brief.meetings, start=1):
        for name in wish.include:
            yield WishView(_title(exercises[name]), True, number)
    for name in brief.include:
        yield WishView(_title(exercises[name]), True)
    for name in brief.exclude:
        yield WishView(_title(exercises[name]), False)


def _documents(documents: Iterable[CourseDocument], meeting: int) -> tuple[DocumentView, ...]:
    return tuple(
        DocumentView(entry.name, _document_title(entry), entry.document.edition.value)
        for entry in documents
        if entry.meeting == meeting
    )


def _document_title(entry: CourseDocument) -> str:
    _ = words("web", entry.document.language)
    title = entry.document.title
    if entry.document.edition is Edition.WORKSHEETS:
        return _("Worksheet: {title}", title=title)
    if entry.document.edition is Edition.POSTERS:
        return _("Poster: {title}", title=title)
    return title

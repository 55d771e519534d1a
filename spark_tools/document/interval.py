"""The sheets for the workplace between the meetings, and before the first one."""

from __future__ import annotations

from collections.abc import Sequence

from spark_tools.document.agreements import INTERVAL, agreement_blocks
from spark_tools.document.bringing import things_to_bring
from spark_tools.document.carried import Carried
from spark_tools.document.clock import meeting_day, meeting_hours
from spark_tools.document.filling import prose
from spark_tools.document.framing import CourseDocument, framed, meeting_name
from spark_tools.document.marks import within
from spark_tools.document.occasions import Occasion, document_words
from spark_tools.document.quantities import Needed
from spark_tools.document.sheets import filled_in_mark
from spark_tools.document.tables import bullets
from spark_tools.document.variables import Values
from spark_tools.document.wording import quoted
from spark_tools.i18n import Words
from spark_tools.model import (
    Block,
    Copies,
    Edition,
    Heading,
    Meeting,
    PageBreak,
    Paragraph,
    Per,
    Role,
    Section,
    SessionPlan,
    Sheet,
    Step,
    text,
)


def before_document(
    plan: SessionPlan, meeting: Meeting, before: Sequence[Occasion]
) -> CourseDocument:
    """Lay out what the workplace does before its first meeting."""
    words = document_words(plan)
    title = words("Before the first meeting")
    blocks = (
        Heading(1, text(title)),
        _when(meeting, words("The first meeting"), words),
        *(block for occasion in before for block in _task(occasion, 2)),
        *_bring(meeting, words),
    )
    document = framed(plan, meeting, Edition.INTERVAL, title, (Section(blocks),), "before")
    name = meeting_name(meeting, words("before-the-meeting"))
    return CourseDocument(document, name, meeting.number)


def interval_document(
    plan: SessionPlan,
    meeting: Meeting,
    following: Meeting | None,
    during: Sequence[Occasion],
    after: Sequence[Occasion],
    before: Sequence[Occasion],
    given: Carried | None = None,
) -> CourseDocument:
    """Lay out the time after *meeting*.

    *during* are the exercises of the meeting itself, *after* those tried in the
    interval, *before* what is done ahead of the *following* meeting. The agreements
    are filled in with what is *given*.
    """
    words = document_words(plan)
    title = words("After the last meeting")
    if following:
        title = words(
            "Between meeting {number} and {next}", number=meeting.number, next=following.number
        )
    tasks = (
        *_tasks(words("What you try"), after),
        *_until_next(during, words),
        *_tasks(words("Before the next meeting"), before),
        *(_bring(following, words) if following else ()),
    )
    blocks = (
        Heading(1, text(title)),
        *((_when(following, words("The next meeting"), words),) if following else ()),
        *tasks,
        *((PageBreak(),) if tasks else ()),
        *agreement_blocks(plan, meeting, given),
    )
    sections = (Section(blocks),)
    document = framed(
        plan,
        meeting,
        Edition.INTERVAL,
        title,
        sections,
        *filled_in_mark(sections, given),
        header=words("Between the meetings"),
        sheets=(Sheet(INTERVAL, words("Sheet for the time between the meetings")),),
    )
    name = "-".join(filter(None, (words("interval"), given.slug if given else "")))
    return CourseDocument(document, meeting_name(meeting, name), meeting.number)


def interval_sheet(plan: SessionPlan) -> Needed:
    """Count the copies of the sheet that is handed out at the end of a meeting."""
    words = document_words(plan)
    name = words("Sheet for the time between the meetings")
    return Needed(name, plan.brief.participants, Copies(Per.PERSON))


def _tasks(title: str, occasions: Sequence[Occasion]) -> tuple[Block, ...]:
    if not occasions:
        return ()
    tasks = (block for occasion in occasions for block in _task(occasion, 3))
    return (Heading(2, text(title)), *tasks)


def _task(occasion: Occasion, level: int) -> tuple[Block, ...]:
    exercise = occasion.exercise
    return (
        Heading(level, text(exercise.title)),
        Paragraph(text(exercise.purpose), Role.LEAD),
        *(block for step in exercise.steps for block in _step(step, occasion.values)),
        *(Paragraph(text(caution), Role.CAUTION) for caution in occasion.cautions),
        *_sheets(occasion),
        *prose(exercise.until_next, occasion.values),
    )


def _step(step: Step, values: Values) -> tuple[Block, ...]:
    title = text(within(lambda title: f"{title.rstrip('.:')}.", step.title) + " ", strong=True)
    first, *rest = prose(step.text, values)
    if isinstance(first, Paragraph):
        return (Paragraph((*title, *first.text)), *rest)
    return (Paragraph(title), first, *rest)


def _sheets(occasion: Occasion) -> tuple[Block, ...]:
    if not occasion.handouts:
        return ()
    titles = ", ".join(quoted(sheet.title, occasion.words) for sheet in occasion.handouts)
    return (Paragraph(text(occasion.words("Use the sheet: {titles}", titles=titles)), Role.NOTE),)


def _until_next(during: Sequence[Occasion], words: Words) -> tuple[Block, ...]:
    promised = [
        (occasion.exercise.title, prose(occasion.exercise.until_next, occasion.values))
        for occasion in during
        if occasion.exercise.until_next.strip()
    ]
    if not promised:
        return ()
    return (
        Heading(2, text(words("Until next time"))),
        *(
            block
            for title, blocks in promised
            for block in (Paragraph(text(title), Role.LABEL), *blocks)
        ),
    )


def _when(meeting: Meeting, name: str, words: Words) -> Paragraph:
    hours = meeting_hours(meeting, words.language)
    parts = (f"{name}: {meeting_day(meeting, words)}", hours, meeting.place)
    return Paragraph(text(" · ".join(filter(None, parts))), Role.LEAD)


def _bring(meeting: Meeting, words: Words) -> tuple[Block, ...]:
    things = things_to_bring(meeting.before, meeting, words)
    if not things:
        return ()
    return (Heading(2, text(words("Bring to the meeting"))), *bullets(things))

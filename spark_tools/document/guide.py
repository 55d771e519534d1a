"""The facilitator's guide to one meeting: the table of times, then every exercise in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spark_tools.document.care import care_blocks
from spark_tools.document.carried import Carried
from spark_tools.document.clock import at, duration, item_span
from spark_tools.document.exercise_pages import Passage, Pause, Run, exercise_blocks
from spark_tools.document.framing import CourseDocument, framed, meeting_name
from spark_tools.document.guide_front import fact_blocks, ready_blocks
from spark_tools.document.occasions import Occasion, document_words
from spark_tools.document.programme import programme_blocks
from spark_tools.document.quantities import Needed
from spark_tools.document.so_far import known_blocks
from spark_tools.document.variables import joined, values
from spark_tools.document.wording import group_sentence, pause_name
from spark_tools.model import (
    Block,
    Edition,
    Heading,
    Meeting,
    Orientation,
    Section,
    SessionPlan,
    text,
)


def guide_document(
    plan: SessionPlan,
    meeting: Meeting,
    occasions: Sequence[Occasion],
    outside: Sequence[Occasion] = (),
    hand_out: Sequence[Needed] = (),
    given: Sequence[Carried] = (),
) -> CourseDocument:
    """Lay out the guide to *meeting*, whose exercises are *occasions*, on landscape pages.

    *outside* are those done before the meeting or after it, which the consultant
    prepares too; *hand_out* are the sheets to print for the time after it. What
    is known from last time is *given*.
    """
    words = document_words(plan)
    title = words(
        "Facilitator's guide to meeting {number}: {title}",
        number=meeting.number,
        title=meeting.title,
    )
    blocks: tuple[Block, ...] = (
        Heading(1, text(title)),
        *fact_blocks(plan, meeting),
        *programme_blocks(meeting, occasions, words),
        *known_blocks(plan, meeting, given),
        *ready_blocks(plan, meeting, occasions, outside, hand_out),
        *care_blocks(plan, values(plan, meeting, (), words), words),
        *(block for occasion in occasions for block in exercise_blocks(_run(occasion), 2)),
    )
    section = Section(blocks, Orientation.LANDSCAPE)
    header = words("Facilitator's guide")
    document = framed(plan, meeting, Edition.GUIDE, title, (section,), header=header)
    name = meeting_name(meeting, words("facilitators-guide"))
    return CourseDocument(document, name, meeting.number)


def _run(occasion: Occasion) -> Run:
    words, language = occasion.words, occasion.words.language
    times = [item_span(occasion.meeting, item, language) for item in occasion.items]
    return Run(
        exercise=occasion.exercise,
        values=occasion.values,
        words=words,
        passages=tuple(_passages(occasion)),
        length=duration(sum(item.minutes for item in occasion.items), words),
        times=at(joined(times, words), language),
        groups=group_sentence(occasion.group_sizes, words),
        materials=tuple(thing.sentence(words) for thing in (*occasion.materials, *occasion.copies)),
        cautions=occasion.cautions,
        with_preparation=False,
    )


def _passages(occasion: Occasion) -> Iterator[Passage | Pause]:
    words, agenda = occasion.words, occasion.meeting.items
    first, last = agenda.index(occasion.items[0]), agenda.index(occasion.items[-1])
    for item in agenda[first : last + 1]:
        if item.exercise is None:
            yield Pause(pause_name(item.kind, words))
        elif item in occasion.items:
            for timed in item.steps:
                yield Passage(timed.step, words("{minutes} min", minutes=timed.minutes))

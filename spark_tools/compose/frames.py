"""The meetings of a course before anything is put in them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from spark_tools.compose.minutes import MARK
from spark_tools.i18n import messages
from spark_tools.model import Brief, CourseType, Fault, Meeting, MeetingTemplate, MeetingWish

SHORTEST, LONGEST = 30, 600
DAY = 24 * 60
LUNCH_FROM, LUNCH_UNTIL = 11 * 60, 13 * 60
MUST_EAT_FROM = 11 * 60 + 30


@frozen
class Frame:
    """One meeting's outer frame; ``minutes`` is its whole length, pauses included."""

    number: int
    template: MeetingTemplate
    title: str
    minutes: int
    start: datetime.time
    wish: MeetingWish

    @property
    def marks(self) -> int:
        """The length in five-minute marks."""
        return self.minutes // MARK

    @property
    def lunch(self) -> tuple[int, int] | None:
        """The first and last mark at which lunch may start, when there has to be one."""
        start = minute_of_day(self.start)
        if start > MUST_EAT_FROM or start + self.minutes < LUNCH_UNTIL:
            return None
        return max(0, -(-(LUNCH_FROM - start) // MARK)), (LUNCH_UNTIL - start) // MARK


def minute_of_day(time: datetime.time) -> int:
    """Give the minutes from midnight to *time*."""
    return time.hour * 60 + time.minute


def frames(
    brief: Brief, course_type: CourseType, held: Sequence[Meeting] = ()
) -> tuple[tuple[Frame, ...], tuple[Fault, ...]]:
    """Lay out the meetings of *course_type* as *brief* asks, with all that is wrong.

    The first have to be those *held*, whatever their lengths. Where the number of
    meetings is impossible there are no frames.
    """
    templates, faults = _templates(brief, course_type)
    times = {template.id: templates.count(template) for template in templates}
    come: dict[str, int] = {}
    laid = []
    for number, template in enumerate(templates, 1):
        come[template.id] = come.get(template.id, 0) + 1
        many = times[template.id] > 1
        wish = brief.meetings[number - 1] if brief.meetings else MeetingWish()
        frame = Frame(
            number,
            template,
            f"{template.title} {come[template.id]}" if many else template.title,
            wish.minutes or brief.minutes or template.minutes,
            wish.start or brief.start,
            wish,
        )
        laid.append(frame)
    return tuple(laid), (*faults, *_not_as_held(laid, held), *_faults(laid[len(held) :]))


def _templates(brief: Brief, course_type: CourseType) -> tuple[list[MeetingTemplate], list[Fault]]:
    times = [template.repeat.typical for template in course_type.meetings]
    least = sum(template.repeat.min for template in course_type.meetings)
    most = sum(template.repeat.max for template in course_type.meetings)
    wanted = len(brief.meetings) or sum(times)
    if not least <= wanted <= most:
        return [], [_wrong_number(course_type, wanted, least, most)]
    for index, template in enumerate(course_type.meetings):
        spare = wanted - sum(times)
        times[index] += min(
            max(spare, template.repeat.min - times[index]), template.repeat.max - times[index]
        )
    templates = [
        template
        for template, count in zip(course_type.meetings, times, strict=True)
        for _ in range(count)
    ]
    return templates, []


def _wrong_number(course_type: CourseType, wanted: int, least: int, most: int) -> Fault:
    words = messages("compose")
    if least == most:
        possible = words.count("{n} meeting", "{n} meetings", least)
    else:
        possible = words("{least} to {most} meetings", least=least, most=most)
    return Fault(
        words(
            "The course type {course_type} has {possible}; the brief settles {wanted}.",
            course_type=course_type.title,
            possible=possible,
            wanted=wanted,
        )
    )


def _not_as_held(laid: Sequence[Frame], held: Sequence[Meeting]) -> Iterator[Fault]:
    """Say where the brief no longer agrees with the meetings *held*."""
    words = messages("compose")
    if laid and len(laid) < len(held):
        yield Fault(
            words(
                "{held} meetings have been held, and the brief settles {wanted}.",
                held=len(held),
                wanted=len(laid),
            )
        )
        return
    for frame, meeting in zip(laid, held, strict=False):
        if frame.template.id != meeting.template:
            yield Fault(
                words(
                    "Meeting {meeting} has been held as “{title}”, and the brief now makes it "
                    "“{planned}”. What has been held stands: keep the course type, and the "
                    "number of meetings where it decides which meeting this is.",
                    meeting=frame.number,
                    title=meeting.title,
                    planned=frame.title,
                )
            )
            return


def _faults(laid: Iterable[Frame]) -> Iterator[Fault]:
    """Say what is wrong with the lengths and times, meetings that are alike together."""
    words = messages("compose")
    alike: dict[tuple[int, datetime.time], list[str]] = {}
    for frame in laid:
        alike.setdefault((frame.minutes, frame.start), []).append(str(frame.number))
    for (minutes, start), numbers in alike.items():
        said = {"meetings": ", ".join(numbers), "minutes": minutes}
        if not SHORTEST <= minutes <= LONGEST:
            yield Fault(
                words(
                    "Meeting {meetings} lasts {minutes} minutes; "
                    "a meeting lasts from {shortest} to {longest}.",
                    **said,
                    shortest=SHORTEST,
                    longest=LONGEST,
                )
            )
        elif minutes % MARK:
            down = minutes - minutes % MARK
            yield Fault(
                words(
                    "Meeting {meetings} lasts {minutes} minutes; agendas keep to "
                    "five-minute marks, so make it {down} or {up}.",
                    **said,
                    down=down,
                    up=down + MARK,
                )
            )
        if minute_of_day(start) + minutes > DAY:
            yield Fault(
                words(
                    "Meeting {meetings} starts at {start} and lasts {minutes} minutes, "
                    "which goes past midnight.",
                    **said,
                    start=f"{start.hour}.{start.minute:02}",
                )
            )

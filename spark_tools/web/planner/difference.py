"""What has changed from one plan to another, in a few sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from spark_tools.compose.explanation import finding_sentence, quoted
from spark_tools.document.clock import clock
from spark_tools.document.wording import inside, pause_name
from spark_tools.i18n import message_language, messages
from spark_tools.model import ItemKind, Meeting, SessionPlan
from spark_tools.web.planner.placements import all_standing
from spark_tools.web.planner.wording import say

MOST = 12


def difference(before: SessionPlan, after: SessionPlan) -> tuple[str, ...]:
    """Say what is otherwise in *after* than in *before*; nothing where they are alike."""
    if before.course_type.id != after.course_type.id:
        return (say("This is another course, composed anew."),)
    if len(before.meetings) == len(after.meetings):
        found = [*_exercises(before, after), *_times(before, after)]
    else:
        found = [_number(before, after)]
    found += _findings(before, after)
    if len(found) > MOST:
        _ = messages("web")
        more = _.count("{n} more change", "{n} more changes", len(found) - MOST)
        found = [*found[:MOST], more]
    return tuple(found)


def _number(before: SessionPlan, after: SessionPlan) -> str:
    """Say how many meetings there are; the rest is then another course."""
    now, was = len(after.meetings), len(before.meetings)
    return say(
        "The number of meetings is {now}; it was {was}. All are composed anew.", now=now, was=was
    )


@frozen
class _Spot:
    """An exercise in a slot of a meeting, with its minutes there; none outside the meeting."""

    meeting: int
    slot: str
    exercise: str
    title: str
    minutes: int


def _spots(plan: SessionPlan) -> dict[tuple[int, str], _Spot]:
    minutes = {
        (meeting.number, name): found
        for meeting in plan.meetings
        for name, found in _minutes(meeting).items()
    }
    return {
        (one.meeting, one.exercise.id): _Spot(
            one.meeting,
            f"{one.where} {one.slot}",
            one.exercise.id,
            _named(one.exercise.title),
            minutes.get((one.meeting, one.exercise.id), 0),
        )
        for one in all_standing(plan)
    }


def _exercises(before: SessionPlan, after: SessionPlan) -> Iterator[str]:
    was, now = _spots(before), _spots(after)
    gone = [spot for key, spot in was.items() if key not in now]
    come = [spot for key, spot in now.items() if key not in was]
    for spot in tuple(gone):
        into = _first(one for one in come if (one.meeting, one.slot) == (spot.meeting, spot.slot))
        if into and not _first(one for one in come if one.exercise == spot.exercise):
            gone.remove(spot)
            come.remove(into)
            yield say(
                "Meeting {meeting}: {into} comes instead of {out}.",
                meeting=spot.meeting,
                into=_timed(into),
                out=_timed(spot),
            )
    for spot in tuple(gone):
        if there := _first(one for one in come if one.exercise == spot.exercise):
            gone.remove(spot)
            come.remove(there)
            yield say(
                "{title} moves from meeting {was} to meeting {now}.",
                title=spot.title,
                was=spot.meeting,
                now=there.meeting,
            )
    for spot in come:
        yield say("Meeting {meeting}: {title} comes in.", meeting=spot.meeting, title=_timed(spot))
    for spot in gone:
        yield say("Meeting {meeting}: {title} goes out.", meeting=spot.meeting, title=_timed(spot))


def _first(spots: Iterable[_Spot]) -> _Spot | None:
    return next(iter(spots), None)


def _timed(spot: _Spot) -> str:
    """Give the title with its minutes."""
    if not spot.minutes:
        return spot.title
    return say("{title} ({minutes} min)", title=spot.title, minutes=spot.minutes)


def _times(before: SessionPlan, after: SessionPlan) -> Iterator[str]:
    for was, now in zip(before.meetings, after.meetings, strict=False):
        if was.end != now.end or was.minutes != now.minutes:
            yield say(
                "Meeting {meeting} lasts {minutes} min and ends at {end}; it ended at {was}.",
                meeting=now.number,
                minutes=now.minutes,
                end=clock(now.end, message_language()),
                was=clock(was.end, message_language()),
            )
        if shifts := "; ".join(_shifts(was, now)):
            yield say("Meeting {meeting}: {shifts}.", meeting=now.number, shifts=shifts)


def _shifts(was: Meeting, now: Meeting) -> Iterator[str]:
    """Give what has more or fewer minutes in the meeting, and was there before."""
    earlier, titles = _minutes(was), _titles(was) | _titles(now)
    for name, minutes in _minutes(now).items():
        pause = name in list(ItemKind)
        change = minutes - earlier.get(name, 0)
        if not change or (name not in earlier and not pause):
            continue
        said = {"title": titles[name], "minutes": abs(change)}
        if change > 0:
            yield say("{title} {minutes} min more", **said)
        else:
            yield say("{title} {minutes} min less", **said)
    for name in earlier.keys() - _minutes(now).keys():
        if name in list(ItemKind):
            yield say("{title} {minutes} min less", title=titles[name], minutes=earlier[name])


def _minutes(meeting: Meeting) -> dict[str, int]:
    """Add up the minutes of each exercise, by its id, and of the pauses, by their kind."""
    found: dict[str, int] = {}
    for item in meeting.items:
        name = item.exercise.id if item.exercise else item.kind.value
        found[name] = found.get(name, 0) + item.minutes
    return found


def _titles(meeting: Meeting) -> dict[str, str]:
    words = messages("document")
    pauses = {
        item.kind.value: inside(pause_name(item.kind, words))
        for item in meeting.items
        if not item.exercise
    }
    return pauses | {each.id: _named(each.title) for each in meeting.exercises}


def _named(title: str) -> str:
    return quoted(title, messages("compose"))


def _findings(before: SessionPlan, after: SessionPlan) -> Iterator[str]:
    words = messages("compose")
    for finding in after.findings:
        if finding not in before.findings:
            yield say("New: {finding}", finding=finding_sentence(finding, words))
    for finding in before.findings:
        if finding not in after.findings:
            yield say("No longer: {finding}", finding=finding_sentence(finding, words))

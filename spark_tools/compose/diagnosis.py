"""Why a course does not fit, by how much, and what would make it fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from spark_tools.compose.candidates import OUTCOMES
from spark_tools.compose.explanation import listed, mid_sentence, outcomes, quoted, reason_sentence
from spark_tools.compose.fitting import START, ends, extend
from spark_tools.compose.frames import LONGEST, Frame, frames
from spark_tools.compose.minutes import MARK
from spark_tools.compose.problem import Option, Place, Problem, Wish, pose
from spark_tools.compose.trouble import Trouble, glance
from spark_tools.compose.walk import Gap
from spark_tools.i18n import messages
from spark_tools.model import (
    Brief,
    CourseType,
    Exercise,
    Fault,
    FaultError,
    Logbook,
    MeetingWish,
    Reason,
    ReasonKind,
)


class DoesNotFit(FaultError):  # noqa: N818 (a verdict on the brief, said as one)
    """The brief asks for more than can be: its faults say what, where and what would help."""


@frozen
class Diagnosis:
    """Explains the course with the least trouble that *problem* has."""

    brief: Brief
    course_type: CourseType
    logbook: Logbook
    problem: Problem
    refused: Sequence[tuple[Exercise, Reason]]
    trouble: Trouble

    def faults(self) -> tuple[Fault, ...]:
        """Give one fault for each meeting that runs over and each requirement not met."""
        found = [*map(self._gap, self.trouble.gaps), *self._overruns()]
        if helps := self._helps():
            words = messages("compose")
            found.append(words("What would help: {helps}.", helps="; ".join(helps)))
        return tuple(map(Fault, found))

    def _overruns(self) -> Iterator[str]:
        words = messages("compose")
        for frame in self.problem.frames:
            if over := self._overrun(frame):
                enough = self._enough(frame) or frame.minutes + over * MARK
                yield words(
                    "Meeting {meeting} ({title}) is {over} minutes too short: it lasts {minutes} "
                    "minutes, and {exercises} take at least {least} with pauses.",
                    meeting=frame.number,
                    title=frame.title,
                    over=enough - frame.minutes,
                    minutes=frame.minutes,
                    least=enough,
                    exercises=listed(
                        [
                            quoted(option.candidate.exercise.title, words)
                            for option in self._in(frame)
                        ],
                        words,
                    ),
                )

    def _named(self, option: Option) -> str:
        return quoted(option.candidate.exercise.title, messages("compose"))

    def _in(self, frame: Frame) -> list[Option]:
        places = self.problem.places
        return [
            option
            for index, option in self.trouble.chosen
            if places[index].meeting == frame.number - 1 and places[index].timed
        ]

    def _overrun(self, frame: Frame) -> int:
        return max(0, (self._end(frame) or 0) - frame.marks)

    def _end(self, frame: Frame) -> int | None:
        frontier = START
        for option in self._in(frame):
            frontier = extend(frontier, option.candidate.timing, frame.lunch)
        return ends(frontier, frame.lunch)

    # what would help

    def _helps(self) -> list[str]:
        return [*self._longer(), *self._fewer_wishes(), *self._more_meetings()]

    def _longer(self) -> Iterator[str]:
        words = messages("compose")
        if self.trouble.gaps:
            return
        for frame in self.problem.frames:
            if self._overrun(frame) and (minutes := self._enough(frame)):
                yield words(
                    "make meeting {meeting} at least {minutes} minutes long",
                    meeting=frame.number,
                    minutes=minutes,
                )

    def _enough(self, frame: Frame) -> int | None:
        """Give the minutes that are enough, with a lunch where *frame* then needs one."""
        for minutes in range(frame.minutes + MARK, LONGEST + 1, MARK):
            longer = evolve(frame, minutes=minutes)
            end = self._end(longer)
            if end is not None and end <= longer.marks:
                return minutes
        return None

    def _fewer_wishes(self) -> Iterator[str]:
        words = messages("compose")
        for wish in self.problem.unmet:
            better = self._solve(self._without(wish))
            title = quoted(self._title(wish), words)
            if better and not better.gaps and not better.overrun:
                yield words("leave out {exercise}", exercise=title)
            elif better and not better.gaps and better.overrun < self.trouble.overrun:
                saved = (self.trouble.overrun - better.overrun) * MARK
                yield words(
                    "leave out {exercise}, which saves {minutes} minutes",
                    exercise=title,
                    minutes=saved,
                )

    def _more_meetings(self) -> Iterator[str]:
        count = len(self.problem.frames) + 1
        wishes = self.brief.meetings or (MeetingWish(),) * (count - 1)
        better = self._solve(evolve(self.brief, meetings=(*wishes, MeetingWish())))
        if better and not better.gaps and not better.overrun:
            yield messages("compose")("hold {meetings} meetings", meetings=count)

    def _without(self, wish: Wish) -> Brief:
        def rest(names: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(name for name in names if name != wish.exercise)

        if wish.meeting < 0:
            return evolve(self.brief, include=rest(self.brief.include))
        meetings = list(self.brief.meetings)
        meetings[wish.meeting] = evolve(
            meetings[wish.meeting], include=rest(meetings[wish.meeting].include)
        )
        return evolve(self.brief, meetings=tuple(meetings))

    def _solve(self, brief: Brief) -> Trouble | None:
        laid, faults = frames(brief, self.course_type, self.logbook.meetings)
        if faults:
            return None
        wished = {*brief.include, *(name for each in brief.meetings for name in each.include)}
        usable = [
            candidate
            for candidate in self.problem.candidates
            if not candidate.refusal or candidate.exercise.id in wished
        ]
        return glance(pose(brief, laid, usable, self.logbook))

    # what is missing

    def _gap(self, gap: Gap) -> str:
        words = messages("compose")
        if gap.kind == "slot":
            place = self.problem.places[gap.index]
            return words(
                "Nothing is left for {slot} in meeting {meeting}: {why}.",
                slot=quoted(place.slot.title, words),
                meeting=place.meeting + 1,
                why="; ".join(self._why_empty(place)),
            )
        if gap.kind == "wish":
            return self._wish(self.problem.wishes[gap.index])
        frame = self.problem.frames[gap.index]
        said = {"meeting": frame.number, "title": frame.title}
        if gap.kind == "look-back":
            return words(
                "Meeting {meeting} ({title}) has to look back at the actions that are waiting, "
                "and no exercise for that is left.",
                **said,
            )
        if gap.kind == "evaluate":
            return words(
                "Meeting {meeting} ({title}) is the last and has to evaluate, and no exercise "
                "for that is left.",
                **said,
            )
        if not self._in(frame):
            return words("Meeting {meeting} ({title}) has nothing to work on.", **said)
        return words(
            "Meeting {meeting} ({title}) has too little work for before and after lunch; "
            "make it shorter or start it at another time.",
            **said,
        )

    def _why_empty(self, place: Place) -> Iterator[str]:
        """Say what keeps the nearest exercises from *place*, those left out by the brief first."""
        words = messages("compose")
        for exercise, reason in self.refused:
            if reason.kind is ReasonKind.EXCLUDED and set(exercise.functions) & set(
                place.slot.functions
            ):
                title = quoted(exercise.title, words)
                yield f"{title} ({mid_sentence(reason_sentence(reason, words))})"
        for option in place.options[:3]:
            yield self._why_not(place, option)

    def _wish(self, wish: Wish) -> str:
        words = messages("compose")
        said = {"exercise": quoted(self._title(wish), words), "meeting": wish.meeting + 1}
        places = [
            (place, option)
            for place in self.problem.places
            for option in place.options
            if option.candidate.exercise.id == wish.exercise and wish.meeting in (-1, place.meeting)
        ]
        said["why"] = self._why_not(*places[0]) if places else ""
        if wish.meeting < 0:
            return words("There is no way to place {exercise}: {why}.", **said)
        return words("There is no way to place {exercise} in meeting {meeting}: {why}.", **said)

    def _title(self, wish: Wish) -> str:
        return next(
            candidate.exercise.title
            for candidate in self.problem.candidates
            if candidate.exercise.id == wish.exercise
        )

    def _why_not(self, place: Place, option: Option) -> str:
        """Say what keeps *option* from *place* in the course with the least trouble."""
        words = messages("compose")
        said = {"exercise": quoted(option.candidate.exercise.title, words)}
        has = self.problem.past.has
        for index, other in self.trouble.chosen:
            where = self.problem.places[index]
            if other.candidate is option.candidate and not other.candidate.exercise.repeatable:
                return words(
                    "{exercise} comes in meeting {meeting}, and only once in a course",
                    **said,
                    meeting=where.meeting + 1,
                )
            if self.problem.places.index(where) < self.problem.places.index(place):
                has |= other.candidate.yields
        if missing := option.candidate.needs & ~has:
            names = [outcome.value for outcome, bit in OUTCOMES.items() if bit & missing]
            return words(
                "{exercise} needs {outcomes} first",
                **said,
                outcomes=outcomes(names, words),
            )
        return words("{exercise} does not go together with the rest", **said)

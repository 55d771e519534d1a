"""The moments of a course, in people's words: what an exercise is good for there."""

from __future__ import annotations

from collections.abc import Mapping

from spark_tools.i18n import Words
from spark_tools.model import Function


def moments(_: Words) -> Mapping[Function, tuple[str, str]]:
    """Give each function's name and a line about it, in the order of a course's life."""
    return {
        Function.PREPARE: (
            _("Get ready before a meeting"),
            _("What everybody does alone, before you meet."),
        ),
        Function.ARRIVE: (
            _("Begin the meeting"),
            _("Everybody says something, and knows what you are here for."),
        ),
        Function.LOOK_BACK: (
            _("Look back"),
            _("What have you tried since last time, and what did you learn?"),
        ),
        Function.EXPLORE: (
            _("Understand what it is about"),
            _("See the matter from several sides before you look for answers."),
        ),
        Function.ALIGN: (
            _("Agree"),
            _("Find out what you want, and what is good enough."),
        ),
        Function.ACT: (
            _("Choose something to try"),
            _("From talk to something small that you try within a fortnight."),
        ),
        Function.ANCHOR: (
            _("Hold on to what works"),
            _("What do you go on with, and who sees to it?"),
        ),
        Function.EVALUATE: (
            _("Sum up the course"),
            _("What have you learnt, and what did it do for your work?"),
        ),
        Function.LEAVE: (
            _("End the meeting"),
            _("What each of you takes along, and does next."),
        ),
        Function.BETWEEN: (
            _("Between the meetings"),
            _("What you do in daily work until you meet again."),
        ),
    }

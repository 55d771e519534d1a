"""A small library for the tests of this room."""

import pytest

from spark_tools.content.library import Library
from spark_tools.model import (
    CourseType,
    Exercise,
    Form,
    Function,
    GroupSize,
    MeetingTemplate,
    Minutes,
    Participants,
    Prose,
    Slot,
    Source,
    SourceStatus,
    Step,
    Theme,
)

OWN = Source(SourceStatus.OWN, "Egen udformning")


def exercise(id_, title, *aliases, language="da"):
    step = Step("one", "Et", Form.GROUPS, Minutes(5, 10, 15), Prose("Tal sammen."))
    return Exercise(
        id=id_,
        title=title,
        purpose="At tale",
        functions=(Function.EXPLORE,),
        participants=Participants(2, 60),
        steps=(step,),
        source=OWN,
        aliases=aliases,
        language=language,
    )


@pytest.fixture(scope="session")
def library():
    slot = Slot("explore", "Se på det", (Function.EXPLORE,))
    meeting = MeetingTemplate("work", "Arbejde", "At arbejde", 180, (slot,))
    return Library(
        exercises=(
            exercise("check-in", "Kom godt i gang"),
            exercise("check-out", "Slut af", "Farvel"),
            exercise("round", "Over/under: på øen"),
        ),
        themes=(
            Theme("cooperation", "Samarbejde", "At arbejde sammen", OWN),
            Theme("noise", "Støj", "Lyd", OWN, aliases=("Larm",)),
        ),
        course_types=(
            CourseType("individual", "Forløb", "Et", (meeting,), GroupSize(3, 12), OWN),
            CourseType("joint", "Fællesforløb", "Flere", (meeting,), GroupSize(9, 90), OWN),
        ),
        translations=(
            exercise("round", "An island round", language="en"),
            Theme("noise", "Noise", "Sound", OWN, language="en"),
        ),
    )


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv("SPARK_LANG", "en")

from xml.etree import ElementTree

import pytest

from spark_tools import (
    Exercise,
    Field,
    FieldGrid,
    FieldKind,
    Function,
    Handout,
    Library,
    Orientation,
    Outcome,
    Picture,
    SourceStatus,
)
from spark_tools.testing import (
    PluginSuite,
    groups_for,
    handout_text,
    lix,
    minutes_for,
    participants_text,
)

PLUGIN = "over-under-standard"

SVG = "{http://www.w3.org/2000/svg}"
ZONES = ["Under standard", "På standard – godt nok", "Over standard"]


class TestOverUnderStandard(PluginSuite):
    plugin = PLUGIN


@pytest.fixture
def exercise(library: Library) -> Exercise:
    return library.exercise("over-under-standard")


def sheet(exercise: Exercise, name: str) -> Handout:
    (found,) = (handout for handout in exercise.handouts if handout.id == name)
    return found


def grid(exercise: Exercise, handout: str, name: str) -> FieldGrid:
    blocks = sheet(exercise, handout).blocks
    (found,) = (block for block in blocks if isinstance(block, FieldGrid) and block.id == name)
    return found


def test_it_aligns_and_leaves_a_standard(exercise: Exercise) -> None:
    assert exercise.functions == (Function.ALIGN,)
    assert exercise.yields == (Outcome.STANDARD,)
    assert set(exercise.themes) >= {
        "cooperation",
        "work-content-and-demands",
        "violence-and-threats",
        "lone-work",
    }
    assert "harassment" not in exercise.themes


def test_it_is_about_tasks_and_sends_behaviour_elsewhere(exercise: Exercise) -> None:
    assert "opgave" in exercise.purpose
    assert "Den handler ikke om tone og opførsel" in exercise.when
    assert "Øvelsen er kun til opgaver. Gå til lederen, TR eller AMR." in exercise.when_not


def test_it_claims_no_more_of_spark_than_is_known(exercise: Exercise) -> None:
    assert exercise.source.status is SourceStatus.ADAPTED
    assert exercise.source.text.startswith("Frit bearbejdet efter")
    assert exercise.source.text.endswith("vores egen udformning.")


def test_everything_participants_read_is_easy(exercise: Exercise) -> None:
    texts = {step.id: str(step.text) for step in exercise.steps}
    texts |= {handout.id: handout_text(handout) for handout in exercise.handouts}
    texts["all"] = participants_text(exercise)

    assert {name: lix(text) for name, text in texts.items() if lix(text) > 40} == {}


@pytest.mark.parametrize(
    ("people", "least", "typical", "most"),
    [(2, 40, 65, 85), (5, 45, 70, 95), (8, 55, 75, 100), (24, 55, 75, 100)],
)
def test_it_takes_a_good_hour(
    exercise: Exercise, people: int, least: int, typical: int, most: int
) -> None:
    minutes = minutes_for(exercise, people)

    assert (minutes.min, minutes.typical, minutes.max) == (least, typical, most)


def test_any_number_from_two_can_be_shared_out(exercise: Exercise) -> None:
    size = exercise.participants.group
    assert size is not None
    for people in range(exercise.participants.min, exercise.participants.max + 1):
        assert all(size.min <= group <= size.max for group in groups_for(exercise, people))


def test_it_can_be_run_from_the_paper_alone(exercise: Exercise) -> None:
    for step in exercise.steps:
        assert all((step.text, step.facilitator, step.say, step.paper, step.done)), step.id
    about = ("purpose", "when", "when_not", "seating", "preparation", "until_next")
    assert [name for name in about if not getattr(exercise, name)] == []
    assert exercise.materials
    assert exercise.questions
    assert exercise.pitfalls


def test_the_standard_sheet_has_its_three_zones(exercise: Exercise) -> None:
    zones = grid(exercise, "standard-sheet", "zones")

    assert [column.title for column in zones.columns] == ZONES
    assert zones.labels == (
        "Tegn: Sådan ser det ud",
        "Hvad betyder det for borgeren?",
        "Hvad betyder det for os og vores tid?",
        "Hvornår er det i orden?",
    )
    assert [column.id for column in grid(exercise, "standard-sheet", "frame").columns] == [
        "task",
        "frame",
    ]


def test_the_agreement_says_the_standard_who_tells_and_when_to_follow_up(
    exercise: Exercise,
) -> None:
    blocks = sheet(exercise, "agreement-sheet").blocks
    fields = {block.id: block.label for block in blocks if isinstance(block, Field)}
    spread = {column.id: column for column in grid(exercise, "agreement-sheet", "spread").columns}

    assert fields["task"] == "Opgave"
    assert fields["standard"].startswith("Vores fælles standard")
    assert grid(exercise, "agreement-sheet", "agreements").corner == "Aftaler"
    assert spread["tells"].title == "Hvem fortæller kollegerne, og hvordan?"
    assert spread["follow-up"].title == "Dato for opfølgning"
    assert spread["follow-up"].kind is FieldKind.DATE


def test_every_sheet_lies_flat_and_leaves_room_for_a_pen(exercise: Exercise) -> None:
    grids = [
        block
        for handout in exercise.handouts
        for block in handout.blocks
        if isinstance(block, FieldGrid)
    ]

    assert {handout.orientation for handout in exercise.handouts} == {Orientation.LANDSCAPE}
    assert len(grids) == 4
    assert all(block.height >= 12 and len(block.columns) <= 6 for block in grids)


def test_the_poster_shows_the_zones_the_sheet_has_and_the_floor_under_them(
    exercise: Exercise,
) -> None:
    blocks = sheet(exercise, "zones").blocks
    (picture,) = (block for block in blocks if isinstance(block, Picture))
    root = ElementTree.fromstring(picture.svg)
    words = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]

    assert root.get("font-family") == "Carlito"
    assert [word for word in words if word in ZONES] == ZONES
    assert any("lov, retningslinjer og serviceniveau" in word for word in words)
    assert all(zone in picture.alt for zone in ZONES)

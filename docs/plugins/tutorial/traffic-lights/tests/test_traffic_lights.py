"""The kit asks what is asked of every plugin; the rest is about this exercise."""

from collections.abc import Callable, Mapping

from spark_tools import Library, SessionPlan
from spark_tools.testing import Collected, PluginSuite, lix, minutes_for, participants_text

PLUGIN = "traffic-lights"


class TestTrafficLights(PluginSuite):
    plugin = PLUGIN


def test_participants_can_read_it_with_ease(library: Library) -> None:
    assert lix(participants_text(library.exercise("traffic-lights"))) <= 40


def test_a_full_group_takes_half_an_hour(library: Library) -> None:
    assert minutes_for(library.exercise("traffic-lights"), participants=6).typical == 30


def test_it_comes_in_a_course_that_wishes_for_it(compose: Callable[..., SessionPlan]) -> None:
    plan = compose("traffic-lights", participants=5)

    assert "traffic-lights" in [each.id for meeting in plan.meetings for each in meeting.exercises]


def test_what_is_written_on_the_sheet_comes_back(
    collect: Callable[[str, Mapping[str, str]], Collected],
) -> None:
    written = {"lights.chosen.1.what": "Afbrydelser i overlappet"}

    sheet = collect("traffic-lights", written)

    assert sheet.answers == written
    assert sheet.unplaced == ()


def test_the_plan_reminds_of_colour_where_the_lights_come(
    compose: Callable[..., SessionPlan],
) -> None:
    def reminders(plan: SessionPlan) -> list[str]:
        return [each.text for each in plan.findings if each.code == "traffic-lights-colour"]

    assert reminders(compose("traffic-lights"))[0].endswith("print trafiklyset i farver.")
    assert reminders(compose("perspective-mapping", exclude=("traffic-lights",))) == []

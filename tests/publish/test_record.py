from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve

from spark_tools.document.course import course_documents
from spark_tools.document.form import sheet_form
from spark_tools.model import FaultError, SessionPlan
from spark_tools.publish import MANIFEST, write_course
from spark_tools.publish.record import Record, held_meetings, read_record

COURSE_TYPES = ("individual", "two-half-days", "full-day", "joint", "network")


def forms_of(plan: SessionPlan) -> list:
    found = map(sheet_form, course_documents(plan, lambda exercise, meeting: ()))
    return [form for form in found if form]


def recorded(folder: Path, plan: SessionPlan) -> Record:
    write_course(folder, plan, (), forms_of(plan))
    record = read_record(folder)
    assert record is not None
    return record


def rewritten(folder: Path, plan: SessionPlan, changes: dict[str, object]) -> None:
    """Write the plan and change what stands outermost in its plan.json."""
    write_course(folder, plan, (), forms_of(plan))
    path = folder / MANIFEST
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


@pytest.mark.parametrize("course_type", COURSE_TYPES)
def test_the_meetings_come_back_as_they_were_planned(
    tmp_path: Path, bundled, course, course_type: str
) -> None:
    plan = course(course_type)
    record = recorded(tmp_path, plan)

    for held in range(len(plan.meetings) + 1):
        assert held_meetings(record, bundled, held) == plan.meetings[:held]


def test_the_forms_come_back_as_they_were(tmp_path: Path, course) -> None:
    plan = course("individual")
    forms = forms_of(plan)

    assert sum(len(form.fields) for form in forms) > 200
    assert recorded(tmp_path, plan).forms == {form.identifier: form for form in forms}


def test_a_record_knows_whose_course_it_is(tmp_path: Path, course) -> None:
    plan = course("joint")
    record = recorded(tmp_path, plan)

    assert (record.course, record.workplace, record.committees) == (plan.id, "Lindehaven", 6)
    again = evolve(plan, id="another", course=record.course)
    assert recorded(tmp_path, again).course == plan.id


def test_a_folder_without_a_plan_has_no_record(tmp_path: Path) -> None:
    assert read_record(tmp_path) is None
    assert read_record(tmp_path / "nowhere") is None


def test_a_plan_of_the_first_format_can_still_be_read(tmp_path: Path, bundled, course) -> None:
    plan = course("full-day")
    write_course(tmp_path, plan, ())
    content = json.loads((tmp_path / MANIFEST).read_text())
    del content["course"], content["forms"]
    for meeting in content["plan"]["meetings"]:
        for part in (*meeting["items"], *meeting["before"], *meeting["after"]):
            part.pop("functions", None)
            part.pop("yields", None)
    (tmp_path / MANIFEST).write_text(json.dumps(content | {"format": 1}))
    record = read_record(tmp_path)

    assert record is not None
    assert (record.course, record.forms) == (plan.id, {})
    assert held_meetings(record, bundled, 1) == plan.meetings[:1]


def test_an_exercise_that_is_gone_is_stood_in_for(tmp_path: Path, bundled, course) -> None:
    plan = course("individual")
    gone = plan.meetings[0].exercises[1]
    rest = tuple(each for each in bundled.exercises if each.id != gone.id)
    (held,) = held_meetings(recorded(tmp_path, plan), evolve(bundled, exercises=rest), 1)
    stand_in = held.exercises[1]

    assert (stand_in.id, stand_in.title, stand_in.yields) == (gone.id, gone.title, gone.yields)
    assert [step.title for step in stand_in.steps] == [step.title for step in gone.steps]
    assert [item.minutes for item in held.items] == [
        item.minutes for item in plan.meetings[0].items
    ]


def test_a_step_that_is_gone_is_stood_in_for(tmp_path: Path, bundled, course) -> None:
    plan = course("individual")
    changed = plan.meetings[0].exercises[1]
    renamed = tuple(evolve(step, id=f"new-{step.id}") for step in changed.steps)
    library = evolve(
        bundled,
        exercises=tuple(
            evolve(each, steps=renamed) if each.id == changed.id else each
            for each in bundled.exercises
        ),
    )
    (held,) = held_meetings(recorded(tmp_path, plan), library, 1)
    timed = [
        each
        for item in held.items
        if item.exercise and item.exercise.id == changed.id
        for each in item.steps
    ]

    assert [each.step.title for each in timed] == [step.title for step in changed.steps]


def test_a_plan_from_a_newer_version_is_left_alone(tmp_path: Path, course) -> None:
    rewritten(tmp_path, course("full-day"), {"format": 3, "plan": "quite another shape"})
    before = (tmp_path / MANIFEST).read_bytes()

    with pytest.raises(FaultError, match=r"plan\.json: this file is from a newer spark-tools"):
        read_record(tmp_path)
    with pytest.raises(FaultError, match="newer spark-tools"):
        write_course(tmp_path, course("full-day"), (), force=True)
    assert (tmp_path / MANIFEST).read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"{}",
        b'{"format": true}',
        b'{"format": 2, "files": []}',
        b"[" * 100_000,
        b'{"format": ' + b"9" * 5_000 + b"}",
    ],
)
def test_what_is_not_a_plan_of_ours_is_one_clear_message(tmp_path: Path, content: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(content)

    with pytest.raises(FaultError, match="not a plan that spark has written") as caught:
        read_record(tmp_path)
    assert len(caught.value.faults) == 1


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("files", {"guide.docx": "abc"}),
        ("files", [{"path": 7}]),
        ("forms", [{"document": "x/guide/1", "fields": [{"key": "sheet.what"}]}]),
        ("forms", [{"document": "x", "fields": [{"rows_of": "a.b", "rows": [{"titles": ["x"]}]}]}]),
        ("plan", []),
        ("course", 7),
    ],
)
def test_a_plan_that_has_lost_its_shape_is_not_ours(
    tmp_path: Path, course, key: str, value: object
) -> None:
    rewritten(tmp_path, course("full-day"), {key: value})

    with pytest.raises(FaultError, match="not a plan that spark has written"):
        read_record(tmp_path)

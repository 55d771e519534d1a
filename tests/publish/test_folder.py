from __future__ import annotations

import datetime
import errno
import json
import os
import signal
from pathlib import Path

import pytest
from attrs import evolve

from spark_tools.model import (
    Brief,
    CourseType,
    FaultError,
    GroupSize,
    Logbook,
    Meeting,
    SessionPlan,
    SheetForm,
    Source,
    SourceStatus,
)
from spark_tools.publish import MANIFEST, DrawnFile, Published, write_course, write_files
from spark_tools.publish.disk import digest
from spark_tools.publish.manifest import file_entry, manifest
from spark_tools.publish.record import read_record

OWN = Source(SourceStatus.OWN, "Egen udformning.")
PLAN = SessionPlan(
    id="abc",
    brief=Brief("Lindehaven", "short", (), 5),
    course_type=CourseType("short", "Kort", "Et kort forløb.", (), GroupSize(3, 12), OWN),
    themes=(),
    meetings=(),
)


HELD = evolve(
    PLAN,
    logbook=Logbook(
        meetings=(Meeting(1, "work", "Møde", "", 60, datetime.time(9), ()),),
    ),
)


def drawn(path: str, words: str) -> DrawnFile:
    return DrawnFile(path, words.encode(), "md")


def listing(*files: DrawnFile) -> bytes:
    return manifest(PLAN, map(file_entry, files))


def publish(folder: Path, *files: DrawnFile, force: bool = False) -> Published:
    return write_course(folder, PLAN, files, force=force)


def test_files_are_written_where_the_plan_says(tmp_path: Path) -> None:
    published = publish(tmp_path / "new", drawn("meeting-1/guide.md", "Check ind"))

    assert (tmp_path / "new/meeting-1/guide.md").read_text() == "Check ind"
    assert published.written == ("meeting-1/guide.md",)


def test_a_file_as_it_was_generated_is_replaced(tmp_path: Path) -> None:
    publish(tmp_path, drawn("guide.md", "first"))
    publish(tmp_path, drawn("guide.md", "second"))

    assert (tmp_path / "guide.md").read_text() == "second"


def test_a_file_the_user_changed_is_kept_and_named_again_and_again(tmp_path: Path) -> None:
    publish(tmp_path, drawn("guide.md", "first"), drawn("agenda.md", "first"))
    (tmp_path / "guide.md").write_text("my own words")

    for words in ("second", "third"):
        published = publish(tmp_path, drawn("guide.md", words), drawn("agenda.md", words))
        assert published.kept == ("guide.md",)
        assert (tmp_path / "guide.md").read_text() == "my own words"
        assert (tmp_path / "agenda.md").read_text() == words


def test_a_file_that_was_never_ours_is_kept(tmp_path: Path) -> None:
    (tmp_path / "guide.md").write_text("an old note")

    assert publish(tmp_path, drawn("guide.md", "first")).kept == ("guide.md",)


def test_force_replaces_what_the_user_changed(tmp_path: Path) -> None:
    (tmp_path / "guide.md").write_text("an old note")
    published = publish(tmp_path, drawn("guide.md", "first"), force=True)

    assert published.kept == ()
    assert (tmp_path / "guide.md").read_text() == "first"


def test_what_left_the_plan_goes_unless_it_was_changed(tmp_path: Path) -> None:
    publish(tmp_path, drawn("meeting-3/guide.md", "old"), drawn("meeting-4/guide.md", "old"))
    (tmp_path / "meeting-4/guide.md").write_text("my own words")

    published = publish(tmp_path, drawn("meeting-1/guide.md", "new"))

    assert published.removed == ("meeting-3/guide.md",)
    assert published.left == ("meeting-4/guide.md",)
    assert not (tmp_path / "meeting-3").exists()
    assert (tmp_path / "meeting-4/guide.md").read_text() == "my own words"


def test_files_of_a_format_that_is_not_drawn_stay_and_are_still_listed(tmp_path: Path) -> None:
    publish(tmp_path, drawn("guide.md", "first"), drawn("agenda.md", "first"))

    published = publish(tmp_path, DrawnFile("meetings.ics", b"calendar", "ics"))

    assert published.untouched == ("guide.md", "agenda.md")
    assert published.removed == ()
    assert (tmp_path / "guide.md").read_text() == "first"
    assert publish(tmp_path, drawn("guide.md", "second")).removed == ("agenda.md",)


def test_files_of_an_edition_that_was_not_asked_for_stay_as_they_are(tmp_path: Path) -> None:
    poster = evolve(drawn("poster.md", "on the wall"), edition="posters")
    publish(tmp_path, drawn("guide.md", "first"), poster)
    published = write_course(tmp_path, PLAN, [drawn("guide.md", "second")], without=("posters",))

    assert (published.without, published.untouched, published.removed) == (("poster.md",), (), ())
    assert "poster.md" in read_record(tmp_path).files
    assert publish(tmp_path, drawn("guide.md", "third")).removed == ("poster.md",)


def test_a_manifest_that_points_outside_the_folder_removes_nothing_there(tmp_path: Path) -> None:
    outside = drawn("../precious.md", "precious")
    (tmp_path / "precious.md").write_text("precious")
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / MANIFEST).write_bytes(listing(outside))

    publish(folder, drawn("guide.md", "new"))

    assert (tmp_path / "precious.md").read_text() == "precious"


def test_a_plan_json_that_is_not_ours_stops_everything(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text("[]")

    with pytest.raises(FaultError, match=r"plan\.json: this is not a plan that spark has written"):
        publish(tmp_path, drawn("guide.md", "new"))
    assert not (tmp_path / "guide.md").exists()


def test_a_folder_that_is_a_file_is_one_clear_message(tmp_path: Path) -> None:
    (tmp_path / "course").write_text("not a folder")

    with pytest.raises(FaultError, match="cannot be written") as caught:
        publish(tmp_path / "course", drawn("guide.md", "new"))
    assert len(caught.value.faults) == 1


def test_no_temporary_file_is_left_behind(tmp_path: Path) -> None:
    publish(tmp_path, drawn("a/guide.md", "new"), drawn("a/agenda.md", "new"))

    names = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert names == {"guide.md", "agenda.md", MANIFEST}


def test_force_also_removes_what_left_the_plan_changed(tmp_path: Path) -> None:
    publish(tmp_path, drawn("meeting-4/guide.md", "old"))
    (tmp_path / "meeting-4/guide.md").write_text("my own words")

    published = publish(tmp_path, drawn("guide.md", "new"), force=True)

    assert published.removed == ("meeting-4/guide.md",)
    assert not (tmp_path / "meeting-4").exists()


def test_what_was_left_is_told_again_until_it_is_gone(tmp_path: Path) -> None:
    publish(tmp_path, drawn("meeting-4/guide.md", "old"), drawn("meeting-5/guide.md", "old"))
    for number in (4, 5):
        (tmp_path / f"meeting-{number}/guide.md").write_text("my own words")
    publish(tmp_path, drawn("guide.md", "new"))
    (tmp_path / "meeting-5/guide.md").unlink()

    assert publish(tmp_path, drawn("guide.md", "new")).left == ("meeting-4/guide.md",)
    forced = publish(tmp_path, drawn("guide.md", "new"), force=True)
    assert forced.removed == ("meeting-4/guide.md",)
    assert publish(tmp_path, drawn("guide.md", "new")).left == ()


def test_the_manifest_says_what_was_kept(tmp_path: Path) -> None:
    (tmp_path / "guide.md").write_text("an old note")
    publish(tmp_path, drawn("guide.md", "first"), drawn("agenda.md", "first"))

    entries = json.loads((tmp_path / MANIFEST).read_text())["files"]
    assert {entry["path"]: entry["kept"] for entry in entries} == {
        "guide.md": True,
        "agenda.md": False,
    }


def test_what_cannot_all_be_written_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    publish(tmp_path, drawn("guide.md", "first"))
    (tmp_path / "meeting-1").write_text("not a folder")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    with pytest.raises(FaultError, match="there is a file where a folder should be"):
        publish(tmp_path, drawn("guide.md", "second"), drawn("meeting-1/agenda.md", "second"))

    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_an_interruption_before_the_end_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, drawn("guide.md", "first"))
    written: list[int] = []

    def interrupted(handle: int) -> None:
        written.append(handle)
        if len(written) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, drawn("guide.md", "second"), drawn("new/agenda.md", "second"))

    assert (tmp_path / "guide.md").read_text() == "first"
    assert {path.name for path in tmp_path.iterdir()} == {"guide.md", MANIFEST}


def test_an_interruption_once_it_has_begun_waits_until_it_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, drawn("guide.md", "first"), drawn("agenda.md", "first"))
    replace = os.replace

    def interrupted(one: Path, other: Path) -> None:
        signal.raise_signal(signal.SIGINT)
        replace(one, other)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, drawn("guide.md", "second"), drawn("agenda.md", "second"))

    assert (tmp_path / "guide.md").read_text() == "second"
    assert {path.name for path in tmp_path.iterdir()} == {"guide.md", "agenda.md", MANIFEST}


@pytest.mark.parametrize("full", range(1, 5))
def test_a_full_disk_is_one_clear_message_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: int
) -> None:
    publish(tmp_path, drawn("guide.md", "first"))
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    written: list[int] = []

    def no_room(handle: int) -> None:
        written.append(handle)
        if len(written) == full:
            raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(FaultError, match="the disk is full"):
        publish(tmp_path, drawn("guide.md", "second"), drawn("new/agenda.md", "second"))

    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_that_cannot_be_written_in_is_one_clear_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, drawn("guide.md", "first"))

    def read_only(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "read-only file system", str(path))

    monkeypatch.setattr(Path, "mkdir", read_only)
    with pytest.raises(FaultError, match="cannot be written: read-only file system"):
        publish(tmp_path, drawn("guide.md", "second"))
    assert read_record(tmp_path) is not None


def test_a_file_that_leads_out_of_the_folder_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(FaultError, match="leads out of the folder"):
        publish(tmp_path / "course", drawn("../guide.md", "first"))
    assert list(tmp_path.iterdir()) == []


def test_what_belongs_to_a_held_meeting_stays(tmp_path: Path) -> None:
    first, second = evolve(drawn("1.md", "a"), meeting=1), evolve(drawn("2.md", "a"), meeting=2)
    write_course(tmp_path, HELD, (drawn("all.md", "a"), first, second))
    (tmp_path / "1.md").write_text("my own words")

    published = write_course(tmp_path, HELD, (drawn("all.md", "b"),))

    assert (published.written, published.removed) == (("all.md",), ("2.md",))
    assert (tmp_path / "1.md").read_text() == "my own words"
    record = read_record(tmp_path)
    assert record is not None
    assert list(record.files) == ["all.md", "1.md"]
    assert record.files["1.md"].sha256 == digest(b"a")


def test_what_stays_is_listed_in_the_order_it_had(tmp_path: Path) -> None:
    paths = [f"{letter}.md" for letter in "hcafbgde"]
    write_course(tmp_path, HELD, [evolve(drawn(path, "a"), meeting=1) for path in paths])

    write_course(tmp_path, HELD, (drawn("all.md", "b"),))

    record = read_record(tmp_path)
    assert record is not None
    assert list(record.files) == ["all.md", *paths]


def test_a_sheet_that_left_the_plan_can_still_be_read_back(tmp_path: Path) -> None:
    first, second = (SheetForm(f"abc/{number}", "Ark", (), (), number) for number in (1, 2))
    write_course(tmp_path, PLAN, (), (first, second))
    write_course(tmp_path, PLAN, (), (evolve(second, title="Igen"),))

    record = read_record(tmp_path)
    assert record is not None
    assert record.forms == {"abc/1": first, "abc/2": evolve(second, title="Igen")}


def test_a_sheet_of_a_held_meeting_that_is_drawn_again_is_replaced(tmp_path: Path) -> None:
    interval = evolve(drawn("1.md", "empty"), meeting=1)
    form = SheetForm("abc/interval/1", "Ark", (), (), 1)
    write_course(tmp_path, HELD, (interval,), (form,))

    again = evolve(interval, content=b"filled in")
    write_course(tmp_path, HELD, (again,), (evolve(form, title="Igen"),))

    assert (tmp_path / "1.md").read_text() == "filled in"
    record = read_record(tmp_path)
    assert record is not None
    assert record.files["1.md"].sha256 == digest(b"filled in")
    assert record.forms["abc/interval/1"].title == "Igen"


def test_sheets_without_a_plan_have_no_manifest(tmp_path: Path) -> None:
    assert write_files(tmp_path, [drawn("guide.md", "first")]).written == ("guide.md",)
    assert not (tmp_path / MANIFEST).exists()

"""A folder is as before or as after, wherever the process that changes it is killed."""

from __future__ import annotations

import errno
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from spark_tools.model import FaultError
from spark_tools.publish import write_whole
from spark_tools.publish.journal import JOURNAL, STAGE
from spark_tools.publish.work import at_work, commit, finish

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes to kill")

OLD = {
    "plan.json": "old plan",
    "meeting-1/guide.docx": "old guide",
    "meeting-1/agenda.docx": "the same",
    "meeting-3/guide.docx": "old guide",
    "meeting-3/sheets/card.docx": "old card",
    "logbook.toml": "untouched",
}
NEW = {
    "meeting-1/guide.docx": "new guide",
    "meeting-1/agenda.docx": "the same",
    "meeting-2/sheets/card.docx": "new card",
    "meeting-2/guide.docx": "new guide",
    "plan.json": "new plan",
}
GONE = ("meeting-3/guide.docx", "meeting-3/sheets/card.docx")

Work = Callable[[Path], None]


def plan_again(folder: Path) -> None:
    with at_work(folder):
        commit(folder, {name: words.encode() for name, words in NEW.items()}, GONE)


def collect(folder: Path) -> None:
    write_whole(folder / "logbook.toml", b"with what was agreed")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    for name, words in OLD.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words)
    return folder


@pytest.fixture
def deaths(killed: Callable[..., bool]) -> Callable[[Work, Path], Iterator[Path]]:
    """Give copies of a folder in which some work was killed, once before and after each change."""

    def deaths(work: Work, start: Path) -> Iterator[Path]:
        for after in (False, True):
            for number in count(1):
                folder = start.parent / f"killed-{number}-{after}"
                shutil.copytree(start, folder)
                if not killed(lambda folder=folder: work(folder), number, after=after):
                    break
                yield folder

    return deaths


@pytest.mark.parametrize("work", [plan_again, collect])
def test_killed_anywhere_the_folder_is_before_or_after(
    old: Path, deaths, snapshot, work: Work
) -> None:
    new = old.parent / "new"
    shutil.copytree(old, new)
    work(new)
    before, after = snapshot(old), snapshot(new)
    ends = []
    for folder in deaths(work, old):
        finish(folder)
        ends.append(snapshot(folder) == after)
        assert ends[-1] or snapshot(folder) == before
    assert len(ends) >= 10
    assert any(ends)
    assert not all(ends)


def test_killed_while_it_is_finished_it_is_finished_all_the_same(
    old: Path, deaths, snapshot
) -> None:
    new = old.parent / "new"
    shutil.copytree(old, new)
    plan_again(new)
    begun = next(each for each in deaths(plan_again, old) if (each / STAGE / JOURNAL).exists())
    start = begun.rename(old.parent / "begun")
    for path in old.parent.glob("killed-*"):
        shutil.rmtree(path)
    ends = 0
    for folder in deaths(finish, start):
        finish(folder)
        assert snapshot(folder) == snapshot(new)
        ends += 1
    assert ends >= 10


def test_whoever_writes_next_finishes_first(old: Path, deaths) -> None:
    begun = next(each for each in deaths(plan_again, old) if (each / STAGE / JOURNAL).exists())
    collect(begun)

    assert (begun / "plan.json").read_text() == "new plan"
    assert (begun / "logbook.toml").read_text() == "with what was agreed"
    assert not (begun / STAGE).exists()


def test_what_was_changed_by_hand_in_the_meantime_is_left(old: Path, deaths) -> None:
    begun = next(each for each in deaths(plan_again, old) if (each / STAGE / JOURNAL).exists())
    (begun / "meeting-1/guide.docx").write_text("my own words")
    (begun / "meeting-3/guide.docx").write_text("my own words")

    finish(begun)

    assert (begun / "meeting-1/guide.docx").read_text() == "my own words"
    assert (begun / "meeting-3/guide.docx").read_text() == "my own words"
    assert (begun / "plan.json").read_text() == "new plan"
    assert not (begun / STAGE).exists()


def test_a_link_in_the_folder_is_replaced_and_not_followed(old: Path) -> None:
    shared = old.parent / "shared.toml"
    shared.write_text("shared")
    (old / "logbook.toml").unlink()
    (old / "logbook.toml").symlink_to(shared)

    collect(old)

    assert shared.read_text() == "shared"
    assert (old / "logbook.toml").read_text() == "with what was agreed"


def test_what_cannot_be_carried_out_now_is_carried_out_later(
    old: Path, snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = old.parent / "new"
    shutil.copytree(old, new)
    plan_again(new)
    replace = os.replace

    def refused(one: Path, other: Path) -> None:
        if Path(other).name == "card.docx":
            raise PermissionError(errno.EACCES, "in use")
        replace(one, other)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refused)
        for work in (plan_again, finish, collect):
            with pytest.raises(FaultError, match=r"card\.docx: cannot be written; is it open"):
                work(old)
    finish(old)

    assert snapshot(old) == snapshot(new)


def test_two_at_a_time_is_one_clear_message(old: Path, snapshot) -> None:
    ready, tell = os.pipe()
    child = os.fork()
    if not child:
        with at_work(old):
            os.write(tell, b"!")
            signal.pause()
    os.read(ready, 1)
    before = snapshot(old)
    try:
        for work in (plan_again, collect, finish):
            with pytest.raises(FaultError, match="another spark is at work in this folder"):
                work(old)
            assert snapshot(old) == before
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(ready)
        os.close(tell)
    plan_again(old)
    assert (old / "plan.json").read_text() == "new plan"


def test_one_may_write_several_times_while_at_work(old: Path) -> None:
    with at_work(old):
        collect(old)
        plan_again(old)
        finish(old)
        assert (old / STAGE).exists()
    assert not (old / STAGE).exists()
    assert (old / "logbook.toml").read_text() == "with what was agreed"


@pytest.mark.parametrize(
    "journal",
    [
        '{"format": 1, "remove": [{"path": "../precious", "stood": ""}]}',
        '{"format": 1, "write": [{"path": "../precious", "stood": ""}]}',
        '{"format": 1, "write": [{"path": "link/precious", "stood": ""}]}',
        '{"format": 1, "remove": [{"path": "meeting-1/..", "stood": ""}]}',
        '{"format": 1, "remove": [{"path": "/etc/hostname", "stood": ""}]}',
        '{"format": 1, "write": ["plan.json"]}',
        '{"format": 0}',
        "[]",
        "",
    ],
)
def test_a_journal_that_spark_did_not_write_is_not_carried_out(old: Path, journal: str) -> None:
    precious = old.parent / "precious"
    precious.write_text("precious")
    (old / STAGE).mkdir()
    (old / STAGE / JOURNAL).write_text(journal)
    (old / STAGE / "0").write_text("worthless")
    (old / "link").symlink_to(old.parent)

    with pytest.raises(FaultError, match=r"journal\.json: this is not as spark wrote it"):
        finish(old)

    assert precious.read_text() == "precious"
    assert (old / "plan.json").read_text() == "old plan"


def test_what_somebody_else_put_in_the_hidden_folder_stays(old: Path) -> None:
    (old / STAGE).mkdir()
    (old / STAGE / "notes.txt").write_text("mine")

    plan_again(old)

    assert [path.name for path in (old / STAGE).iterdir()] == ["notes.txt"]

"""Looking at real files; nobody sleeps, and whatever happens does so between two looks."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from spark_tools.preview.watching import CALM, PATIENCE, REST, Noticed, Watch, follow

NOTHING, SAVED, GONE = Noticed.NOTHING, Noticed.SAVED, Noticed.GONE


@pytest.fixture
def watch(home, source) -> Watch:
    return Watch(home.toml, source.files)


def looks(watch: Watch, number: int) -> list[Noticed]:
    return [watch.look() for _ in range(number)]


def test_nothing_has_happened_at_first(watch: Watch) -> None:
    assert looks(watch, 5) == [NOTHING] * 5


def test_a_save_is_noticed_once_when_it_is_at_rest(home, watch: Watch) -> None:
    home.save("Fiskeben", "Fiskeskelet")

    assert looks(watch, 4) == [NOTHING, SAVED, NOTHING, NOTHING]


def test_half_a_file_is_not_taken_for_a_save(home, watch: Watch) -> None:
    whole = home.toml.read_text("utf-8").replace("Fiskeben", "Fiskeskelet")
    for part in ("", whole[:100], whole[:200], whole):
        home.toml.write_text(part, "utf-8")
        assert watch.look() is NOTHING

    assert watch.look() is SAVED


@pytest.mark.parametrize("name", ["fishbone.en.toml", "bone.svg"])
def test_translations_and_pictures_are_looked_at_too(home, watch: Watch, name: str) -> None:
    home.save("1", "2", home.folder / name)

    assert looks(watch, 2) == [NOTHING, SAVED]


def test_a_new_picture_is_noticed(home, watch: Watch) -> None:
    (home.folder / "new.svg").write_bytes(home.picture.read_bytes())

    assert looks(watch, 2) == [NOTHING, SAVED]


def test_a_new_theme_is_noticed(home, watch: Watch, theme: str) -> None:
    (home.folder / "themes").mkdir()
    (home.folder / "themes" / "noise.toml").write_text(theme, "utf-8")

    assert looks(watch, 2) == [NOTHING, SAVED]


def test_saving_without_a_change_is_nothing(home, watch: Watch) -> None:
    home.toml.write_bytes(home.toml.read_bytes())
    os.utime(home.toml, (1, 1))

    assert looks(watch, 3) == [NOTHING] * 3


def test_a_drive_that_tells_time_roughly_hides_no_save(home, watch: Watch) -> None:
    watch.look()
    stat = home.toml.stat()
    home.save("Fiskeben", "Fiskebon")
    os.utime(home.toml, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    assert looks(watch, 2) == [NOTHING, SAVED]


def test_a_file_at_rest_is_not_read_again_and_again(home, watch: Watch, monkeypatch) -> None:
    looks(watch, CALM + 1)
    read: list[Path] = []
    monkeypatch.setattr(Path, "read_bytes", lambda path: read.append(path) or b"")

    looks(watch, 10)

    assert read == []


def test_a_file_that_is_away_while_it_is_saved_is_waited_for(home, watch: Watch) -> None:
    text = home.toml.read_text("utf-8")
    home.toml.rename(home.folder / "fishbone.toml~")
    assert looks(watch, PATIENCE - 1) == [NOTHING] * (PATIENCE - 1)
    (home.folder / "fishbone.new").write_text(text.replace("Fiskeben", "Ben"), "utf-8")
    (home.folder / "fishbone.new").replace(home.toml)

    assert looks(watch, 2) == [NOTHING, SAVED]


def test_a_file_that_stays_away_is_told_of_once(home, watch: Watch) -> None:
    text = home.toml.read_bytes()
    home.toml.unlink()
    assert looks(watch, PATIENCE + 5).count(GONE) == 1

    home.toml.write_bytes(text)
    assert looks(watch, 3) == [NOTHING] * 3


def test_a_translation_that_is_away_while_it_is_saved_is_waited_for(home, watch: Watch) -> None:
    text = home.overlay.read_bytes()
    home.overlay.unlink()
    assert looks(watch, REST) == [NOTHING] * REST

    home.overlay.write_bytes(text)
    assert looks(watch, 3) == [NOTHING] * 3


def test_a_translation_that_is_removed_is_noticed(home, watch: Watch) -> None:
    home.overlay.unlink()

    assert SAVED in looks(watch, REST + 1)


def test_a_file_that_may_not_be_read_just_now_is_waited_for(
    home, watch: Watch, monkeypatch
) -> None:
    home.save("Fiskeben", "Ben")
    with monkeypatch.context() as windows:
        windows.setattr(Path, "read_bytes", lambda _path: open_elsewhere())
        assert looks(watch, 3) == [NOTHING] * 3

    assert looks(watch, 2) == [NOTHING, SAVED]


def open_elsewhere() -> bytes:
    raise PermissionError(13, "The process cannot access the file")


def test_following_goes_on_until_ctrl_c(home, watch: Watch) -> None:
    told: list[str] = []
    days: list[Callable[[], object]] = [
        lambda: home.save("Fiskeben", "Ben"),
        lambda: None,
        lambda: None,
        lambda: home.save("Ben", "Skelet"),
        lambda: None,
    ]

    def sleep(_seconds: float) -> None:
        if not days:
            raise KeyboardInterrupt
        days.pop(0)()

    with pytest.raises(KeyboardInterrupt):
        follow(
            watch,
            saved=lambda: told.append("saved"),
            gone=lambda: told.append("gone"),
            between=lambda: told.append("-"),
            sleep=sleep,
        )

    assert told == ["-", "saved", "-", "-", "saved"]

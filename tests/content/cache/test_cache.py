"""A sound content folder is read once; the files always have the last word."""

import json
import os
import sys

import pytest

from spark_tools.content.cache import packing, read_known_folder, stamp, store
from spark_tools.content.library import Library
from spark_tools.content.reader import read_folder
from spark_tools.content.references import dangling
from spark_tools.plugin.loading import load_plugins
from tests.contents import THEME

THINGS = ("exercises", "themes", "course_types", "translations", "faults")


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Keep things in a folder of the test's own, files that were just written among them."""
    monkeypatch.setenv("SPARK_TOOLS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(stamp, "SETTLED", -3600)
    return tmp_path / "cache" / "content"


@pytest.fixture
def content(tmp_path):
    """Make a content folder with one theme."""
    folder = tmp_path / "mine"
    (folder / "themes").mkdir(parents=True)
    (folder / "themes" / "noise.toml").write_text(THEME, encoding="utf-8")
    return folder


def bundled():
    return [folder for _, folder in load_plugins().gather("spark_content_dirs")]


@pytest.mark.parametrize("folder", bundled(), ids=lambda folder: folder.parent.name)
def test_what_is_kept_is_what_was_read(folder, kept):
    read = read_known_folder(folder, "mine")
    assert len(list(kept.iterdir())) == 1
    known = read_known_folder(folder, "mine")
    for name in THINGS:
        assert getattr(known, name) == getattr(read, name)
    assert list(map(str, dangling(known.references, Library()))) == list(
        map(str, dangling(read.references, Library()))
    )


@pytest.mark.usefixtures("kept")
def test_a_folder_that_is_as_it_was_is_not_read_again(content, monkeypatch):
    read_known_folder(content)
    monkeypatch.setattr("spark_tools.content.cache.contents.read_folder", None)
    assert read_known_folder(content).themes[0].title == "Støj"


@pytest.mark.usefixtures("kept")
def test_a_change_a_new_file_and_a_fault_are_seen_at_once(content):
    file = content / "themes" / "noise.toml"
    read_known_folder(content)
    file.write_text(THEME.replace("Støj", "Larm"), encoding="utf-8")
    assert read_known_folder(content).themes[0].title == "Larm"
    (content / "stray.toml").write_text("")
    assert "belongs in" in str(read_known_folder(content).faults[0])
    (content / "stray.toml").unlink()
    file.write_text(THEME.replace("Lyd", ""), encoding="utf-8")
    for _ in range(2):
        assert len(read_known_folder(content).faults) == 1
    file.unlink()
    assert read_known_folder(content).themes == ()


def test_a_file_that_is_still_being_written_is_not_kept(content, tmp_path, monkeypatch):
    monkeypatch.setenv("SPARK_TOOLS_CACHE", str(tmp_path / "cache"))
    read_known_folder(content)
    assert not (tmp_path / "cache").exists()


def test_another_version_of_the_code_reads_anew(content, kept, monkeypatch):
    read_known_folder(content)
    monkeypatch.setattr("spark_tools.content.cache.contents.reader_stamp", lambda: "another")
    monkeypatch.setattr("spark_tools.content.cache.contents.read_folder", lambda *_, **__: "anew")
    (kept_file,) = kept.iterdir()
    before = kept_file.read_bytes()
    with pytest.raises(AttributeError):  # "anew" has no faults: it was read, not known
        read_known_folder(content)
    assert kept_file.read_bytes() == before


@pytest.mark.parametrize(
    "garbage",
    [
        "",
        "half a ",
        '[]\n[[{"Theme":["noise"]}],[],[],[]]',
        '[]\n[[{"system":["ls"]}],[],[],[]]',
        "[]\n[[]]",
        "[]\n" + "[" * 100_000,
        "[[1]]\n[[],[],[],[]]",
        "7\n[[],[],[],[]]",
        '[]\n[[{"Theme":7}],[],[],[]]',
        '[]\n{"Form":"groups"}',
    ],
)
def test_what_somebody_else_wrote_there_is_passed_over(garbage, content, kept):
    read_known_folder(content)
    (file,) = kept.iterdir()
    head = file.read_text(encoding="utf-8").partition("\n")[0]
    file.write_text(f"{head}\n{garbage}", encoding="utf-8")
    assert read_known_folder(content).themes[0].title == "Støj"


@pytest.mark.parametrize("named", ["system", "Fault", "Path", "Library"])
def test_nothing_but_the_model_can_be_made(named):
    with pytest.raises((KeyError, TypeError)):
        packing.unpack(json.dumps([{named: ["ls", 1, 2, 3]}]))


def test_it_can_be_switched_off(content, tmp_path, monkeypatch):
    monkeypatch.setenv("SPARK_TOOLS_CACHE", "0")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(stamp, "SETTLED", -3600)
    assert read_known_folder(content).themes
    assert not (tmp_path / "home").exists()


def test_it_lies_in_the_users_own_cache(content, tmp_path, monkeypatch):
    monkeypatch.delenv("SPARK_TOOLS_CACHE")
    monkeypatch.setattr(stamp, "SETTLED", -3600)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    read_known_folder(content)
    folder = tmp_path / "home" / "spark-tools" / "content"
    assert len(list(folder.iterdir())) == 1
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_folder_whose_name_is_no_text_is_read_all_the_same(content, kept):
    strange = content.with_name("caf\udce9")
    content.rename(strange)
    assert len(read_known_folder(strange).themes) == 1


def test_a_folder_that_cannot_be_used_stops_nobody(content, kept):
    kept.parent.write_text("a file where the folder should be")
    assert read_known_folder(content).themes == read_folder(content).themes


def test_a_folder_that_others_can_write_in_is_not_used(content, kept):
    kept.mkdir(parents=True)
    kept.chmod(0o777)
    assert read_known_folder(content).themes
    assert list(kept.iterdir()) == []


def test_the_oldest_goes_where_there_are_many(kept, monkeypatch):
    monkeypatch.setattr(store, "MOST_FILES", 3)
    for number in range(5):
        store.keep(str(number), "text")
        for path in kept.iterdir():
            seen = path.stat()
            os.utime(path, (seen.st_atime, seen.st_mtime - 10))
    assert [store.find(str(number)) for number in range(5)] == ["", "", "text", "text", "text"]
    monkeypatch.setattr(store, "LARGEST", 3)
    store.keep("large", "text")
    assert store.find("large") == ""

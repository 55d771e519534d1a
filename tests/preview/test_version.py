from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from spark_tools.content.check import check_path
from spark_tools.model import FaultError
from spark_tools.preview.source import Source, find_source
from spark_tools.preview.version import draw, read_version


def text(version, source, setting) -> str:
    return "".join(file.content.decode() for file in draw(version, source, setting))


def test_a_sound_exercise_is_laid_out_with_its_sheets(source, setting) -> None:
    version = read_version(source, setting("html"))

    assert version.faults == ()
    assert [each.name for each in version.documents] == ["fiskeben", "fiskeben-arbejdsark"]
    assert "Tegn årsagerne." in text(version, source, setting("html"))


def test_posters_come_when_they_are_asked_for(source, setting) -> None:
    names = [each.name for each in read_version(source, setting("html", posters=True)).documents]

    assert names[-1] == "fiskeben-planche-ark"


def test_it_is_drawn_in_the_language_that_is_asked_for(source, setting) -> None:
    english = setting("html", language="en")
    drawn = text(read_version(source, english), source, english)

    assert "Draw the causes." in drawn
    assert "Tegn årsagerne." not in drawn


def test_without_a_translation_the_original_is_drawn(home, source, setting) -> None:
    home.overlay.unlink()
    english = setting("html", language="en")

    assert "Tegn årsagerne." in text(read_version(source, english), source, english)


def test_the_faults_are_those_of_spark_check(home, setting, tmp_path: Path) -> None:
    exercises = tmp_path / "mine" / "exercises"
    shutil.copytree(home.folder, exercises)
    path = exercises / "fishbone.toml"
    home.save('form = "groups"', 'form = "group"\nfrom = 1', path)
    home.save('themes = ["cooperation"]', 'themes = ["cooperatoin"]', path)
    home.save("<path", "<script/><path", exercises / "bone.svg")
    home.save('title = "Draw"', 'titel = "Draw"', exercises / "fishbone.en.toml")
    ours = setting("html")

    version = read_version(find_source(path), ours)

    assert version.documents == ()
    assert version.faults == check_path(tmp_path / "mine", ours.library)
    assert {Path(fault.file).name for fault in version.faults} == {"fishbone.toml", "bone.svg"}


def test_a_theme_in_the_exercises_own_folder_is_known(home, source, setting, theme: str) -> None:
    home.save("cooperation", "noise")
    assert "noise" in str(read_version(source, setting("html")).faults[0])

    (home.folder / "themes").mkdir()
    (home.folder / "themes" / "noise.toml").write_text(theme, "utf-8")

    assert read_version(source, setting("html")).faults == ()


def test_a_faulty_translation_stops_only_its_own_language(home, source, setting) -> None:
    home.save('title = "Draw"', 'titel = "Draw"', home.overlay)

    danish = read_version(source, setting("html"))
    english = read_version(source, setting("html", language="en"))

    assert danish.documents
    assert english.documents == ()
    assert danish.faults == english.faults
    assert "fishbone.en.toml" in danish.faults[0].file


def test_a_stale_translation_is_told_of_and_drawn(home, source, setting) -> None:
    home.save("revision = 1", "revision = 2")

    english = read_version(source, setting("html", language="en"))

    assert "the translation is stale" in english.faults[0].message
    assert english.documents


def test_a_translation_into_no_language_is_a_fault(home, setting) -> None:
    home.overlay.rename(home.folder / "fishbone.xx.toml")

    [fault] = read_version(Source(home.toml), setting("html")).faults

    assert '"xx" is not a language' in fault.message


def test_what_a_renderer_raises_is_a_fault_of_the_file(source, setting, monkeypatch) -> None:
    ours = setting("html")

    def breaks(*_: object) -> bytes:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("spark_tools.preview.version.draw_documents", breaks)

    with pytest.raises(FaultError, match=r"fishbone\.toml: it cannot be drawn: ZeroDivisionError"):
        draw(read_version(source, ours), source, ours)

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from spark_tools.model import FaultError
from spark_tools.preview.source import find_source


def said_of(path: Path) -> str:
    with pytest.raises(FaultError) as caught:
        find_source(path)
    return str(caught.value)


def test_an_exercise_is_its_own_file_in_any_folder(home) -> None:
    assert find_source(home.toml).path == home.toml
    assert find_source(home.toml).language == "da"


def test_a_translation_means_its_original_in_that_language(home) -> None:
    found = find_source(home.overlay)

    assert (found.path, found.language) == (home.toml, "en")


def test_a_project_with_one_exercise_means_that_one(home, tmp_path: Path) -> None:
    exercises = tmp_path / "project" / "spark_tools_fishbone" / "content" / "exercises"
    shutil.copytree(home.folder, exercises)

    for path in (tmp_path / "project", exercises.parent, exercises):
        assert find_source(path).path == exercises / "fishbone.toml"
    assert find_source(tmp_path / "project").folder == exercises.parent


def test_a_folder_with_several_names_them(home, tmp_path: Path) -> None:
    exercises = tmp_path / "mine" / "exercises"
    shutil.copytree(home.folder, exercises)
    shutil.copy(home.toml, exercises / "tree.toml")

    said = said_of(tmp_path / "mine")

    assert "several exercises" in said
    assert "fishbone.toml, " in said
    assert "tree.toml" in said
    assert "fishbone.en.toml" not in said


def test_a_folder_without_exercises_is_told_so(tmp_path: Path) -> None:
    assert "there is no exercise in it" in said_of(tmp_path)
    assert "there is no such file or folder" in said_of(tmp_path / "nowhere")


def test_a_picture_is_no_exercise(home) -> None:
    assert "name the exercise's file" in said_of(home.picture)


@pytest.mark.parametrize("folder", ["themes", "desk"])
def test_a_theme_is_told_who_uses_it(tmp_path: Path, theme: str, folder: str) -> None:
    path = tmp_path / folder / "noise.toml"
    path.parent.mkdir()
    path.write_text(theme, "utf-8")

    assert "this is a theme" in said_of(path)
    assert "spark check" in said_of(path)


def test_a_course_type_is_told_who_uses_it(tmp_path: Path) -> None:
    path = tmp_path / "long.toml"
    path.write_text('summary = "Langt"\n[[meetings]]\nid = "one"\n', "utf-8")

    assert "this is a course type" in said_of(path)


def test_a_course_is_told_who_draws_it(tmp_path: Path) -> None:
    path = tmp_path / "course.toml"
    path.write_text('workplace = "Lindehaven"\n[[meetings]]\ndate = 2027-02-03\n', "utf-8")

    assert "spark plan draws it" in said_of(path)

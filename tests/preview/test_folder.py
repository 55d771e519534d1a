from __future__ import annotations

from pathlib import Path

import pytest

from spark_tools.model import FaultError
from spark_tools.preview.folder import LISTING, lay_in
from spark_tools.publish import DrawnFile


def drawn(*paths: str, content: bytes = b"drawn") -> list[DrawnFile]:
    return [DrawnFile(path, content, path.rpartition(".")[2]) for path in paths]


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {LISTING}


def test_the_folder_is_made_and_what_is_written_is_told(tmp_path: Path) -> None:
    laid = lay_in(tmp_path / "preview", "bone.da", drawn("bone.docx", "bone.html"))

    assert laid.written == ("bone.docx", "bone.html")
    assert names(tmp_path / "preview") == {"bone.docx", "bone.html"}


def test_a_file_of_ours_is_written_over_even_where_it_was_changed(tmp_path: Path) -> None:
    lay_in(tmp_path, "bone.da", drawn("bone.docx"))
    (tmp_path / "bone.docx").write_bytes(b"tried something in Word")

    assert lay_in(tmp_path, "bone.da", drawn("bone.docx", content=b"new")).written
    assert (tmp_path / "bone.docx").read_bytes() == b"new"


def test_a_file_of_somebody_else_is_kept_every_time(tmp_path: Path) -> None:
    (tmp_path / "bone.docx").write_bytes(b"mine")

    for content in (b"one", b"two"):
        laid = lay_in(tmp_path, "bone.da", drawn("bone.docx", "bone.html", content=content))
        assert laid.kept == ("bone.docx",)
        assert laid.written == ("bone.html",)
    assert (tmp_path / "bone.docx").read_bytes() == b"mine"


def test_what_is_as_it_should_be_is_not_touched(tmp_path: Path) -> None:
    lay_in(tmp_path, "bone.da", drawn("bone.docx"))
    before = (tmp_path / "bone.docx").stat()

    laid = lay_in(tmp_path, "bone.da", drawn("bone.docx"))

    assert laid.unchanged == ("bone.docx",)
    assert (tmp_path / "bone.docx").stat().st_ino == before.st_ino


def test_an_earlier_title_leaves_no_files_behind(tmp_path: Path) -> None:
    lay_in(tmp_path, "bone.da", drawn("old.docx", "changed.docx", "old.html"))
    lay_in(tmp_path, "tree.da", drawn("tree.docx"))
    (tmp_path / "changed.docx").write_bytes(b"tried something in Word")

    lay_in(tmp_path, "bone.da", drawn("new.docx"))

    assert names(tmp_path) == {"new.docx", "changed.docx", "old.html", "tree.docx"}


def test_a_file_that_another_program_has_open_stops_no_other(tmp_path: Path, monkeypatch) -> None:
    lay_in(tmp_path, "bone.da", drawn("bone.docx", "bone.html"))
    rename = Path.rename

    def locked(path: Path, target: Path) -> Path:
        if path.name == "bone.docx":
            raise PermissionError(13, "The process cannot access the file")
        return rename(path, target)

    with monkeypatch.context() as windows:
        windows.setattr(Path, "rename", locked)
        laid = lay_in(tmp_path, "bone.da", drawn("bone.docx", "bone.html", content=b"new"))

    assert laid.written == ("bone.html",)
    assert [file.path for file in laid.waiting] == ["bone.docx"]
    assert "is it open in another program?" in str(laid.refused[0])
    later = lay_in(tmp_path, "bone.da", laid.waiting, alone=False)
    assert later.written == ("bone.docx",)
    assert names(tmp_path) == {"bone.docx", "bone.html"}


@pytest.mark.parametrize("listing", ["[]", "{}", '{"format": 1, "previews": {"a": 1}}', "{"])
def test_a_listing_that_is_not_ours_stops_everything(tmp_path: Path, listing: str) -> None:
    (tmp_path / LISTING).write_text(listing)

    with pytest.raises(FaultError, match="choose another folder with -o"):
        lay_in(tmp_path, "bone.da", drawn("bone.docx"))
    assert names(tmp_path) == set()


def test_a_listing_cannot_name_a_file_outside(tmp_path: Path) -> None:
    folder = tmp_path / "preview"
    lay_in(folder, "bone.da", drawn("bone.docx"))
    outside = tmp_path / "bone.docx"
    outside.write_bytes(b"drawn")
    listing = (folder / LISTING).read_text().replace('"bone.docx"', '"../bone.docx"')
    (folder / LISTING).write_text(listing)

    lay_in(folder, "bone.da", drawn("new.docx"))

    assert outside.read_bytes() == b"drawn"

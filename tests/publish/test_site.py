from __future__ import annotations

from pathlib import Path

import pytest

from spark_tools.model import FaultError
from spark_tools.publish import write_site
from spark_tools.publish.site import LISTING

FIRST = {"index.html": b"forside", "assets/style.css": b"body {}", "themes/work.html": b"tema"}


def test_a_site_is_written_with_its_list(tmp_path: Path) -> None:
    published = write_site(tmp_path / "site", FIRST)

    assert published.written == tuple(FIRST)
    assert (tmp_path / "site/themes/work.html").read_bytes() == b"tema"
    assert (tmp_path / "site" / LISTING).is_file()


def test_what_the_new_site_has_no_longer_is_removed(tmp_path: Path) -> None:
    write_site(tmp_path, FIRST)

    published = write_site(tmp_path, {"index.html": b"ny forside"})

    assert published.removed == ("assets/style.css", "themes/work.html")
    assert not (tmp_path / "themes").exists()
    assert (tmp_path / "index.html").read_bytes() == b"ny forside"


def test_a_file_that_was_changed_is_kept_unless_forced(tmp_path: Path) -> None:
    write_site(tmp_path, FIRST)
    (tmp_path / "index.html").write_bytes(b"min egen")

    assert write_site(tmp_path, FIRST).kept == ("index.html",)
    assert (tmp_path / "index.html").read_bytes() == b"min egen"
    assert write_site(tmp_path, FIRST, force=True).kept == ()
    assert (tmp_path / "index.html").read_bytes() == b"forside"


def test_a_changed_file_that_is_no_longer_part_is_left_until_forced(tmp_path: Path) -> None:
    write_site(tmp_path, FIRST)
    (tmp_path / "themes/work.html").write_bytes(b"mit eget")
    smaller = {"index.html": b"forside"}

    assert write_site(tmp_path, smaller).left == ("themes/work.html",)
    assert write_site(tmp_path, smaller).left == ("themes/work.html",)
    assert write_site(tmp_path, smaller, force=True).removed == ("themes/work.html",)


def test_files_of_somebody_elses_are_not_touched(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"kommunens forside")
    (tmp_path / "logo.svg").write_bytes(b"<svg/>")

    assert write_site(tmp_path, FIRST).kept == ("index.html",)
    assert (tmp_path / "logo.svg").read_bytes() == b"<svg/>"


@pytest.mark.parametrize("content", ["{}", "[]", '{"format": 0, "files": {}}', '{"format": 1}'])
def test_a_list_that_is_not_ours_stops_the_writing(tmp_path: Path, content: str) -> None:
    (tmp_path / LISTING).write_text(content)

    with pytest.raises(FaultError, match="no list of a site"):
        write_site(tmp_path, FIRST)

    assert sorted(path.name for path in tmp_path.iterdir()) == [LISTING]


def test_the_same_site_gives_the_same_list(tmp_path: Path) -> None:
    write_site(tmp_path / "one", FIRST)
    write_site(tmp_path / "two", dict(reversed(FIRST.items())))

    assert (tmp_path / "one" / LISTING).read_bytes() == (tmp_path / "two" / LISTING).read_bytes()

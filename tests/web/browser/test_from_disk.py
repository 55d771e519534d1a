"""The site as files, opened from a disk without any server."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

import pytest

from spark_tools.web.downloads import files
from spark_tools.web.site import Outline, site_files

DRAWN = "try-out-actions"


@pytest.fixture(scope="module")
def site(toolbox, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write every page, and the files of one exercise; give the address of the folder."""
    folder = tmp_path_factory.mktemp("site")
    outline = Outline(("da", "en"))
    for path, content in takewhile(is_small, site_files(toolbox, outline)):
        write(folder / path, content)
    for path, job in files(toolbox, toolbox.library.exercise(DRAWN), "da"):
        write(folder / path, job.run(toolbox))
    return f"{folder.as_uri()}/"


def is_small(file: tuple[str, bytes]) -> bool:
    """Whether it is a page or what pages load: those come first."""
    return file[0].endswith(".html") or file[0].startswith("assets/")


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.mark.parametrize("width", [390, 1280])
def test_an_exercise_is_found_and_fetched_from_a_disk(visit, site, width):
    page = visit(width, home=site).open("index.html")
    page.get_by_label("Søg").press_sequentially("prøvehandl")
    page.get_by_role("link", name="Prøvehandlinger", exact=True).click()
    page.get_by_role("heading", level=1, name="Prøvehandlinger").wait_for()
    (picture, *_) = page.get_by_role("img").all()
    picture.scroll_into_view_if_needed()
    page.wait_for_function("document.images[0].naturalWidth > 500")
    file = page.get_by_role("link", name="Word-dokument").first.get_attribute("href")
    assert file.endswith("proevehandlinger-arbejdsark.docx")


def test_without_javascript_every_exercise_is_there_and_the_form_says_what_it_needs(visit, site):
    page = visit(script=False, home=site).open("index.html")
    page.get_by_role("link", name="Prøvehandlinger", exact=True).click()
    page.get_by_role("heading", level=1, name="Prøvehandlinger").wait_for()


def test_the_way_to_english_and_back(visit, site):
    page = visit(home=site).open("themes.html")
    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", level=1, name="Themes").wait_for()
    page.get_by_role("link", name="Dansk").click()
    page.get_by_role("heading", level=1, name="Temaer").wait_for()

"""Every file of a site: pages, what they load, and all that they offer to download."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from attrs import frozen

from spark_tools.web.catalogue import catalogue_pages
from spark_tools.web.downloads import files
from spark_tools.web.jobs import Job
from spark_tools.web.links import Links, address
from spark_tools.web.page import Frame, make_frame
from spark_tools.web.site.sitemap import robots, sitemap
from spark_tools.web.toolbox import Toolbox


@frozen
class Outline:
    """What a site is to be: its languages, whom readers may turn to, the address it will have.

    Without a ``home`` (``https://…``) there is no sitemap: one holds whole addresses.
    """

    languages: tuple[str, ...] = ("da",)
    contact: str = ""
    home: str = ""


def site_files(toolbox: Toolbox, outline: Outline) -> Iterator[tuple[str, bytes]]:
    """Give the path and the bytes of every file, one at a time; the same each time.

    Raises:
        jinja2.TemplateError: a template is faulty.
        Exception: whatever a renderer raises.
    """
    frame = make_frame(toolbox, languages=outline.languages, contact=outline.contact, served=False)
    addresses: list[str] = []
    loaded: set[str] = set()
    for path, text in _pages(toolbox, frame):
        addresses.append(path)
        loaded.update(asset.name for asset in frame.assets.values() if asset.name in text)
        yield path, text.encode()
    for asset in frame.assets.values():
        if asset.name in loaded:
            yield f"assets/{asset.name}", asset.content
    for path, job in _offered(toolbox, frame):
        yield path, job.run(toolbox)
    if outline.home:
        yield "sitemap.xml", sitemap(outline.home, addresses)
        yield "robots.txt", robots(outline.home)


def is_page(path: str) -> bool:
    """Whether the file at *path* is a page of the site, not a sheet to fetch."""
    return path.endswith(".html") and PurePosixPath(path).parent.parent.name != "exercises"


def _pages(toolbox: Toolbox, frame: Frame) -> Iterator[tuple[str, str]]:
    for language in frame.languages:
        for page in catalogue_pages(toolbox, language):
            here = Links("", language, ".html").page(page.path)
            yield here, frame.draw(page, here)


def _offered(toolbox: Toolbox, frame: Frame) -> Iterator[tuple[str, Job[bytes]]]:
    for language in frame.languages:
        for exercise in toolbox.library.exercises:
            for path, job in files(toolbox, exercise, language):
                yield address(path, language), job

"""A real Chromium before a real server, while somebody writes."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from spark_tools.preview.server.serving import serving
from spark_tools.preview.server.stage import Stage
from spark_tools.preview.watching import Watch, follow

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")


class Over(Exception):  # noqa: N818 (the end, not an error)
    """The test is over."""


@pytest.fixture
def address(source, setting) -> Iterator[str]:
    """Serve the exercise as ``spark preview --serve`` does."""
    watch = Watch(source.path, source.files)
    stage = Stage(source, setting("docx"), setting("html").renderers[0])
    stage.read()
    over = threading.Event()

    def sleep(seconds: float) -> None:
        if over.wait(seconds / 5):
            raise Over

    def run() -> None:
        with pytest.raises(Over):
            follow(watch, saved=stage.read, gone=lambda: None, sleep=sleep)

    thread = threading.Thread(target=run)
    thread.start()
    with serving(stage, 0) as server:
        yield server.address
    over.set()
    thread.join()


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    from playwright.sync_api import sync_playwright

    complaints: list[str] = []
    asked_for: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            chromium_sandbox=False,
            args=("--disable-gpu", "--no-first-run", "--disable-background-networking"),
        )
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: asked_for.append(request.url))
        page.set_default_timeout(10_000)
        page.goto(address)
        yield page
        cookies = page.context.cookies()
        browser.close()
    assert complaints == []
    assert cookies == []
    assert [url for url in asked_for if not url.startswith((address, "data:"))] == []


def fitted(page: Page) -> None:
    """Wait until the first document is shown in full, without a scrollbar of its own."""
    page.locator("iframe[style*=height]").first.wait_for()


def test_the_page_follows_what_is_written(page, home) -> None:
    guide = page.frame_locator("iframe").first
    guide.get_by_text("Tegn årsagerne.").wait_for()
    fitted(page)
    page.evaluate("scrollTo(0, 700)")
    page.evaluate("window.still = 'here'")

    home.save("Tegn årsagerne", "Tegn alle årsager")
    guide.get_by_text("Tegn alle årsager.").wait_for()

    home.save('form = "groups"', 'form = "group"')
    page.get_by_role("status").get_by_role("link", name="1 fault").wait_for()
    page.get_by_text("fishbone.toml, line 14").wait_for()
    assert guide.get_by_text("Tegn alle årsager.").is_visible()

    home.save('form = "group"', 'form = "groups"\nsay = "Hvad fører til hvad?"')
    page.get_by_text("fishbone.toml, line 14").wait_for(state="detached")
    guide.get_by_text("Hvad fører til hvad?").wait_for()

    home.save('title = "Fiskeben"', 'title = "Årsager"')
    page.get_by_role("heading", level=1, name="Årsager").wait_for()
    fitted(page)
    assert page.evaluate("window.still") == "here"
    wide = "document.documentElement.scrollWidth > innerWidth"
    assert not page.evaluate(wide)

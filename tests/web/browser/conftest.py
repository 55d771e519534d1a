"""A real Chromium in front of a real server."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import define, field

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
PHONE, LAPTOP = 390, 1280
HEIGHT = {PHONE: 844, LAPTOP: 800}


HERE = Path(__file__).parent
AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RUN_AXE = """async () => {
  document.querySelectorAll("details").forEach((each) => { each.open = true; });
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.map(({ id, help, nodes }) =>
    `${id}: ${help}: ${nodes.slice(0, 5).map((node) => node.html.slice(0, 200)).join(" | ")}`);
}"""

FOCUS = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const name = element.labels?.[0]?.textContent || element.getAttribute("aria-label")
    || element.textContent;
  // The button in a field for a date or a time has a ring of the browser's own.
  const ring = !element.matches(":focus")
    || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
  return {
    name: name.trim().replace(/\\s+/g, " "),
    seen: ring && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let every test here need Chromium."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.needs("chromium"))


@define(eq=False)
class Visitor:
    """Somebody with a browser, of whom is noted what the pages make it do."""

    context: BrowserContext
    home: str
    width: int
    script: bool
    asked_for: list[str] = field(factory=list)
    complaints: list[str] = field(factory=list)

    def open(self, path: str = "") -> Page:
        """Open the page at *path* below the front page."""
        page = self.context.new_page()
        page.on("request", lambda request: self.asked_for.append(request.url))
        page.on("console", lambda message: self._note(message))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(self.home + path)
        return page

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.location.get('url')}: {message.text}")

    def forgive(self, path: str) -> None:
        """Let the browser complain of *path*: it is meant not to be there."""
        self.complaints = [
            each for each in self.complaints if not re.search(rf"/{path}(#\w+)?: ", each)
        ]

    def leave(self) -> None:
        """Close the browser's window; the pages must have behaved."""
        cookies = self.context.cookies()
        self.context.close()
        assert cookies == []
        assert self.complaints == []
        assert [url for url in self.asked_for if not url.startswith((self.home, "data:"))] == []


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), chromium_sandbox=False, args=FLAGS
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(start_server: Callable[..., Any]) -> Any:
    """The server that all browsers here visit."""
    return start_server()


@pytest.fixture
def visit(chromium: Browser, served: Any) -> Iterator[Callable[..., Visitor]]:
    """Give somebody a browser so wide, with JavaScript or without, light or dark."""
    visitors: list[Visitor] = []

    def visit(
        width: int = PHONE, script: bool = True, scheme: Any = "light", home: str = ""
    ) -> Visitor:
        context = chromium.new_context(
            viewport={"width": width, "height": HEIGHT.get(width, 800)},
            java_script_enabled=script,
            color_scheme=scheme,
            locale="da-DK",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        visitors.append(Visitor(context, home or served.url, width, script))
        return visitors[-1]

    yield visit
    for visitor in visitors:
        visitor.leave()


@pytest.fixture(
    params=[(PHONE, True), (PHONE, False), (LAPTOP, True), (LAPTOP, False)],
    ids=["phone", "phone without JavaScript", "laptop", "laptop without JavaScript"],
)
def visitor(visit: Callable[..., Visitor], request: pytest.FixtureRequest) -> Visitor:
    """Visitors of each kind."""
    width, script = request.param
    return visit(width, script)


@pytest.fixture(params=[(PHONE, True), (LAPTOP, False)], ids=["phone", "laptop without JavaScript"])
def passer_by(visit: Callable[..., Visitor], request: pytest.FixtureRequest) -> Visitor:
    """Two visitors who have nothing in common, for what does not hang on the keyboard."""
    width, script = request.param
    return visit(width, script)


@pytest.fixture
def tab_to() -> Callable[[Page, str], None]:
    """Press Tab until what has the focus is called so (a pattern); it is seen at every stop."""

    def tab_to(page: Page, name: str) -> None:
        stops = []
        for _ in range(300):
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUS)
            assert focus["seen"], f"the focus is not seen at {focus['name'][:80]!r}"
            if re.fullmatch(name, focus["name"]):
                return
            stops.append(focus["name"][:30])
        pytest.fail(f"no way by keyboard to {name!r}: {stops}")

    return tab_to


@pytest.fixture
def skip(tab_to: Callable[[Page, str], None]) -> Callable[[Page], None]:
    """Skip to the content of a page that was just opened, as its first link does."""

    def skip(page: Page) -> None:
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS)["name"] == "Gå til indholdet"
        page.keyboard.press("Enter")

    return skip


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """Give what axe-core objects to on a page, all unfolded; it never ends without JavaScript."""

    def axe(page: Page) -> list[str]:
        page.evaluate(AXE)
        violations: list[str] = page.evaluate(RUN_AXE)
        return violations

    return axe

"""``spark preview`` as it is typed; whatever is saved is saved between two looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from spark_tools.cli import preview_command
from spark_tools.preview import watching
from spark_tools.preview.desk import SELDOM

BOTH = ("fiskeben", "fiskeben-arbejdsark")


@pytest.fixture
def spark(home, monkeypatch: pytest.MonkeyPatch, invoke):
    """Run ``spark`` where the exercise lies."""
    monkeypatch.chdir(home.folder)
    return invoke


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let these things happen while the file is watched, one by one, and then Ctrl-C."""

    def busy(*things: Callable[[], object]) -> None:
        waiting = list(things)
        rest = 0

        def sleep(_seconds: float) -> None:
            nonlocal rest
            if rest:
                rest -= 1
            elif waiting:
                waiting.pop(0)()
                rest = SELDOM
            else:
                raise KeyboardInterrupt

        monkeypatch.setattr(watching, "follow", partial(watching.follow, sleep=sleep))

    return busy


def lines(output: str) -> list[str]:
    return re.findall(r"^\d\d:\d\d:\d\d (.*)$", output, re.MULTILINE)


def test_word_pdf_and_html_are_drawn_when_nothing_else_is_said(spark, home) -> None:
    result = spark("preview", "fishbone.toml")

    assert result.exit_code == 0, result.output
    wanted = {f"{name}.{suffix}" for name in BOTH for suffix in ("docx", "pdf", "html")}
    assert {path.name for path in (home.folder / "preview").iterdir()} == wanted | {"preview.json"}
    assert all(f"Wrote {Path('preview', name)}" in result.stdout for name in wanted)


def test_the_options_of_handout_are_understood(spark, home) -> None:
    words = ("--format", "html", "--look", "large-print", "--lang", "en", "--posters", "-o", "out")
    result = spark("preview", "fishbone.toml", *words)

    assert result.exit_code == 0, result.output
    page = (home.folder / "out" / "fishbone.html").read_text("utf-8")
    assert "Draw the causes." in page
    assert "font-size: 18pt" in page
    assert (home.folder / "out" / "fishbone-poster-sheet.html").is_file()


def test_a_translation_is_drawn_in_its_language(spark, home) -> None:
    spark("preview", "fishbone.en.toml", "--format", "html")

    assert (home.folder / "preview" / "fishbone.html").is_file()


def test_a_version_with_faults_leaves_the_last_good_one(spark, home) -> None:
    spark("preview", "fishbone.toml", "--format", "html")
    page = home.folder / "preview" / "fiskeben.html"
    good = page.read_bytes()
    home.save('form = "groups"', 'form = "group"\nfrom = 1')

    result = spark("preview", "fishbone.toml", "--format", "html")

    assert result.exit_code == 1
    assert [line.partition(": ")[0] for line in result.stderr.splitlines()] == [
        "fishbone.toml:14",
        "fishbone.toml:15",
    ]
    assert page.read_bytes() == good


BROKEN = """\
from pathlib import Path
from spark_tools import DocumentRenderer, hookimpl

@hookimpl
def spark_template_dirs():
    return [Path(__file__).parent / "templates"]

def draw(document, look):
    raise ValueError("no ink")

@hookimpl
def spark_renderers():
    return [DocumentRenderer("ink", "ink", "Ink", draw)]
"""


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder with a plugin whose template and whose format cannot draw."""
    package = tmp_path / "plugins" / "inky"
    blocks = package / "templates" / "html" / "blocks"
    blocks.mkdir(parents=True)
    (blocks / "picture.html.j2").write_text("{{ 1 / 0 }}")
    (package / "__init__.py").write_text(BROKEN)
    return package.parent


def test_a_plugin_that_breaks_is_named_and_the_rest_is_drawn_without_it(
    spark, home, broken: Path
) -> None:
    words = ("preview", "fishbone.toml", "--format", "html,ink")
    result = spark("--plugins-dir", str(broken), *words)

    assert result.exit_code == 0, result.output
    assert {path.name for path in (home.folder / "preview").glob("fisk*")} == {
        f"{name}.html" for name in BOTH
    }
    assert result.stderr.count("Faults in plugins: inky.") == 1
    assert "fishbone.toml:" not in result.stderr


def test_a_file_of_somebody_else_is_kept_and_told_of(spark, home) -> None:
    mine = home.folder / "preview" / "fiskeben.html"
    mine.parent.mkdir()
    mine.write_text("mine")

    assert "spark did not write it" in spark("preview", "fishbone.toml", "--format", "html").stderr
    assert mine.read_text() == "mine"


def test_every_save_is_told_of_until_ctrl_c(spark, home, busy) -> None:
    page = home.folder / "preview" / "fiskeben.html"
    seen: list[bool] = []
    busy(
        lambda: home.save("Tegn årsagerne", "Tegn alle årsager"),
        lambda: home.save('form = "groups"', 'form = "group"'),
        lambda: seen.append("Tegn alle årsager" in page.read_text("utf-8")),
        lambda: home.save('form = "group"', 'form = "groups" # as before'),
        lambda: home.save("M0 5H100", "M0 6H100", home.picture),
        lambda: home.toml.rename(home.folder / "elsewhere.toml"),
        lambda: None,
    )

    result = spark("preview", "fishbone.toml", "--watch", "--format", "html")

    assert result.exit_code == 0
    assert "Traceback" not in result.output
    assert seen == [True]
    assert lines(result.output) == [
        "Wrote 1 file in preview",
        "1 fault; the last good documents stay",
        "Saved; the documents are as they were",
        "Wrote 1 file in preview",
        "fishbone.toml is not there; waiting for it",
    ]
    assert 'fishbone.toml:14: "group" is not one of' in result.stderr


def test_a_file_that_word_has_open_is_written_when_it_is_closed(
    spark, home, busy, monkeypatch
) -> None:
    rename = Path.rename
    is_open = True

    def locked(path: Path, target: Path) -> Path:
        if is_open and path.name == "fiskeben.html":
            raise PermissionError(13, "The process cannot access the file")
        return rename(path, target)

    def close() -> None:
        nonlocal is_open
        is_open = False

    monkeypatch.setattr(Path, "rename", locked)
    busy(lambda: home.save("Tegn årsagerne", "Tegn alle årsager"), lambda: None, close)

    result = spark("preview", "fishbone.toml", "--watch", "--format", "html")

    path = Path("preview", "fiskeben.html")
    assert result.exit_code == 0
    assert lines(result.output) == [f"{path} waits until it can be written", f"Wrote {path}"]
    assert result.stderr.count("is it open in another program?") == 1
    assert "Tegn alle årsager" in (home.folder / path).read_text("utf-8")


def test_the_page_is_served_until_ctrl_c(spark, home, busy) -> None:
    busy(lambda: home.save('form = "groups"', 'form = "group"'))

    result = spark("preview", "fishbone.toml", "--serve", "--port", "0")

    assert result.exit_code == 0
    assert re.search(r"The page is at http://127\.0\.0\.1:\d+/", result.output)
    assert lines(result.output) == ["Shown as saved", "1 fault"]
    assert not (home.folder / "preview").exists()


def test_the_browser_is_opened_only_when_it_is_asked_for(spark, busy, monkeypatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(preview_command.click, "launch", opened.append)
    for words in ((), ("--open",)):
        busy()
        spark("preview", "fishbone.toml", "--serve", "--port", "0", *words)

    [address] = opened
    assert address.startswith("http://127.0.0.1:")


@pytest.mark.parametrize(
    "words", [("--serve", "-o", "out"), ("--port", "8090"), ("--open",), ("--serve", "--port", "x")]
)
def test_options_that_do_not_go_together_are_refused(spark, words: tuple[str, ...]) -> None:
    assert spark("preview", "fishbone.toml", *words).exit_code == 2


def test_a_theme_is_one_clear_message(spark, home, theme: str) -> None:
    (home.folder / "noise.toml").write_text(theme, "utf-8")

    result = spark("preview", "noise.toml")

    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("noise.toml: this is a theme")

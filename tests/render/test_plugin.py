import subprocess
import sys

import pytest

from spark_tools.model import DocumentRenderer, PlanRenderer
from spark_tools.render.plugin import spark_renderers

HEAVY = {"docx", "lxml", "jinja2", "typst", "markdown_it", "icalendar", "resvg_py"}


def test_five_formats_are_offered():
    assert [each.format for each in spark_renderers()] == ["docx", "pdf", "html", "md", "ics"]


def test_asking_for_the_formats_imports_none_of_what_draws_them():
    script = (
        "import sys; from spark_tools.render.plugin import spark_renderers; "
        "spark_renderers(); print(*sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert HEAVY & {name.split(".")[0] for name in ran.stdout.split()} == set()


@pytest.mark.parametrize(("language", "title"), [("da", "Word-dokument"), ("en", "Word document")])
def test_titles_are_in_the_language_of_the_person_at_the_keyboard(monkeypatch, language, title):
    monkeypatch.setenv("SPARK_LANG", language)
    assert spark_renderers()[0].title == title


def test_every_format_is_ready_here(house_look):
    assert [each.missing(house_look) for each in spark_renderers()] == [""] * 5


@pytest.mark.parametrize(
    ("format", "beginning"),
    [("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!doctype html>"), ("md", b"# ")],
)
def test_each_document_format_draws(sample_document, house_look, format, beginning):  # noqa: A002
    (renderer,) = (each for each in spark_renderers() if each.format == format)
    assert isinstance(renderer, DocumentRenderer)
    assert renderer.draw(sample_document, house_look).startswith(beginning)


def test_the_calendar_draws_a_whole_plan():
    assert isinstance(spark_renderers()[-1], PlanRenderer)

"""What an exercise's page offers to fetch, and the pictures of its sheets."""

from __future__ import annotations

import io
import pickle
from collections import Counter
from pathlib import Path

import pypdf
import pytest
from attrs import evolve

from spark_tools.model import (
    Document,
    DocumentRenderer,
    Edition,
    Exercise,
    Look,
    Orientation,
    PageBreak,
    Renderer,
)
from spark_tools.plugin.looks import HOUSE
from spark_tools.render.pictures import png
from spark_tools.web.downloads import (
    Download,
    DrawHandout,
    DrawPicture,
    Preview,
    downloads,
    files,
    previews,
)
from spark_tools.web.toolbox import LARGE_PRINT, Toolbox, open_toolbox

LARGEST_PICTURE = 120_000
"""Bytes that a telephone should fetch for one picture."""

PLUGIN = """\
from spark_tools.model import Copies, FieldGrid, GridColumn, Handout, Per
from spark_tools.plugin import hookimpl

WORD = "Ikrafttrædelsesdatoen"


@hookimpl
def spark_handouts(exercise):
    if exercise.id in ("check-in", "try-out-actions"):
        grid = FieldGrid("dates", tuple(GridColumn(f"c{n}", WORD, 1) for n in range(5)), 2)
        yield Handout("dates", "Alle datoer", Copies(Per.GROUP, 1), (grid,))
"""


def offered(toolbox: Toolbox, id_: str, language: str = "da") -> tuple[Download, ...]:
    return downloads(toolbox, toolbox.library.exercise(id_), language)


def pictured(toolbox: Toolbox, id_: str, language: str = "da") -> tuple[Preview, ...]:
    return previews(toolbox, toolbox.library.exercise(id_), language)


def with_exercise(toolbox: Toolbox, changed: Exercise) -> Toolbox:
    """Give a toolbox where *changed* is in its original's place."""
    exercises = tuple(
        changed if each.id == changed.id else each for each in toolbox.library.exercises
    )
    return evolve(toolbox, library=evolve(toolbox.library, exercises=exercises))


def with_renderer(toolbox: Toolbox, renderer: Renderer) -> Toolbox:
    titles = {
        language: {**known, renderer.format: renderer.title}
        for language, known in toolbox.format_titles.items()
    }
    renderers = {**toolbox.renderers, renderer.format: renderer}
    return evolve(toolbox, renderers=renderers, format_titles=titles)


def test_sheets_come_first_and_word_before_all(toolbox: Toolbox) -> None:
    found = offered(toolbox, "over-under-standard")

    editions = [each.edition for each in found]
    order = [Edition.WORKSHEETS, Edition.GUIDE, Edition.POSTERS]
    assert editions == sorted(editions, key=order.index)
    house = [each.format for each in found if each.look == HOUSE]
    assert house == ["docx", "pdf", "html", "md"] * 4


def test_large_print_is_offered_to_fill_in_and_to_print(toolbox: Toolbox) -> None:
    found = [each for each in offered(toolbox, "check-in") if each.look == LARGE_PRINT]

    assert [each.path for each in found] == [
        "check-ind-stor-skrift.docx",
        "check-ind-stor-skrift.pdf",
    ]


def test_each_kind_of_document_is_said_in_the_words_of_the_page(toolbox: Toolbox) -> None:
    danish, english = (
        {each.title for each in offered(toolbox, "over-under-standard", language)}
        for language in ("da", "en")
    )

    assert danish == {
        "Arbejdsark",
        "Vejledning til den, der leder øvelsen",
        "Planche i\N{NO-BREAK SPACE}A3: Tre zoner",
        "Planche i\N{NO-BREAK SPACE}A3: Standardark",
    }
    assert english == {
        "Worksheet",
        "Guide for whoever leads the exercise",
        "Poster on A3: Tre zoner",
        "Poster on A3: Standardark",
    }


def test_formats_are_called_what_the_page_calls_them(toolbox: Toolbox) -> None:
    danish, english = (offered(toolbox, "check-in", language)[0] for language in ("da", "en"))

    assert danish.format_title == "Word-dokument"
    assert english.format_title == "Word document"


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_file_has_an_address_of_its_own(toolbox: Toolbox, language: str) -> None:
    addresses = Counter(
        address
        for exercise in toolbox.library.exercises
        for address, _ in files(toolbox, exercise, language)
    )

    assert len(addresses) > 200
    assert set(addresses.values()) == {1}
    for address in addresses:
        assert address.isascii()
        assert address.startswith("exercises/")


def test_files_are_listed_without_drawing_any(
    toolbox: Toolbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr("spark_tools.render.pdf.draw_first_pages", refuse)
    idle = {name: evolve(each, draw=refuse) for name, each in toolbox.renderers.items()}

    listed = list(
        files(evolve(toolbox, renderers=idle), toolbox.library.exercise("check-in"), "da")
    )

    assert len(listed) == 6


def test_what_a_worker_is_given_to_do_can_be_sent_to_it(toolbox: Toolbox) -> None:
    for _, job in files(toolbox, toolbox.library.exercise("try-out-actions"), "en"):
        assert pickle.loads(pickle.dumps(job)) == job


def test_word_files_of_every_exercise_are_the_same_each_time(toolbox: Toolbox) -> None:
    for exercise in toolbox.library.exercises:
        for each in downloads(toolbox, exercise, "da"):
            if each.format == "docx":
                drawn = each.job.run(toolbox)
                assert drawn.startswith(b"PK")
                assert drawn == each.job.run(toolbox)


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_format_of_an_exercise_with_a_poster_is_drawn(
    toolbox: Toolbox, language: str
) -> None:
    begins = {"docx": b"pk", "pdf": b"%pdf-", "html": b"<!doctype html>", "md": b"# "}

    for each in offered(toolbox, "over-under-standard", language):
        drawn = each.job.run(toolbox)
        assert drawn[:20].lower().startswith(begins[each.format])
        assert each.path.endswith(f".{each.format}")


def test_a_poster_is_on_a3_and_large_print_is_another_file(toolbox: Toolbox) -> None:
    found = {
        (each.edition, each.look): each.job.run(toolbox)
        for each in offered(toolbox, "over-under-standard")
        if each.format == "pdf"
    }

    poster = pypdf.PdfReader(io.BytesIO(found[Edition.POSTERS, HOUSE])).pages[0]
    assert float(poster.mediabox.width) == pytest.approx(420 / 25.4 * 72, abs=1)
    for edition in Edition.WORKSHEETS, Edition.GUIDE, Edition.POSTERS:
        assert found[edition, HOUSE] != found[edition, LARGE_PRINT]


def test_an_english_page_fetches_an_english_frame_around_danish_words(toolbox: Toolbox) -> None:
    guide = next(
        each
        for each in offered(toolbox, "try-out-actions", "en")
        if each.format == "html" and each.edition is Edition.GUIDE
    )

    page = guide.job.run(toolbox).decode()

    assert guide.path == "proevehandlinger.html"
    assert '<html lang="en"' in page
    assert 'lang="da"' in page


def test_a_translated_exercise_has_its_own_names_and_titles(toolbox: Toolbox) -> None:
    danish = toolbox.library.exercise("try-out-actions")
    (card,) = danish.handouts
    english = evolve(
        danish,
        title="Try it out",
        language="en",
        handouts=(evolve(card, title="Card for one action"),),
    )
    both = evolve(toolbox, library=evolve(toolbox.library, translations=(english,)))

    assert offered(both, danish.id, "en")[0].path == "try-it-out-worksheet.docx"
    assert offered(both, danish.id, "da")[0].path == "proevehandlinger-arbejdsark.docx"
    assert [each.alt for each in pictured(both, danish.id, "en")] == [
        "First page of the sheet “Card for one action”"
    ]
    assert [each.alt for each in pictured(both, danish.id, "da")] == [
        "Første side af arket »Prøvehandlingskort«"
    ]


@pytest.mark.parametrize(
    "job",
    [
        DrawHandout("nothing", "check-ind", "docx", HOUSE, "da"),
        DrawHandout("check-in", "nothing", "docx", HOUSE, "da"),
        DrawHandout("check-in", "check-ind", "nothing", HOUSE, "da"),
        DrawHandout("check-in", "check-ind", "docx", "nothing", "da"),
        DrawPicture("nothing", "check-ind", 1, "da"),
        DrawPicture("check-in", "nothing", 1, "da"),
    ],
)
def test_what_does_not_exist_is_not_drawn(toolbox: Toolbox, job: DrawHandout | DrawPicture) -> None:
    with pytest.raises(KeyError, match="nothing"):
        job.run(toolbox)


def test_two_formats_with_the_same_ending_do_not_share_a_file(toolbox: Toolbox) -> None:
    easy = DocumentRenderer("easy", "html", "Easy web page", lambda *_: b"easy")

    found = offered(with_renderer(toolbox, easy), "check-in")

    assert [each.path for each in found if each.path.endswith("html")] == [
        "check-ind.html",
        "check-ind-easy.html",
    ]


def test_a_format_that_cannot_be_drawn_here_is_not_offered(toolbox: Toolbox) -> None:
    absent = evolve(toolbox.renderers["md"], missing=lambda _: "install it first")

    found = offered(with_renderer(toolbox, absent), "check-in")

    assert {each.format for each in found} == {"docx", "pdf", "html"}


def test_a_renderer_that_crashes_hurts_its_own_file_alone(toolbox: Toolbox) -> None:
    def crash(_document: Document, _look: Look) -> bytes:
        raise ZeroDivisionError

    broken = with_renderer(toolbox, DocumentRenderer("odd", "odd", "Odd", crash))
    found = {each.format: each.job for each in offered(broken, "check-in") if each.look == HOUSE}

    with pytest.raises(ZeroDivisionError):
        found.pop("odd").run(broken)
    for job in found.values():
        assert job.run(broken)


def test_every_sheet_has_a_picture_as_large_as_the_page_says(toolbox: Toolbox) -> None:
    for exercise in toolbox.library.exercises:
        shown = previews(toolbox, exercise, "da")
        assert len(shown) == len(exercise.handouts)
        for each in shown:
            drawn = each.job.run(toolbox)
            assert drawn.startswith(b"\x89PNG")
            assert len(drawn) < LARGEST_PICTURE
            assert drawn == each.job.run(toolbox)
            picture = png(drawn)
            assert (picture.width, picture.height) == (each.width, each.height)


def test_a_sheet_of_two_pages_does_not_take_the_next_sheets_picture(toolbox: Toolbox) -> None:
    exercise = toolbox.library.exercise("perspective-mapping")
    first, second = exercise.handouts
    long = evolve(first, blocks=(*first.blocks, PageBreak(), *first.blocks))
    standing = evolve(second, orientation=Orientation.PORTRAIT)
    longer = with_exercise(toolbox, evolve(exercise, handouts=(long, standing)))

    usual, moved = (pictured(each, exercise.id) for each in (toolbox, longer))

    assert [each.path for each in moved] == [each.path for each in usual]
    assert [(each.width, each.height) for each in moved] == [(1169, 827), (827, 1169)]
    for each in moved:
        picture = png(each.job.run(longer))
        assert (picture.width, picture.height) == (each.width, each.height)


def test_a_sheet_from_a_plugin_is_shown_after_the_exercises_own(tmp_path: Path) -> None:
    (tmp_path / "dates.py").write_text(PLUGIN, encoding="utf-8")
    toolbox = open_toolbox(tmp_path)

    alone, together = (pictured(toolbox, each) for each in ("check-in", "try-out-actions"))

    assert [each.path for each in alone] == ["check-ind-arbejdsark-1.png"]
    assert [each.alt for each in together] == [
        "Første side af arket »Prøvehandlingskort«",
        "Første side af arket »Alle datoer«",
    ]
    for each in (*alone, *together):
        picture = png(each.job.run(toolbox))
        assert (picture.width, picture.height) == (each.width, each.height)
    assert together[1].width > together[1].height  # too broad to stand


def test_without_typst_there_is_neither_picture_nor_pdf(
    toolbox: Toolbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("spark_tools.render.pdf.find_spec", lambda _: None)

    assert pictured(toolbox, "try-out-actions") == ()
    assert "pdf" not in {each.format for each in offered(toolbox, "try-out-actions")}
    assert "docx" in {each.format for each in offered(toolbox, "try-out-actions")}

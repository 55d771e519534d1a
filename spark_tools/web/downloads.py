"""What an exercise's page offers: its documents in every format, and pictures of its sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from attrs import frozen

from spark_tools.document.framing import CourseDocument
from spark_tools.document.naming import slug
from spark_tools.document.tool import tool_documents
from spark_tools.i18n import Words, words
from spark_tools.model import DocumentRenderer, Edition, Exercise, Orientation, Section
from spark_tools.plugin.looks import HOUSE
from spark_tools.web.jobs import Job
from spark_tools.web.toolbox import LOOKS, Toolbox

FIRST = ("docx", "pdf")
"""The formats that most people want; they come first, and in every look."""

A4 = (210, 297)
"""The sides of the paper in mm."""

DOTS_PER_INCH = 110
"""A page of A4 is then 909 dots wide: sharp on a telephone, and under 120 kB."""


@frozen
class DrawHandout:
    """A job: draw the document called ``name`` of an exercise; gives its bytes."""

    exercise: str
    name: str
    format: str
    look: str
    language: str

    def run(self, toolbox: Toolbox) -> bytes:
        """Draw it; raises `KeyError` for what does not exist, and whatever a renderer raises."""
        entry = _documents(toolbox, self.exercise, self.language)[self.name]
        renderer = toolbox.renderers[self.format]
        assert isinstance(renderer, DocumentRenderer)
        return renderer.draw(entry.document, toolbox.looks[self.look])


@frozen
class DrawPicture:
    """A job: draw a picture of one page, from 1, of an exercise's document; gives a PNG."""

    exercise: str
    name: str
    page: int
    language: str

    def run(self, toolbox: Toolbox) -> bytes:
        """Draw it; raises as `DrawHandout.run`."""
        from spark_tools.render.pdf import draw_pages

        entry = _documents(toolbox, self.exercise, self.language)[self.name]
        pages = draw_pages(entry.document, toolbox.looks[HOUSE], DOTS_PER_INCH)
        return pages[self.page - 1].bytes


@frozen
class Download:
    """A file to fetch: where it is below its exercise, and what draws it.

    ``title`` is what the document is, ``format_title`` what kind of file.
    """

    path: str
    title: str
    edition: Edition
    format: str
    format_title: str
    look: str
    job: DrawHandout


@frozen
class Preview:
    """A picture of a page: where it is below its exercise, what it shows, and what draws it.

    ``width`` and ``height`` are in dots.
    """

    path: str
    alt: str
    width: int
    height: int
    job: DrawPicture


def downloads(toolbox: Toolbox, exercise: Exercise, language: str) -> tuple[Download, ...]:
    """Give the files to fetch of *exercise*: sheets first, Word and PDF first; draws nothing.

    What a renderer cannot draw just now, for want of a program, is left out.
    """
    _ = words("web", language)
    entries = sorted(_documents(toolbox, exercise.id, language).values(), key=_order)
    return tuple(
        Download(
            path=f"{entry.name}{look_mark(look, _)}.{renderer.suffix}",
            title=_title(entry, _),
            edition=entry.document.edition,
            format=renderer.format,
            format_title=toolbox.format_titles[language][renderer.format],
            look=look,
            job=DrawHandout(exercise.id, entry.name, renderer.format, look, language),
        )
        for entry in entries
        for look in LOOKS
        for renderer in _in_order(toolbox.document_renderers(look))
        if look == HOUSE or renderer.format in FIRST
    )


def previews(toolbox: Toolbox, exercise: Exercise, language: str) -> tuple[Preview, ...]:
    """Give a picture of each page of the sheets of *exercise*; none where PDF cannot be drawn."""
    from spark_tools.render.pdf import missing

    if missing():
        return ()
    _ = words("web", language)
    return tuple(
        Preview(
            path=f"{entry.name}-{page}.png",
            alt=_("The sheet “{title}”, page {page}", title=title, page=page),
            width=across,
            height=down,
            job=DrawPicture(exercise.id, entry.name, page, language),
        )
        for entry in _documents(toolbox, exercise.id, language).values()
        if entry.document.edition is Edition.WORKSHEETS
        for page, (title, (across, down)) in enumerate(_sheets(entry, exercise), start=1)
    )


def files(toolbox: Toolbox, exercise: Exercise, language: str) -> Iterator[tuple[str, Job[bytes]]]:
    """Give the address, in its language, and the job of every file and picture of *exercise*."""
    for download in downloads(toolbox, exercise, language):
        yield f"exercises/{exercise.id}/{download.path}", download.job
    for preview in previews(toolbox, exercise, language):
        yield f"exercises/{exercise.id}/{preview.path}", preview.job


def _documents(toolbox: Toolbox, exercise: str, language: str) -> dict[str, CourseDocument]:
    chosen = toolbox.library.in_language(toolbox.library.exercise(exercise), language)
    drawn = tool_documents(chosen, language, toolbox.handouts(chosen), posters=True)
    return {entry.name: entry for entry in drawn}


def _sheets(entry: CourseDocument, exercise: Exercise) -> Iterable[tuple[str, tuple[int, int]]]:
    """Give the title and the size in dots of each section: a sheet, which has a page of its own."""
    sections = entry.document.sections
    titles = [handout.title for handout in exercise.handouts]
    if len(titles) != len(sections):
        titles = [entry.document.title] * len(sections)
    return zip(titles, map(_dots, sections), strict=True)


def _dots(section: Section) -> tuple[int, int]:
    short, long = (ceil(length / 25.4 * DOTS_PER_INCH) for length in A4)
    return (short, long) if section.orientation is Orientation.PORTRAIT else (long, short)


def look_mark(look: str, _: Words) -> str:
    """Give what a file in *look* has at the end of its name."""
    return "" if look == HOUSE else "-" + slug(_("Large print"))


def _order(entry: CourseDocument) -> int:
    editions = (Edition.WORKSHEETS, Edition.GUIDE, Edition.POSTERS)
    return editions.index(entry.document.edition)


def _in_order(renderers: Iterable[DocumentRenderer]) -> list[DocumentRenderer]:
    return sorted(
        renderers, key=lambda each: FIRST.index(each.format) if each.format in FIRST else len(FIRST)
    )


def _title(entry: CourseDocument, _: Words) -> str:
    kinds = {
        Edition.GUIDE: _("Guide for whoever leads the exercise"),
        Edition.WORKSHEETS: _("Worksheet"),
        Edition.POSTERS: _("Poster on A3: {title}", title=entry.document.title),
    }
    return kinds[entry.document.edition]

"""What an exercise's page offers: its documents in every format, and pictures of its sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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

DOTS_PER_INCH = 100
"""A page of A4 is then 827 dots wide: sharp on a telephone, and every bundled one below 120 kB."""


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
    """A job: draw a picture of one sheet, from 1, of an exercise's document; gives a PNG."""

    exercise: str
    name: str
    sheet: int
    language: str

    def run(self, toolbox: Toolbox) -> bytes:
        """Draw it; raises as `DrawHandout.run`."""
        from spark_tools.render.pdf import draw_first_pages

        entry = _documents(toolbox, self.exercise, self.language)[self.name]
        drawn = draw_first_pages(entry.document, toolbox.looks[HOUSE], DOTS_PER_INCH)
        return drawn[self.sheet - 1].bytes


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
    """A picture of a sheet: where it is below its exercise, what it shows, and what draws it.

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
            path=f"{entry.name}{look_mark(look, _)}{_ending(renderer, toolbox)}",
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
    """Give a picture of each sheet of *exercise*, its first page; none where PDF cannot be drawn.

    Draws nothing.
    """
    from spark_tools.render.accessible import accessible
    from spark_tools.render.pdf import missing

    if missing():
        return ()
    _ = words("web", language)
    shown = toolbox.library.in_language(exercise, language)
    titles = [sheet.title for sheet in (*shown.handouts, *toolbox.handouts(shown))]

    def preview(name: str, number: int, title: str, section: Section) -> Preview:
        width, height = _dots(section)
        return Preview(
            path=f"{name}-{number}.png",
            alt=_("First page of the sheet “{title}”", title=title),
            width=width,
            height=height,
            job=DrawPicture(exercise.id, name, number, language),
        )

    return tuple(
        preview(entry.name, number, *sheet)
        for entry in _documents(toolbox, exercise.id, language).values()
        if entry.document.edition is Edition.WORKSHEETS
        for number, sheet in enumerate(
            zip(titles, accessible(entry.document).sections, strict=True), start=1
        )
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


def _dots(section: Section) -> tuple[int, int]:
    short, long = (round(length / 25.4 * DOTS_PER_INCH) for length in A4)
    return (short, long) if section.orientation is Orientation.PORTRAIT else (long, short)


def _ending(renderer: DocumentRenderer, toolbox: Toolbox) -> str:
    """Give what a file's name ends in: with the format, where another has the suffix already."""
    same = (each for each in toolbox.renderers.values() if each.suffix == renderer.suffix)
    mark = "" if next(same) is renderer else f"-{renderer.format}"
    return f"{mark}.{renderer.suffix}"


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

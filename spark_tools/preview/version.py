"""An exercise as it was saved at one moment: what there is to draw, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attrs import evolve, frozen

from spark_tools.content.library import Library
from spark_tools.content.reader import ORIGINAL, Contents, read_folder, read_one
from spark_tools.content.references import dangling
from spark_tools.document.framing import CourseDocument
from spark_tools.document.tool import tool_documents
from spark_tools.model import DocumentRenderer, Exercise, Fault, FaultError, Look
from spark_tools.plugin.failure import describe
from spark_tools.plugin.manager import Plugins
from spark_tools.preview.source import Source
from spark_tools.preview.wording import say
from spark_tools.publish import DrawnFile, draw_documents


@frozen(eq=False)
class Setting:
    """What an exercise is drawn with, the same at every save."""

    plugins: Plugins
    library: Library
    look: Look
    renderers: tuple[DocumentRenderer, ...]
    language: str = ORIGINAL
    posters: bool = False


@frozen
class Version:
    """One version: its documents, none where its faults stop that, and all its faults.

    The faults of a translation that is not asked for stop nothing, nor does a translation
    that is only stale.
    """

    documents: tuple[CourseDocument, ...]
    faults: tuple[Fault, ...] = ()


def read_version(source: Source, setting: Setting) -> Version:
    """Read *source* as it is saved now, and lay it out; faults are given, never raised."""
    read = read_one(source.path)
    missing = tuple(dangling(read.references, _library(source, setting.library)))
    faults = tuple(sorted((*read.faults, *missing), key=lambda fault: (fault.file, fault.line)))
    exercise = None if missing else _in_language(read, source.path, setting.language)
    if exercise is None:
        return Version((), faults)
    try:
        with faults_of(source.path):
            further = setting.plugins.handouts(exercise, None, None)
            documents = tool_documents(exercise, setting.language, further, posters=setting.posters)
    except FaultError as error:
        return Version((), (*faults, *error.faults))
    return Version(documents, faults)


def draw(version: Version, source: Source, setting: Setting) -> tuple[DrawnFile, ...]:
    """Draw the documents of *version* in every format of *setting*.

    A plugin that breaks is left out, and so is what cannot be drawn without it; it is in the
    plugins' failures afterwards.

    Raises:
        FaultError: a renderer, a look or a picture will not have it.
    """
    plugins = setting.plugins
    refused = plugins.asked_no_more
    with faults_of(source.path):
        drawn = draw_documents(version.documents, setting.renderers, setting.look, plugins.mend)
        files = tuple(drawn)
    if refused != plugins.asked_no_more:  # once more, without the sheets that cannot be drawn
        return draw(read_version(source, setting), source, setting)
    return files


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """Let whatever a plugin, a look or a picture raises be a fault of the file at *path*."""
    try:
        yield
    except FaultError:
        raise
    except Exception as error:
        said = say("it cannot be drawn: {error}", error=describe(error))
        raise FaultError([Fault(said, str(path))]) from error


def _library(source: Source, library: Library) -> Library:
    """Give *library* with the themes and course types in the exercise's own folder."""
    own = read_folder(source.folder, kinds=("themes", "course_types"))
    return evolve(
        library,
        themes=library.themes + own.themes,
        course_types=library.course_types + own.course_types,
    )


def _in_language(read: Contents, path: Path, language: str) -> Exercise | None:
    """Give the exercise in *language*, or the original without a translation; None if faulty."""
    overlay = path.with_name(f"{path.stem}.{language}.toml")
    translated = language != ORIGINAL and overlay.is_file()
    candidates = (
        [each for each in read.translations if each.language == language]
        if translated
        else read.exercises
    )
    return next((each for each in candidates if isinstance(each, Exercise)), None)

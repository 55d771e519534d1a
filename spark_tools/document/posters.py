"""Posters: the sheets that hang on the wall, each once more on A3."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from spark_tools.document.carried import Carried
from spark_tools.document.framing import CourseDocument
from spark_tools.document.naming import numbered, slug
from spark_tools.document.occasions import Occasion
from spark_tools.document.worksheets import sheet_copies, sheet_document
from spark_tools.model import Edition, Paper


def poster_documents(
    occasions: Iterable[Occasion], given: Sequence[Carried] = ()
) -> tuple[CourseDocument, ...]:
    """Lay out each poster of one meeting, where they are asked for, as a document of its own.

    A poster is the worksheet itself, filled in with the same of what is *given*; its
    fields have the same names. So it is read back as the sheet that it enlarges.
    """
    copies = [
        attrs.evolve(copy, handouts=(handout,))
        for occasion in occasions
        for copy in sheet_copies(occasion, given)
        for handout in copy.handouts
        if occasion.draws_on_a3(handout)
    ]
    names = numbered(
        copy.named(slug(handout.title) or handout.id)
        for copy in copies
        for handout in copy.handouts
    )
    return tuple(
        on_the_wall(
            sheet_document(copy, f"{copy.occasion.words('poster')}-{name}", Edition.POSTERS)
        )
        for copy, name in zip(copies, names, strict=True)
    )


def on_the_wall(entry: CourseDocument) -> CourseDocument:
    """Give *entry* on A3."""
    return attrs.evolve(entry, document=attrs.evolve(entry.document, paper=Paper.A3))

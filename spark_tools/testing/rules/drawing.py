"""Whether everything that the plugin offers can be drawn, and read by everybody."""

from __future__ import annotations

from collections.abc import Iterator

from spark_tools.accessibility import check_document, check_pdf
from spark_tools.model import DocumentRenderer, Look
from spark_tools.plugin.failure import describe
from spark_tools.plugin.looks import HOUSE
from spark_tools.publish import draw_course
from spark_tools.testing.composing import compose
from spark_tools.testing.toolbox import Toolbox

GATES = {"docx": check_document, "pdf": check_pdf}
"""What holds a file of a format against the rules of accessibility."""


def draws(toolbox: Toolbox) -> Iterator[str]:
    """Every page and sheet comes out in every format and every look."""
    for renderer, name, look in _ways(toolbox):
        if missing := renderer.missing(look):
            yield f"{renderer.format}: {missing}"
            continue
        for entry in toolbox.to_draw(renderer):
            try:
                if not toolbox.draw(entry, renderer.format, name):
                    yield f"{entry.name} as {renderer.format}, look {name}: the file is empty"
            except Exception as error:
                yield f"{entry.name} as {renderer.format}, look {name}: {describe(error)}"
    yield from _plans(toolbox)


def _plans(toolbox: Toolbox) -> Iterator[str]:
    """Give what goes wrong where the plugin's own formats draw a whole course or its meetings."""
    look = toolbox.looks[HOUSE]
    for renderer in toolbox.own_renderers:
        if isinstance(renderer, DocumentRenderer) or renderer.missing(look):
            continue
        try:
            list(draw_course(compose(toolbox), (), [renderer], look))
        except Exception as error:
            yield f"a course as {renderer.format}: {describe(error)}"


def accessible(toolbox: Toolbox) -> Iterator[str]:
    """Nothing in the Word files and PDFs stands in a reader's way; see ``spark check``."""
    for renderer, name, look in _ways(toolbox):
        if renderer.format not in GATES or renderer.missing(look):
            continue
        for entry in toolbox.to_draw(renderer):
            try:
                content = toolbox.draw(entry, renderer.format, name)
            except Exception:  # what cannot be drawn is another rule's
                continue
            for flaw in GATES[renderer.format](content):
                yield f"{entry.name}.{renderer.format}, look {name}, {flaw.where}: {flaw.what}"


def _ways(toolbox: Toolbox) -> Iterator[tuple[DocumentRenderer, str, Look]]:
    for renderer in toolbox.renderers.values():
        if isinstance(renderer, DocumentRenderer):
            for name, look in toolbox.looks.items():
                yield renderer, name, look

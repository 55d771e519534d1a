"""Documents as tagged PDF (PDF/UA-1), set by Typst from a fixed template."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from spark_tools.i18n import messages
from spark_tools.model import Document, Look
from spark_tools.render.accessible import accessible
from spark_tools.render.as_json import document_as_json
from spark_tools.render.form import with_days_in_words

if TYPE_CHECKING:
    from typst import Compiler


def missing() -> str:
    """Say what has to be installed before PDF can be made; nothing when it is there."""
    if find_spec("typst"):
        return ""
    return messages("render")("To make PDF files, first run: pip install typst")


def draw(document: Document, look: Look) -> bytes:
    """Give *document* as the bytes of a PDF/UA-1 file; the same document, the same bytes.

    The look's ``typst/document.typ`` sets it, with the fonts of its ``fonts``
    folders and the colours and sizes of ``typst/house.json``. Only letters that
    those fonts lack are taken from the system's, and where no font has them they
    are shown as boxes, and the file is tagged but no longer PDF/UA-1. Raises
    `typst.TypstError` when a template or a picture is faulty.
    """
    from typst import TypstError

    template = look.find("typst/document.typ")
    fonts = tuple(fonts for root in look.template_dirs if (fonts := root / "fonts").is_dir())
    inputs = {
        "document": document_as_json(with_days_in_words(accessible(document))),
        "house": look.find("typst/house.json").read_text(encoding="utf-8"),
    }
    try:
        return _compile(_compiler(template, fonts), inputs)
    except TypstError as error:
        if "could not be displayed" not in error.message:
            raise
    try:
        return _compile(_compiler(template, fonts, system=True), inputs)
    except TypstError:
        return _compile(_compiler(template, fonts), inputs, accessible=False)


def _compile(compiler: Compiler, inputs: dict[str, str], *, accessible: bool = True) -> bytes:
    compiled = compiler.compile(
        format="pdf", sys_inputs=inputs, pdf_standards="ua-1" if accessible else []
    )
    assert isinstance(compiled, bytes)  # one file, since no output path is given
    return compiled


@lru_cache(maxsize=8)
def _compiler(template: Path, fonts: tuple[Path, ...], *, system: bool = False) -> Compiler:
    from typst import Compiler, Fonts

    return Compiler(
        template,
        root=template.parent,
        font_paths=Fonts(include_system_fonts=system, font_paths=list(fonts)),
        ignore_system_fonts=not system,
    )

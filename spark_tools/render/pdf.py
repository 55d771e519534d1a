"""Documents as tagged PDF (PDF/UA-1), set by Typst from a fixed template."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from spark_tools.i18n import messages
from spark_tools.model import Document, Look
from spark_tools.render.as_json import document_as_json

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
    folders and no others, and the colours and sizes of ``typst/house.json``.
    Raises `typst.TypstError` when a template is faulty.
    """
    fonts = tuple(fonts for root in look.template_dirs if (fonts := root / "fonts").is_dir())
    compiled = _compiler(look.find("typst/document.typ"), fonts).compile(
        format="pdf",
        sys_inputs={
            "document": document_as_json(document),
            "house": look.find("typst/house.json").read_text(encoding="utf-8"),
        },
        pdf_standards="ua-1",
    )
    assert isinstance(compiled, bytes)  # one file, since no output path is given
    return compiled


@lru_cache(maxsize=8)
def _compiler(template: Path, fonts: tuple[Path, ...]) -> Compiler:
    from typst import Compiler, Fonts

    return Compiler(
        template,
        root=template.parent,
        font_paths=Fonts(include_system_fonts=False, font_paths=list(fonts)),
        ignore_system_fonts=True,
    )

"""Documents as tagged PDF (PDF/UA-1), set by Typst from a fixed template."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, Any

from attrs import frozen

from spark_tools.i18n import messages
from spark_tools.model import Document, Look
from spark_tools.render.accessible import accessible
from spark_tools.render.as_json import document_as_json
from spark_tools.render.form import with_days_in_words
from spark_tools.render.measures import measures
from spark_tools.render.pictures import Png, png
from spark_tools.render.stretches import FEW, TIGHTER, End, first_pages, read_ends

if TYPE_CHECKING:
    from typst import Compiler, TypstError

_PLACES = re.compile(r"┌─ (.+?):(\d+):\d+$", re.MULTILINE)


@frozen
class _Drawn:
    """The files that came out, one or one a page, and where the stretches of pages end."""

    files: list[bytes]
    ends: list[End]


def missing() -> str:
    """Say what has to be installed before PDF can be made; nothing when it is there."""
    if find_spec("typst"):
        return ""
    return messages("render")("To make PDF files, first run: pip install typst")


def draw(document: Document, look: Look) -> bytes:
    """Give *document* as the bytes of a PDF/UA-1 file; the same document, the same bytes.

    The look's ``typst/document.typ`` sets it, none of a guarded folder, with the measures of
    ``look.json`` and the fonts of its ``fonts`` folders. Only letters that those fonts lack
    are taken from the system's, and where no font has them they are shown as boxes, and the
    file is tagged but no longer PDF/UA-1.

    Raises:
        typst.TypstError: a template or a picture is faulty; ``filename`` and ``lineno`` say which
            line of the template was being set.
        Exception: whatever `measures` raises.
    """
    from typst import TypstError

    document = accessible(document)
    try:
        return _pdf(document, look)
    except TypstError as error:
        if "could not be displayed" not in error.message:
            raise
    try:
        return _pdf(document, look, system=True)
    except TypstError:
        return _pdf(document, look, standard=False)


def draw_first_pages(document: Document, look: Look, dots_per_inch: int) -> tuple[Png, ...]:
    """Give a picture of the page that each section of *document* begins on, as `draw` sets it.

    Letters that the look's fonts lack are shown as boxes. Raises as `draw`.
    """
    document = accessible(document)
    drawn = _set(document, look, format="png", ppi=dots_per_inch)
    last = len(drawn.files)
    numbers = first_pages(document.sections, drawn.ends)
    return tuple(png(drawn.files[min(number, last) - 1]) for number in numbers)


def _pdf(document: Document, look: Look, *, system: bool = False, standard: bool = True) -> bytes:
    standards = ["ua-1"] if standard else []
    (pdf,) = _set(document, look, system=system, format="pdf", pdf_standards=standards).files
    return pdf


def _set(document: Document, look: Look, *, system: bool = False, **asked: Any) -> _Drawn:
    """Set the document as the compiler is *asked*.

    A stretch of pages, between two page breaks, that ends with a few lines on a page of
    their own is tried in the tighter settings until one saves the page.
    """
    from typst import TypstError

    template = _template(look)
    compiler = _compiler(look, system=system)
    inputs = {
        "document": document_as_json(with_days_in_words(document)),
        "look": json.dumps(measures(look)),
    }

    def drawn(settings: dict[int, float]) -> _Drawn:
        count = max(settings, default=-1) + 1
        tightness = json.dumps([settings.get(place, 1) for place in range(count)])
        try:
            made = compiler.compile(sys_inputs={**inputs, "tightness": tightness}, **asked)
        except TypstError as error:
            vars(error).update(_place(error, template))
            raise
        files = made if isinstance(made, list) else [made or b""]
        return _Drawn(files, read_ends(compiler.query("<end-of-stretch>", field="value")))

    best = drawn({})
    usual = best.ends
    wasteful = {place for place, end in enumerate(usual) if end.pages > 1 and end.share < FEW}
    chosen: dict[int, float] = {}
    for tightness in TIGHTER:
        if open_ := wasteful - set(chosen):
            tighter = drawn({**chosen, **dict.fromkeys(open_, tightness)})
            saved = {place for place in open_ if tighter.ends[place].pages < usual[place].pages}
            chosen |= dict.fromkeys(saved, tightness)
            if saved:
                best = tighter if saved == open_ else drawn(chosen)
    return best


def _template(look: Look) -> Path:
    return look.unguarded.find("typst/document.typ")


def _place(error: TypstError, template: Path) -> dict[str, str | int]:
    """Give the file beside *template* that *error* came from last, and the line in it."""
    home = template.parent.resolve()
    for name, line in _PLACES.findall(error.diagnostic):
        path = Path(name).resolve()
        if path.is_relative_to(home):
            file = template.parent / path.relative_to(home)
            return {"filename": str(file), "lineno": int(line)}
    return {"filename": str(template), "lineno": 1}


def _compiler(look: Look, *, system: bool = False) -> Compiler:
    fonts = tuple(fonts for root in look.template_dirs if (fonts := root / "fonts").is_dir())
    return _compiler_of(_template(look), fonts, system, get_ident())


@lru_cache(maxsize=8)
def _compiler_of(template: Path, fonts: tuple[Path, ...], system: bool, _thread: int) -> Compiler:
    """Give a compiler that is the thread's own: one can do but one thing at a time."""
    from typst import Compiler, Fonts

    return Compiler(
        template,
        root=template.parent,
        font_paths=Fonts(include_system_fonts=system, font_paths=list(fonts)),
        ignore_system_fonts=not system,
    )

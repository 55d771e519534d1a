"""The bundled formats, offered through the same door as any other plugin's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spark_tools.i18n import messages
from spark_tools.model import Document, DocumentRenderer, Look, PlanRenderer, Renderer, SessionPlan
from spark_tools.plugin import hookimpl


@hookimpl
def spark_renderers() -> list[Renderer]:
    """Offer docx, pdf, html, md and ics; what draws them is imported when it is first used."""
    speech = messages("render")
    return [
        DocumentRenderer("docx", "docx", speech("Word document"), _docx),
        DocumentRenderer("pdf", "pdf", speech("PDF, ready to print"), _pdf, _pdf_missing, _pdfs),
        DocumentRenderer("html", "html", speech("Web page"), _html),
        DocumentRenderer("md", "md", speech("Plain text with Markdown"), _markdown),
        PlanRenderer("ics", "ics", speech("Calendar with the meetings"), _calendar),
    ]


def _docx(document: Document, look: Look) -> bytes:
    from spark_tools.render.docx import draw

    return draw(document, look)


def _pdf(document: Document, look: Look) -> bytes:
    (drawn,) = _pdfs((document,), look)
    return drawn


def _pdfs(documents: Sequence[Document], look: Look) -> Iterator[bytes]:
    """Draw PDF: by LibreOffice in an organisation's own look, else by Typst one at a time."""
    if look.own_house:
        from spark_tools.render.office import to_pdf

        yield from to_pdf([_docx(document, look) for document in documents])
        return
    from spark_tools.render.pdf import draw

    for document in documents:
        yield draw(document, look)


def _pdf_missing(look: Look) -> str:
    if look.own_house:
        from spark_tools.render.office import missing as missing_office

        return missing_office()
    from spark_tools.render.pdf import missing

    return missing()


def _html(document: Document, look: Look) -> bytes:
    from spark_tools.render.html import draw

    return draw(document, look)


def _markdown(document: Document, look: Look) -> bytes:
    from spark_tools.render.markdown import draw

    return draw(document, look)


def _calendar(plan: SessionPlan, look: Look) -> bytes:
    from spark_tools.render.calendar import draw

    return draw(plan, look)

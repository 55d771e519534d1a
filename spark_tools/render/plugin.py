"""The bundled formats, offered through the same door as any other plugin's."""

from __future__ import annotations

from spark_tools.i18n import messages
from spark_tools.model import Document, DocumentRenderer, Look, PlanRenderer, Renderer, SessionPlan
from spark_tools.plugin import hookimpl


@hookimpl
def spark_renderers() -> list[Renderer]:
    """Offer docx, pdf, html, md and ics; what draws them is imported when it is first used."""
    speech = messages("render")
    return [
        DocumentRenderer("docx", "docx", speech("Word document"), _docx),
        DocumentRenderer("pdf", "pdf", speech("PDF, ready to print"), _pdf, _pdf_missing),
        DocumentRenderer("html", "html", speech("Web page"), _html),
        DocumentRenderer("md", "md", speech("Plain text with Markdown"), _markdown),
        PlanRenderer("ics", "ics", speech("Calendar with the meetings"), _calendar),
    ]


def _docx(document: Document, look: Look) -> bytes:
    from spark_tools.render.docx import draw

    return draw(document, look)


def _pdf(document: Document, look: Look) -> bytes:
    from spark_tools.render.pdf import draw

    return draw(document, look)


def _pdf_missing(_look: Look) -> str:
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

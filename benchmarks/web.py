"""How long the download page takes for its own part, without a network or other processes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from benchmarks.timing import Measurement, best_milliseconds
from spark_tools.compose.composer import compose
from spark_tools.content.brief import read_brief
from spark_tools.content.brief_options import BriefOptions
from spark_tools.document.course import course_documents
from spark_tools.render.docx import draw
from spark_tools.web.catalogue import catalogue_pages
from spark_tools.web.jobs import OnTheSpot
from spark_tools.web.page import make_frame
from spark_tools.web.server.app import create_app
from spark_tools.web.server.context import Context
from spark_tools.web.toolbox import Toolbox, open_toolbox

if TYPE_CHECKING:
    from flask.testing import FlaskClient

COURSE = {
    "course_type": "individual",
    "themes": "cooperation",
    "workplace": "Kløverskolen",
    "participants": "5",
}


def measure() -> list[Measurement]:
    """Give a kept page in ms, what a fresh one takes, and a plan beside its bare parts."""
    toolbox = open_toolbox()
    frame = make_frame(toolbox)
    client = create_app(Context(toolbox, frame, OnTheSpot(toolbox))).test_client()
    kept = best_milliseconds(lambda: client.get("/"))
    health = best_milliseconds(lambda: client.get("/health"))
    drawn = best_milliseconds(lambda: frame.draw(next(catalogue_pages(toolbox, "da"))))
    composing, drawing = _bare(toolbox)
    page = best_milliseconds(lambda: _post(client, COURSE))
    zipped = best_milliseconds(lambda: _post(client, COURSE | {"zip": "docx"}))
    return [
        ("web: the front page kept, times /health", kept / health, f"{kept:.2f} ms; at most 3"),
        ("  the same drawn anew, times kept", drawn / kept, f"{drawn:.1f} ms"),
        ("web: a plan's page, times composing it", page / composing, f"{page:.0f} ms"),
        (
            "web: a plan's Word zip, times composing and drawing",
            zipped / (composing + drawing),
            f"{zipped:.0f} ms; at most 1.5",
        ),
    ]


def _post(client: FlaskClient, fields: Mapping[str, str]) -> None:
    assert client.post("/plan", data=fields).status_code == 200


def _bare(toolbox: Toolbox) -> tuple[float, float]:
    """Give how many ms composing the course takes, and drawing its documents as Word files."""
    library, look = toolbox.library, toolbox.looks["house"]
    options = BriefOptions("Kløverskolen", "individual", ("cooperation",), 5)
    brief = read_brief(None, options, library)
    plan = compose(brief, library)

    def documents() -> None:
        handouts = toolbox.plugins.handouts
        for each in course_documents(plan, lambda one, meeting: handouts(one, meeting, plan)):
            draw(each.document, look)

    return best_milliseconds(lambda: compose(brief, library)), best_milliseconds(documents)

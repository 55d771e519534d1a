"""A course drawn for a test, file by file."""

from __future__ import annotations

from spark_tools.model import SessionPlan
from spark_tools.plugin.looks import HOUSE
from spark_tools.publish import draw_course
from spark_tools.testing.toolbox import Toolbox


def draw(
    toolbox: Toolbox,
    plan: SessionPlan,
    format: str,  # noqa: A002
    look: str = HOUSE,
) -> dict[str, bytes]:
    """Give the files of *plan* in *format* by their paths, as ``spark plan`` writes them.

    Raises:
        KeyError: there is no such format, or no such look.
    """
    documents = toolbox.documents_of_course(plan)
    renderer = toolbox.renderers[format]
    files = draw_course(plan, documents, [renderer], toolbox.looks[look])
    return {file.path: file.content for file in files}

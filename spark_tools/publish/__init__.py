"""From a plan to the files of a course folder: drawn, listed, and written whole."""

from spark_tools.publish.drawing import (
    DrawnFile,
    Mend,
    draw_course,
    draw_documents,
    drawn_paths,
    formats_for,
    plan_path,
)
from spark_tools.publish.folder import Published, write_course, write_files, write_whole
from spark_tools.publish.manifest import MANIFEST, manifest
from spark_tools.publish.site import write_site
from spark_tools.publish.work import at_work, finish

__all__ = [
    "MANIFEST",
    "DrawnFile",
    "Mend",
    "Published",
    "at_work",
    "draw_course",
    "draw_documents",
    "drawn_paths",
    "finish",
    "formats_for",
    "manifest",
    "plan_path",
    "write_course",
    "write_files",
    "write_site",
    "write_whole",
]

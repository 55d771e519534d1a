"""From a plan to the files of a course folder: drawn, listed, and written whole."""

from spark_tools.publish.drawing import DrawnFile, draw_course, draw_documents, formats_for
from spark_tools.publish.folder import Published, write_course, write_files, write_whole
from spark_tools.publish.manifest import MANIFEST, manifest

__all__ = [
    "MANIFEST",
    "DrawnFile",
    "Published",
    "draw_course",
    "draw_documents",
    "formats_for",
    "manifest",
    "write_course",
    "write_files",
    "write_whole",
]

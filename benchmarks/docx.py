"""How long Word files take: a whole course warm and cold, beside other ways of making them."""

from __future__ import annotations

import io
import pickle
import shutil
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import Any

import docx
from docxtpl import DocxTemplate

from benchmarks.timing import Measurement, bare_python, best_milliseconds, best_process
from spark_tools.compose.composer import compose
from spark_tools.content.brief import read_brief
from spark_tools.content.brief_options import BriefOptions
from spark_tools.content.load import load_library
from spark_tools.document.course import course_documents
from spark_tools.model import Document, Edition, Heading, ListBlock, Look, Paragraph, Table, plain
from spark_tools.plugin.loading import load_plugins
from spark_tools.render.docx import HOUSE_FILE, draw
from spark_tools.render.markdown import draw as draw_markdown

COLD = (
    "import pickle, sys;"
    "from spark_tools.render.docx import draw;"
    "documents, look = pickle.load(open(sys.argv[1], 'rb'));"
    "[draw(document, look) for document in documents]"
)


def measure() -> list[Measurement]:
    """Give the whole course in ms and as ratios, then the others' times over ours."""
    documents, look = _course()
    files = [draw(document, look) for document in documents]
    warm = best_milliseconds(lambda: [draw(document, look) for document in documents])
    parts = [part for file in files for part in _parts(file)]
    limit = best_milliseconds(lambda: [zlib.compress(part) for part in parts])
    guide = next(each for each in documents if each.edition is Edition.GUIDE)
    ours = best_milliseconds(lambda: draw(guide, look))
    rows: list[Measurement] = [
        (f"individual course as {len(files)} docx, warm, ms", warm, "at most 60"),
        (
            "  the same, times the deflate limit",
            warm / limit,
            f"deflating the parts {limit:.1f} ms",
        ),
        ("  the same, cold, times python -c pass", *_cold(documents, look)),
    ]
    theirs = _docxtpl(guide, look)
    rows.append(
        ("facilitator's guide by docxtpl, times ours", theirs / ours, f"ours {ours:.1f} ms")
    )
    if pandoc := shutil.which("pandoc"):
        taken = _pandoc(pandoc, guide, look)
        rows.append(("facilitator's guide by pandoc, times ours", taken / ours, f"{taken:.0f} ms"))
    return rows


def _course() -> tuple[list[Document], Look]:
    plugins = load_plugins()
    library = load_library(plugins)
    options = BriefOptions("Kløverskolen", "individual", ("samarbejde",), 5)
    plan = compose(read_brief(None, options, library), library)
    course = course_documents(plan, lambda each, meeting: plugins.handouts(each, meeting, plan))
    return [each.document for each in course], plugins.look()


def _parts(file: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return [package.read(name) for name in package.namelist() if not name.endswith(".png")]


def _cold(documents: list[Document], look: Look) -> tuple[float, str]:
    unit = bare_python()
    with tempfile.TemporaryDirectory() as folder:
        pickled = Path(folder) / "course"
        pickled.write_bytes(pickle.dumps((documents, look)))
        taken = best_process([sys.executable, "-c", COLD, str(pickled)], times=7)
    return taken / unit, f"{taken:.0f} ms; at most 25"


def _docxtpl(guide: Document, look: Look) -> float:
    """Give the ms that docxtpl takes for the same headings, paragraphs, lists and tables."""
    template = docx.Document(str(look.find(HOUSE_FILE)))
    template.paragraphs[0].text = "{%p for block in blocks %}"
    for kind in ("heading", "paragraph", "item"):
        template.add_paragraph(f'{{%p if block.kind == "{kind}" %}}')
        template.add_paragraph("{{ block.text }}")
        template.add_paragraph("{%p endif %}")
    template.add_paragraph('{%p if block.kind == "table" %}')
    table = template.add_table(3, 3)
    for row, words in zip(
        table.rows,
        (
            ("{%tr for row in block.rows %}", "", ""),
            ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"),
            ("{%tr endfor %}", "", ""),
        ),
        strict=True,
    ):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    template.add_paragraph("{%p endif %}")
    template.add_paragraph("{%p endfor %}")
    saved = io.BytesIO()
    template.save(saved)
    context = {"blocks": [each for block in guide.sections[0].blocks for each in _plainly(block)]}

    def build() -> None:
        building = DocxTemplate(io.BytesIO(saved.getvalue()))
        building.render(context, autoescape=True)
        building.save(io.BytesIO())

    return best_milliseconds(build, times=7)


def _plainly(block: Any) -> list[dict[str, Any]]:
    match block:
        case Heading():
            return [{"kind": "heading", "text": plain(block.text)}]
        case Paragraph():
            return [{"kind": "paragraph", "text": plain(block.text)}]
        case ListBlock():
            return [{"kind": "item", "text": plain(item)} for item in block.items]
        case Table():
            rows = [[column.title for column in block.columns]]
            rows += [[_cell(cell) for cell in row.cells] for row in block.rows]
            return [{"kind": "table", "rows": rows}]
        case _:
            return []


def _cell(cell: Any) -> str:
    return "\n".join(each["text"] for block in cell.blocks for each in _plainly(block))


def _pandoc(program: str, guide: Document, look: Look) -> float:
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "guide.md", Path(folder) / "guide.docx"
        source.write_bytes(draw_markdown(guide, look))
        reference = f"--reference-doc={look.find(HOUSE_FILE)}"
        return best_process([program, str(source), reference, "-o", str(made)], times=5)


if __name__ == "__main__":
    for label, figure, note in measure():
        print(f"{label:<58} {figure:>8.2f}  {note}")

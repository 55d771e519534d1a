"""Documents as a printer gets them: drawn as Word files and laid out by LibreOffice."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path

import pypdf
import pytest
import spark_tools_templates
from attrs import frozen

from spark_tools.compose.composer import compose
from spark_tools.content.brief import read_brief
from spark_tools.content.brief_options import BriefOptions
from spark_tools.content.load import load_library
from spark_tools.document.course import course_documents
from spark_tools.model import Document, Edition, Look
from spark_tools.plugin.loading import load_plugins
from spark_tools.render.docx import draw

TEMPLATES = Path(spark_tools_templates.__file__).parent
DATES = tuple(datetime.date(2027, month, 3) for month in (2, 3, 4, 5))
FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{fonts}</dir>
<cachedir>{cache}</cachedir>
</fontconfig>
"""


@frozen(eq=False)
class Printed:
    """A document and its pages: each page's width and height in mm, and its lines of text."""

    document: Document
    sizes: tuple[tuple[int, int], ...]
    lines: tuple[tuple[str, ...], ...]


@pytest.fixture(scope="session")
def sample() -> dict[str, Document]:
    """All documents of a full day, and the posters of an individual course."""
    plugins = load_plugins(strict=True)
    library = load_library(plugins)

    def course(kind: str, participants: int, *dates: datetime.date) -> dict[str, Document]:
        options = BriefOptions(
            course_type=kind,
            themes=("cooperation",),
            workplace="Plejecenter Lindehaven",
            participants=participants,
            dates=dates,
        )
        plan = compose(read_brief(None, options, library), library)
        made = course_documents(
            plan, lambda exercise, meeting: plugins.handouts(exercise, meeting, plan), posters=True
        )
        return {f"{kind}/{each.name}": each.document for each in made}

    individual = course("individual", 5, *DATES)
    posters = {name: made for name, made in individual.items() if made.edition is Edition.POSTERS}
    return course("full-day", 12, DATES[0]) | posters


@pytest.fixture(scope="session")
def printed(
    sample: dict[str, Document], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Printed]:
    """The sample as LibreOffice prints it, with the bundled typeface in Calibri's place."""
    root = tmp_path_factory.mktemp("print")
    look = Look((TEMPLATES,))
    paths = {name: root / f"{number}.docx" for number, name in enumerate(sample)}
    for name, path in paths.items():
        path.write_bytes(draw(sample[name], look))
    fonts = root / "fonts.conf"
    fonts.write_text(FONTS.format(fonts=TEMPLATES / "fonts", cache=root / "cache"))
    command = ["soffice", f"-env:UserInstallation={(root / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(root), *map(str, paths.values())]
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=300)
    return {name: _read(sample[name], path.with_suffix(".pdf")) for name, path in paths.items()}


def _read(document: Document, path: Path) -> Printed:
    pages = pypdf.PdfReader(path).pages
    boxes = [(page.mediabox.width, page.mediabox.height) for page in pages]
    return Printed(
        document,
        tuple((round(wide / 72 * 25.4), round(high / 72 * 25.4)) for wide, high in boxes),
        tuple(
            tuple(filter(None, map(str.strip, page.extract_text().split("\n")))) for page in pages
        ),
    )

"""The reference in the documentation is what the readers give, and its links lead somewhere."""

import re
from pathlib import Path

import pytest

from spark_tools.content.schema.kinds import EXERCISE, KINDS
from spark_tools.content.schema.markdown import reference, section
from spark_tools.forms.logbook.schema import LOGBOOK

FOLDER = Path(__file__).parents[3] / "docs" / "plugins"
LINK = re.compile(r"\]\(([^)#\s]*)#([^)\s]+)\)")


def anchors(text: str) -> set[str]:
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    titles = re.findall(r"^#+ (.+)$", prose, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_reference_in_the_documentation_is_current() -> None:
    written = (FOLDER / "reference.md").read_text("utf-8")

    assert written == reference((*KINDS, LOGBOOK)), "run: make reference"


@pytest.mark.parametrize("name", ["reference.md", "content-format.md"])
def test_links_lead_to_headings(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8")
    for file, anchor in LINK.findall(text):
        assert anchor in anchors((FOLDER / (file or name)).read_text("utf-8")), anchor


def test_each_heading_is_there_once() -> None:
    titles = re.findall(r"^#+ .+$", (FOLDER / "reference.md").read_text("utf-8"), re.MULTILINE)

    assert len(titles) == len(set(titles))


def test_each_kind_of_block_is_shown_in_full() -> None:
    text = section(EXERCISE)
    for kind in ("heading", "paragraph", "list", "table", "field", "grid", "picture", "page-break"):
        assert f'```toml\n[[handouts.blocks]]\nkind = "{kind}"' in text

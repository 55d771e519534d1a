"""Makes each look's house file, ``word/house.docx``, of the readable parts and its ``look.json``.

Run it after a part or a measure has been changed; for a look of your own, name its folder::

    python templates/make_house.py
    python templates/make_house.py my_plugin/looks/quiet
"""

from __future__ import annotations

import io
import sys
import zipfile
from math import ceil
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from spark_tools.model import Look
from spark_tools.render.measures import measures

BUNDLED = Path(__file__).parent / "spark_tools_templates"
PARTS = BUNDLED / "word" / "parts"
FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
A4_WIDTH = 11906
ROOM = 12 / 25.4 * 72 / 1.2207
"""The size of type, in points, whose line is 12 mm high: the least room for a pen."""


def house(look: Path = BUNDLED) -> bytes:
    """Give the Word file in the look whose folder is *look*, the same bytes everywhere.

    What the folder's ``look.json`` does not say is as in the bundled look.
    """
    values = _values(measures(Look(tuple(dict.fromkeys((look, BUNDLED))))))
    markup = Environment(
        block_start_string="[%",
        block_end_string="%]",
        variable_start_string="[[",
        variable_end_string="]]",
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    names = [p.relative_to(PARTS).as_posix() for p in PARTS.rglob("*") if p.is_file()]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        for name in (*FIRST, *sorted(set(names) - set(FIRST))):
            member = zipfile.ZipInfo(name)
            member.create_system = 0
            part = markup.from_string((PARTS / name).read_text(encoding="utf-8"))
            package.writestr(member, part.render(values))
    return packed.getvalue()


def _values(look: dict[str, Any]) -> dict[str, Any]:
    """Give what the parts may name: the look's measures, and what turns them into Word's units."""
    margin = _mm(look["margins"]["side"])
    return {
        **look,
        **{name: colour.removeprefix("#") for name, colour in look["colours"].items()},
        "half_points": lambda points: round(points * 2),
        "twips": lambda points: round(points * 20),
        "mm": _mm,
        "em": lambda ems: round(ems * look["sizes"]["body"] * 20),
        "air": lambda twips: round(twips * look["air"]),
        "text_width": A4_WIDTH - 2 * margin,
        "first_line": 2 * ceil(ROOM - look["sizes"]["body"]),
    }


def _mm(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def looks() -> list[Path]:
    """Give the folders of the bundled looks."""
    return [BUNDLED, *sorted(path.parent for path in BUNDLED.glob("looks/*/look.json"))]


if __name__ == "__main__":
    for folder in [Path(name) for name in sys.argv[1:]] or looks():
        (folder / "word").mkdir(exist_ok=True)
        (folder / "word" / "house.docx").write_bytes(house(folder))

"""Packs the readable parts of the house file into ``word/house.docx``.

Run it after a part has been changed::

    python templates/make_house.py
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

WORD = Path(__file__).parent / "spark_tools_templates" / "word"
FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")


def house(parts: Path = WORD / "parts") -> bytes:
    """Give the Word file made of the files under *parts*, the same bytes everywhere."""
    names = [p.relative_to(parts).as_posix() for p in parts.rglob("*") if p.is_file()]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        for name in (*FIRST, *sorted(set(names) - set(FIRST))):
            member = zipfile.ZipInfo(name)
            member.create_system = 0
            package.writestr(member, (parts / name).read_bytes())
    return packed.getvalue()


if __name__ == "__main__":
    (WORD / "house.docx").write_bytes(house())

"""Makes the PowerPoint file that slides are drawn in, of the readable parts in ``parts/``.

Run it after a part has been changed: ``python make_template.py``.
"""

from pathlib import Path

from spark_tools_powerpoint.package import packed

HERE = Path(__file__).parent
PARTS = HERE / "parts"
TEMPLATE = HERE / "spark_tools_powerpoint/templates/powerpoint/slides.pptx"


def template() -> bytes:
    """Give the bytes of the PowerPoint file."""
    files = sorted(path for path in PARTS.rglob("*") if path.is_file())
    return packed((path.relative_to(PARTS).as_posix(), path.read_bytes()) for path in files)


if __name__ == "__main__":
    TEMPLATE.write_bytes(template())

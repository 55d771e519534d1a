"""What two hundred installed plugins with a thousand exercises cost, against the bundled ones."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from benchmarks.timing import Measurement, best_in_turn
from spark_tools.plugin.loading import load_plugins

PLUGINS, EXERCISES = 200, 1_000
LONG_AGO = 1_700_000_000
TIMES = 7
MODULE = '''\
"""{name}."""

from pathlib import Path

from spark_tools.plugin import hookimpl


@hookimpl
def spark_content_dirs() -> list[Path]:
    """Offer the content that lies beside this module."""
    return [Path(__file__).parent / "content"]
'''


def measure() -> list[Measurement]:
    """Give ``--help`` and ``plan`` with many plugins, as ratios to the bundled ones alone."""
    spark = [sys.executable, "-m", "spark_tools"]
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        install(site)
        plan = [
            *(*spark, "plan", "--course-type", "individual", "--theme", "samarbejde"),
            *("--workplace", "Lindehaven", "--participants", "5"),
            *("-o", str(Path(folder, "course")), "--force"),
        ]
        kept = str(Path(folder, "cache"))
        rows = (
            ("spark --help", [*spark, "--help"], kept, "at most 1.05"),
            ("spark plan", plan, kept, "at most 1.5"),
            ("spark plan --format docx", [*plan, "--format", "docx"], kept, "at most 1.6"),
            ("spark plan, nothing kept", plan, "0", "as the first time"),
        )
        return [
            (f"{label}, with {PLUGINS} more plugins", *_ratio(command, site, cache, limit))
            for label, command, cache, limit in rows
        ]


def _ratio(command: list[str], site: Path, cache: str, limit: str) -> tuple[float, str]:
    path = os.pathsep.join(filter(None, [os.environ.get("PYTHONPATH", ""), str(site)]))
    bundled = {"SPARK_TOOLS_CACHE": cache}
    alone, crowded = best_in_turn(command, [bundled, {**bundled, "PYTHONPATH": path}], TIMES)
    return crowded / alone, f"times the bundled set ({crowded:.0f} and {alone:.0f} ms); {limit}"


def install(site: Path) -> None:
    """Put distributions into *site* as an installer would, with copies of bundled exercises."""
    exercises = _copies()
    for number in range(PLUGINS):
        module = f"spark_tools_many_{number:03}"
        content = site / module / "content" / "exercises"
        content.mkdir(parents=True)
        (site / module / "__init__.py").write_text(MODULE.format(name=module), encoding="utf-8")
        for _ in range(EXERCISES // PLUGINS):
            id_, text = next(exercises)
            path = content / f"{id_}.toml"
            path.write_text(text, encoding="utf-8")
            os.utime(path, (LONG_AGO, LONG_AGO))
        info = site / f"{module}-1.0.dist-info"
        info.mkdir()
        name = module.replace("_", "-")
        metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
        (info / "METADATA").write_text(metadata, encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[spark_tools]\nmany-{number} = {module}\n")


def _copies() -> Iterator[tuple[str, str]]:
    """Give copies of the bundled exercises without pictures, each with an id of its own."""
    originals = sorted(
        path
        for _, folder in load_plugins().gather("spark_content_dirs")
        for path in folder.glob("exercises/*.toml")
        if "." not in path.stem and ".svg" not in path.read_text(encoding="utf-8")
    )
    for number, path in enumerate(cycle(originals)):
        id_ = f"{path.stem}-{number}"
        text = path.read_text(encoding="utf-8")
        text = re.sub(r'^id = ".*?"', f'id = "{id_}"', text, count=1, flags=re.MULTILINE)
        text = re.sub(r'^title = "(.*?)"', rf'title = "\1 {number}"', text, count=1, flags=re.M)
        yield id_, re.sub(r"^aliases = \[.*?\]\n", "", text, count=1, flags=re.M | re.S)

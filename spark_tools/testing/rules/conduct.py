"""Whether the plugin keeps to itself: no network, no other programs, nothing written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from spark_tools.testing.toolbox import Toolbox

LONGEST = 120
"""How many seconds everything that is watched may take."""


def keeps_to_itself(toolbox: Toolbox) -> Iterator[str]:
    """Nothing that its code does reaches the network, starts a program or changes a file.

    It is watched in a Python of its own, from its import to the last file that is drawn with it.
    """
    not_loaded = any(each.stage == "import" for each in toolbox.failures)
    if not_loaded or toolbox.plugins.is_without_code(toolbox.plugin):
        return
    command = (sys.executable, "-B", "-m", "spark_tools.testing.watch", toolbox.tested)
    paths = os.pathsep.join(filter(None, map(str, map(Path.absolute, map(Path, sys.path)))))
    ran = subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"},
        timeout=LONGEST,
        check=False,
    )
    if ran.returncode:
        yield f"it could not be watched: {ran.stderr.strip().splitlines()[-1:]}"
    yield from ran.stdout.splitlines()

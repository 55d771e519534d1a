"""The ``spark`` command: one module per command, loaded when it is called."""

from __future__ import annotations

import sys


def main() -> None:
    """Run ``spark`` and leave with 0 (done), 1 (what was given is wrong) or 2 (usage)."""
    if sys.argv[1:] == ["--version"]:
        from spark_tools._version import __version__

        sys.stdout.write(f"spark {__version__}\n")
        return
    from spark_tools.cli.app import run

    run()

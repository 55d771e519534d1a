from __future__ import annotations

import subprocess
import sys

HEAVY = {
    "attr", "docx", "icalendar", "importlib.metadata", "jinja2", "lxml",
    "markdown_it", "pluggy", "resvg_py", "tomli", "typst",
}  # fmt: skip


def modules_after(*arguments: str) -> set[str]:
    """Give the modules that ``spark`` with *arguments* has imported when it leaves."""
    program = (
        "import atexit, sys; from spark_tools.cli import main; "
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "
        f"sys.argv = ['spark', *{arguments!r}]; main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    return set(ran.stderr.split())


def test_help_imports_nothing_heavy() -> None:
    modules = modules_after("--help")

    assert "click" in modules
    assert modules & HEAVY == set()


def test_the_version_does_not_even_import_click() -> None:
    modules = modules_after("--version")

    assert "spark_tools._version" in modules
    assert "click" not in modules


def test_help_of_a_command_loads_no_plugin() -> None:
    assert modules_after("plan", "--help") & HEAVY == set()

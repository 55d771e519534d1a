"""No plugin can slow or break ``spark --help``: none is looked for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.fixture
def dangerous(install, folder, tmp_path):
    """Put plugins in both doors that leave a mark when they are imported, and never come back."""
    mark = tmp_path / "mark"
    source = f"open({str(mark)!r}, 'w').close()\nwhile True:\n    pass\n"
    install("dangerous", source)
    return mark, folder({"slow.py": source}), tmp_path / "site"


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["plan", "--help"]])
def test_no_plugin_is_imported_nor_even_looked_for(words, dangerous):
    mark, folder, site = dangerous
    paths = [str(site), *(path for path in sys.path if path)]
    around = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "SPARK_TOOLS_PLUGINS": str(folder),
    }
    command = [sys.executable, "-X", "importtime", "-m", "spark_tools", *words]
    ran = subprocess.run(
        command, capture_output=True, text=True, env=around, timeout=60, check=False
    )
    imported = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    assert "spark_tools.cli" in imported
    assert imported.isdisjoint({"dangerous", "importlib.metadata", "pluggy"})
    assert not mark.exists()
    assert "spark" in ran.stdout

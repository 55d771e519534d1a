"""Stand-ins for LibreOffice: small programs that do what it may come to do."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from spark_tools.render.office import program


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """What puts a shell script in LibreOffice's place, by its lines, and gives its path."""

    def put(*lines: str, mode: int = 0o755) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        script = folder / "soffice"
        script.write_text("\n".join(("#!/bin/sh", *lines, "")), encoding="utf-8")
        script.chmod(mode)
        monkeypatch.setattr(program, "find_office", lambda: str(script))
        return script

    return put


@pytest.fixture
def no_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without LibreOffice."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(program, "_PLACES", {})
    assert not shutil.which("soffice")

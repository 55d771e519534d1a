"""Servers with formats that break, and formats that wait until they may go on."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

ODD_FORMATS = Path(__file__).with_name("odd_formats.py")


@frozen
class Gate:
    """Where drawing the format ``hold`` waits."""

    folder: Path

    def begun(self) -> int:
        """How many have begun to wait."""
        return len(list(self.folder.glob("begun-*")))

    def open(self) -> None:
        (self.folder / "go-on").touch()

    def close(self) -> None:
        for each in self.folder.iterdir():
            each.unlink()


@pytest.fixture(scope="session")
def odd_plugins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the plugin of odd formats."""
    folder = tmp_path_factory.mktemp("odd") / "plugins"
    folder.mkdir()
    shutil.copy(ODD_FORMATS, folder)
    (folder.parent / "gate").mkdir()
    return folder


@pytest.fixture
def gate(odd_plugins: Path) -> Gate:
    gate = Gate(odd_plugins.parent / "gate")
    gate.close()
    return gate


@pytest.fixture(scope="session")
def until() -> Callable[[Callable[[], object]], None]:
    """Wait until a condition holds."""

    def until(condition: Callable[[], object]) -> None:
        end = time.monotonic() + 60
        while not condition():
            assert time.monotonic() < end
            time.sleep(0.01)

    return until

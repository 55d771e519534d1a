"""Jobs that do to a worker what may happen to it."""

from __future__ import annotations

import os
import time
from pathlib import Path

from attrs import frozen

from spark_tools.i18n import message_language
from spark_tools.model import Fault, FaultError
from spark_tools.web.toolbox import Toolbox


@frozen
class CountExercises:
    def run(self, toolbox: Toolbox) -> int:
        return len(toolbox.library.exercises)


@frozen
class WhichLanguage:
    def run(self, _toolbox: Toolbox) -> str:
        return message_language()


@frozen
class WhichProcess:
    def run(self, _toolbox: Toolbox) -> int:
        return os.getpid()


@frozen
class FindFault:
    def run(self, _toolbox: Toolbox) -> None:
        raise FaultError([Fault("there is no such thing", "themes", 3), Fault("nor this")])


@frozen
class Break:
    secret: str

    def run(self, _toolbox: Toolbox) -> None:
        raise ValueError(self.secret)


@frozen
class Die:
    def run(self, _toolbox: Toolbox) -> None:
        os._exit(3)


@frozen
class Leave:
    def run(self, _toolbox: Toolbox) -> None:
        raise SystemExit(3)


@frozen
class Hold:
    """Says that it has begun, and goes on when it may: both by a file in a folder."""

    folder: Path

    def run(self, _toolbox: Toolbox) -> int:
        (self.folder / f"begun-{os.getpid()}").touch()
        while not (self.folder / "go-on").exists():
            time.sleep(0.01)
        return os.getpid()


@frozen
class GiveWhatCannotBeSent:
    def run(self, _toolbox: Toolbox) -> object:
        return lambda: None

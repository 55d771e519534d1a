"""The application without a network: jobs are done on the spot."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from spark_tools.web.jobs import OnTheSpot
from spark_tools.web.page import make_frame
from spark_tools.web.server.app import create_app
from spark_tools.web.server.context import Context
from spark_tools.web.toolbox import Toolbox

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

ODD_JOBS = '''
"""Jobs that no page asks for; worker processes import them from here."""

import os, signal, time
from pathlib import Path
from attrs import frozen
from spark_tools.i18n import message_language
from spark_tools.model import Fault, FaultError

@frozen
class Says:
    words: str
    def run(self, toolbox):
        return self.words, message_language(), os.getpid(), len(toolbox.library.exercises)

@frozen
class Fails:
    words: str
    def run(self, toolbox):
        raise ValueError(self.words)

@frozen
class Objects:
    words: str
    def run(self, toolbox):
        raise FaultError([Fault(self.words, "here"), Fault("and more")])

@frozen
class Leaves:
    def run(self, toolbox):
        raise SystemExit(3)

@frozen
class Dies:
    def run(self, toolbox):
        os.kill(os.getpid(), signal.SIGKILL)

@frozen
class Tells:
    def run(self, toolbox):
        return os.getpid()

@frozen
class Holds:
    """Says that it has begun, and goes on when it may: both by a file in a folder."""
    folder: Path
    def run(self, toolbox):
        (self.folder / f"begun-{os.getpid()}").touch()
        while not (self.folder / "go-on").exists():
            time.sleep(0.01)
        return os.getpid()

@frozen
class GivesWhatCannotBeSent:
    def run(self, toolbox):
        return lambda: None
'''


@pytest.fixture(scope="module")
def app(toolbox: Toolbox) -> Flask:
    return create_app(Context(toolbox, make_frame(toolbox), OnTheSpot(toolbox)))


@pytest.fixture(scope="module")
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def odd_jobs(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Jobs as a module that worker processes find too."""
    folder = tmp_path_factory.mktemp("odd-jobs")
    (folder / "spark_odd_jobs.py").write_text(ODD_JOBS)
    sys.path.append(str(folder))
    import spark_odd_jobs

    return spark_odd_jobs

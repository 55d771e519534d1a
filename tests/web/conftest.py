"""The toolbox, and the application with its jobs done on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spark_tools.web.jobs import OnTheSpot
from spark_tools.web.page import Frame, make_frame
from spark_tools.web.server.app import create_app
from spark_tools.web.server.context import Context
from spark_tools.web.toolbox import Toolbox, open_toolbox

if TYPE_CHECKING:
    from flask.testing import FlaskClient


@pytest.fixture(scope="session")
def toolbox() -> Toolbox:
    """The toolbox with the bundled plugins."""
    return open_toolbox()


@pytest.fixture(scope="session")
def frame(toolbox: Toolbox) -> Frame:
    """The frame of the served pages."""
    return make_frame(toolbox, contact="arbejdsmiljoe@kommune.example")


@pytest.fixture(scope="session")
def browser(toolbox: Toolbox, frame: Frame) -> FlaskClient:
    """A client of the application; jobs are done on the spot."""
    context = Context(toolbox, frame, OnTheSpot(toolbox))
    return create_app(context).test_client()

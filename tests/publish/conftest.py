"""The bundled library, and courses composed from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from spark_tools.compose.composer import compose
from spark_tools.content.library import Library
from spark_tools.content.load import load_library
from spark_tools.model import Brief, SessionPlan
from spark_tools.plugin.manager import load_plugins


@pytest.fixture(scope="session")
def bundled() -> Library:
    return load_library(load_plugins())


@pytest.fixture(scope="session")
def course(bundled: Library) -> Callable[[str], SessionPlan]:
    def course(course_type: str) -> SessionPlan:
        committees = 6 if course_type in ("joint", "network") else 1
        brief = Brief("Lindehaven", course_type, ("cooperation",), 12, committees)
        return compose(brief, bundled)

    return course

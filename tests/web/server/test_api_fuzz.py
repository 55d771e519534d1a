"""Whatever the description of the API allows, and what it does not, gets a proper answer."""

from __future__ import annotations

import os

import pytest
import schemathesis
from hypothesis import HealthCheck, assume, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from spark_tools.web.api.description import description
from spark_tools.web.jobs import OnTheSpot
from spark_tools.web.page import make_frame
from spark_tools.web.server.app import create_app
from spark_tools.web.server.context import Context
from spark_tools.web.toolbox import open_toolbox

EXAMPLES = int(os.environ.get("SPARK_EXAMPLES", "25"))
OPERATIONS = [
    (path, method) for path, methods in description()["paths"].items() for method in methods
]


@pytest.fixture(scope="module")
def api() -> schemathesis.BaseSchema:
    """The description as the application gives it, for calls to that application."""
    toolbox = open_toolbox()
    app = create_app(Context(toolbox, make_frame(toolbox), OnTheSpot(toolbox)))
    return schemathesis.openapi.from_wsgi("/api/openapi.json", app)


@pytest.mark.parametrize(
    ("path", "method", "mode"),
    [
        (*operation, mode)
        for operation in OPERATIONS
        for mode in GenerationMode
        if operation[0] != "/api/openapi.json" or mode is GenerationMode.POSITIVE
    ],
)
def test_every_call_is_answered_as_described(
    api: schemathesis.BaseSchema, path: str, method: str, mode: GenerationMode
) -> None:
    operation = api[path][method.upper()]

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def call(case: schemathesis.Case) -> None:
        # What is empty is not sent at all, and so is no wrong value.
        assume(not any(value in ([], {}, None) for value in (case.query or {}).values()))
        # A name may have the right shape and yet be that of nothing.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    call()

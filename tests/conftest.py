"""What tests of several rooms use."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from spark_tools.cli.app import group


@pytest.fixture(scope="session")
def invoke() -> Callable[..., Result]:
    """Run ``spark`` with these words, and what is *typed*; a crash fails the test."""

    def run(*words: str, typed: str | None = None) -> Result:
        result = CliRunner().invoke(group(), words, input=typed)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run

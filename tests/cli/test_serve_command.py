from __future__ import annotations

import importlib.util
from collections.abc import Callable
from importlib.machinery import ModuleSpec

import pytest
from click.testing import Result

Spark = Callable[..., Result]


def test_it_says_what_to_install_where_the_packages_are_missing(
    spark: Spark, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = importlib.util.find_spec

    def without_flask(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == "flask" else found(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", without_flask)

    result = spark("serve")

    assert result.exit_code == 1
    assert "pip install flask" in result.output


@pytest.mark.parametrize("port", ["-1", "70000", "http"])
def test_a_port_that_is_none_is_refused(spark: Spark, port: str) -> None:
    assert spark("serve", "--port", port).exit_code == 2

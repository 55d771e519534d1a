from __future__ import annotations

import re
from pathlib import Path

from spark_tools.web.api.description import description
from spark_tools.web.server.request import LARGEST_FORM

PAGE = (Path(__file__).parents[3] / "docs" / "api.md").read_text("utf-8")


def test_the_page_names_every_address_and_no_other() -> None:
    told = {
        (method.lower(), path.replace("ID", "{id}"))
        for method, path in re.findall(r"`(GET|POST) (/api/[\w/-]+)`", PAGE)
    }
    there = {
        (method, path) for path, methods in description()["paths"].items() for method in methods
    }

    assert told == there - {("get", "/api/openapi.json")}


def test_the_page_names_the_bound_of_a_brief() -> None:
    assert f"{LARGEST_FORM // 1000} kB" in PAGE

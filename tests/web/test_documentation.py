"""What docs/web.md and the systemd unit say is what the program does."""

from __future__ import annotations

import configparser
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from spark_tools.cli import serve_command, site_command
from spark_tools.i18n import words
from spark_tools.web.server.context import ROOM
from spark_tools.web.server.headers import SECURITY
from spark_tools.web.server.places import EACH, IN_ALL
from spark_tools.web.server.request import LARGEST_FORM, LARGEST_UPLOAD
from spark_tools.web.server.serving import DRAIN
from spark_tools.web.server.worker_pool import Bounds

if TYPE_CHECKING:
    import click

DOCS = Path(__file__).parents[2] / "docs"
WEB = (DOCS / "web.md").read_text("utf-8")
COMMANDS = {
    "serve": serve_command.command(words("cli", "en")),
    "site": site_command.command(words("cli", "en")),
}


def options(command: click.Command) -> set[str]:
    return {name for option in command.params for name in option.opts}


def section(title: str) -> str:
    return WEB.split(f"\n{title}\n", 1)[1].split("\n## ", 1)[0]


def rows(text: str) -> dict[str, str]:
    found = re.findall(r"^\| (.+?) \| (.*?) \|", text, re.MULTILINE)
    return dict(found)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_guide_has_every_option_and_no_other(name: str) -> None:
    table = rows(section(f"## `spark {name}`"))
    named = {option for row in table for option in re.findall(r"`(--?[\w-]+)", row)}

    assert named == options(COMMANDS[name])


def test_the_bounds_are_those_of_the_program() -> None:
    bounds = Bounds()
    told = {
        "a form": f"{LARGEST_FORM // 1000} kB",
        "filled-in sheets, in one sending": f"{LARGEST_UPLOAD // 1_000_000} MB",
        "jobs waiting, in all": f"{IN_ALL}",
        "jobs waiting, for one client": f"{EACH}",
        "waiting for a worker": f"{bounds.wait:g} s",
        "one job": f"{bounds.work:g} s",
    }

    assert rows(section("## `spark serve`")).items() >= told.items()
    assert f"at most {ROOM // 1_000_000} MB of them" in " ".join(WEB.split())


def test_the_headers_for_a_site_of_files_are_those_of_the_server() -> None:
    told = re.findall(r"^(Content-Security-Policy|Referrer-Policy|X-[\w-]+): (.*)$", WEB, re.M)

    assert len(told) == 3
    assert dict(told).items() <= SECURITY.items()


def test_the_unit_starts_and_stops_the_server_as_it_can_be() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(DOCS / "examples" / "spark.service", "utf-8")
    service = unit["Service"]
    program, command, *given = shlex.split(service["ExecStart"])

    assert (Path(program).name, command) == ("spark", "serve")
    assert {word for word in given if word.startswith("-")} <= options(COMMANDS["serve"])
    assert service["KillMode"] == "mixed"
    assert float(service["TimeoutStopSec"]) > DRAIN

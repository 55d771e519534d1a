"""A whole course made by ``spark`` itself, on machines that have nothing in common."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import spark_tools_templates
from attrs import frozen

from spark_tools.model import (
    Document,
    Edition,
    Field,
    FieldGrid,
    FieldKind,
    GridColumn,
    Heading,
    ListBlock,
    Look,
    Paragraph,
    Picture,
    Section,
    Span,
    text,
)

ROOT = Path(__file__).parents[2]
PACKAGES = (
    ROOT / "spark_tools",
    ROOT / "templates" / "spark_tools_templates",
    *sorted(ROOT.glob("plugins/*/spark_tools_*")),
)
CANARY = "kanariefugl"
"""What nothing that is written may hold; it stands all over the machine."""

BRIEF = """\
format = 1
workplace = "Plejecenter Lindehaven"
course_type = "individual"
themes = ["cooperation"]
participants = 5
wish = "Mere ro om morgenen"

[[meetings]]
date = 2027-02-03

[[meetings]]
date = 2027-03-03

[[meetings]]
date = 2027-04-07
"""
SHEET = "meeting-1/arbejdsark-naeste-skridt.docx"
KEY = "next-steps-sheet.steps.1"
ANSWERS = {f"{KEY}.what": "Tavlemøde", f"{KEY}.who": "AMR", f"{KEY}.by": "2027-03-03"}
SAVED = "2027-02-04T10:12:00Z"


@frozen
class Machine:
    """Where and when ``spark`` runs: the clock, the settings, who sits there, what is installed."""

    home: Path
    folder: Path
    clock: str
    settings: Mapping[str, str]
    umask: int
    packages: Path | None = None

    def spark(self, *words: str) -> str:
        """Run ``spark`` in the folder with the course, and give what it says."""
        return self.python("-m", "spark_tools", *words)

    def python(self, *words: str) -> str:
        """Run Python there, and give what it says."""
        path = (str(self.packages),) * bool(self.packages)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "NO_FAKE_STAT": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": os.pathsep.join(path),
            **self.settings,
        }
        run = subprocess.run(
            ["faketime", self.clock, sys.executable, *words],
            cwd=self.folder,
            env=environment,
            umask=self.umask,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
        return run.stdout


def plain_machine(folder: Path) -> Machine:
    """Give a machine with nothing special about it."""
    settings = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0", "SPARK_LANG": "en"}
    course = folder / "a"
    course.mkdir(parents=True)
    return Machine(folder, course, "2026-01-02 03:04:05", settings, 0o077)


def strange_machine(folder: Path) -> Machine:
    """Give a machine that is all different, and says whose it is wherever it can."""
    home, course = folder / f"{CANARY}-home", folder / f"{CANARY} æøå" / "kursus"
    course.mkdir(parents=True)
    (home / ".config").mkdir(parents=True)
    about = f"[user]\n\tname = Kim {CANARY}\n\temail = {CANARY}@example.org\n"
    for name in (".gitconfig", ".config/user-dirs.dirs", ".pypirc"):
        (home / name).write_text(about, encoding="utf-8")
    packages = folder / f"{CANARY}-packages"
    for package in PACKAGES:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(package, packages / package.name, ignore=ignored, copy_function=shutil.copy)
    names = ("USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME", "REALNAME", "ORGANIZATION")
    settings = {
        **{name: f"{CANARY}-{name.lower()}" for name in names},
        **dict.fromkeys(("EMAIL", "GIT_AUTHOR_EMAIL"), f"{CANARY}@example.org"),
        "LANG": "da_DK.UTF-8",
        "LC_ALL": "",
        "LC_TIME": "da_DK.UTF-8",
        "TZ": "Pacific/Auckland",
        "PYTHONHASHSEED": "4242",
        "PYTHONUTF8": "1",
        "TMPDIR": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
    }
    return Machine(home, course, "2031-11-28 23:58:59", settings, 0o002, packages)


FORMATS = ("--format", "docx,pdf,html,md,ics")


def run_course(machine: Machine, send: Callable[..., Path]) -> Path:
    """Plan a course, hold its first meeting, and plan on; give the folder with both plans.

    The plan from before the first meeting is in ``first``, the later one in ``next``.
    """
    (machine.folder / "course.toml").write_text(BRIEF, encoding="utf-8")
    machine.spark("plan", ".", *FORMATS, "-o", "first")
    shutil.copytree(machine.folder / "first", machine.folder / "next")
    inbox = machine.folder / f"inbox-{CANARY}"
    sheet = send(machine.folder / "first" / SHEET, inbox / "skridt.docx", ANSWERS, SAVED)
    sign(sheet)
    machine.spark("collect", inbox.name, "--course", "next")
    machine.spark("plan", "course.toml", *FORMATS, "-o", "next")
    return machine.folder


def sign(sheet: Path) -> None:
    """Let *sheet* say who filled it in, as office programs do."""
    author = f"<dc:creator>Kim {CANARY}</dc:creator>"
    with zipfile.ZipFile(sheet) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(
        b"</cp:coreProperties>", f"{author}</cp:coreProperties>".encode()
    )
    with zipfile.ZipFile(sheet, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


@pytest.fixture(scope="session")
def machines(tmp_path_factory: pytest.TempPathFactory) -> tuple[Machine, Machine]:
    """A plain machine, and one that says whose it is."""
    return (
        plain_machine(tmp_path_factory.mktemp("plain")),
        strange_machine(tmp_path_factory.mktemp("strange")),
    )


@pytest.fixture(scope="session")
def strange_course(machines: tuple[Machine, Machine], send: Callable[..., Path]) -> Path:
    """A course from the machine that says whose it is."""
    return run_course(machines[1], send)


@pytest.fixture(scope="session")
def plain_course(machines: tuple[Machine, Machine], send: Callable[..., Path]) -> Path:
    """The same course from another machine, on another day."""
    return run_course(machines[0], send)


@pytest.fixture(scope="session")
def canary() -> str:
    """What stands all over the machine that `strange_course` was made on."""
    return CANARY


@pytest.fixture(scope="session")
def look() -> Look:
    """The bundled look."""
    return Look((Path(spark_tools_templates.__file__).parent,))


@pytest.fixture(scope="session")
def sample() -> Document:
    """A document with a link, places to write and a picture."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        '<text x="1" y="6" font-family="Carlito" font-size="4">ord</text></svg>'
    )
    link = Span("SPARKs side", link="https://spark.example/om")
    columns = (GridColumn("what", "Hvad", 2), GridColumn("day", "Dag", 1, FieldKind.DATE))
    blocks = (
        Heading(1, text("Ark")),
        Paragraph((Span("Læs på "), link)),
        ListBlock((text("et"), text("to")), ordered=True),
        Field("day", "Dag", FieldKind.DATE, value="2027-03-03"),
        FieldGrid("grid", columns, 2),
        Picture(svg, "Et ord i en ramme", 60),
    )
    return Document(
        Edition.WORKSHEETS, "Ark", "da", (Section(blocks),), identifier="0123456789abcdef/ark"
    )

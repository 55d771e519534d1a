"""LibreOffice is run once for many files; whatever comes of it is files in order or one fault."""

import os
import sys
from pathlib import Path

import pytest

from spark_tools.model import FaultError
from spark_tools.render import office as office_room
from spark_tools.render.office import missing, program
from spark_tools.render.office.program import convert, find_office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its stand-ins are shell scripts")

MAKE = 'for each in "$@"; do case $each in *.docx) cat $each > ${each%docx}pdf;; esac; done'


def fault(*files: bytes) -> str:
    """Give what is said of these files."""
    with pytest.raises(FaultError) as caught:
        convert(files or (b"a",))
    (found,) = caught.value.faults
    return found.message


def test_where_it_is_not_installed_that_is_said(no_office):
    assert find_office() is None
    assert "install it, or print the Word files" in missing()
    assert fault() == "LibreOffice is not installed"


def test_where_it_is_installed_nothing_is_missing(office, monkeypatch):
    monkeypatch.setenv("PATH", str(office(MAKE).parent))
    assert Path(find_office()).name == "soffice"
    monkeypatch.setattr(office_room, "find_office", program.find_office)
    assert missing() == ""


def test_without_pypdf_that_is_said(office, monkeypatch):
    monkeypatch.setattr(office_room, "find_office", lambda: str(office(MAKE)))
    monkeypatch.setattr(office_room, "find_spec", lambda _: None)
    assert "pip install pypdf" in missing()


def test_it_is_found_in_the_place_it_has_without_a_path(tmp_path, monkeypatch, no_office):
    places = (str(tmp_path / "none"), str(tmp_path / "soffice"))
    (tmp_path / "soffice").touch()
    monkeypatch.setattr(program, "_PLACES", {sys.platform: places})
    assert find_office() == places[1]


def test_what_it_makes_comes_in_the_order_of_the_files_however_many(office):
    office(MAKE)
    files = [f"fil {number}".encode() for number in range(23)]
    assert convert(files) == files


def test_one_run_makes_them_all_and_takes_no_part_of_the_users_own_profile(office, tmp_path):
    log = tmp_path / "log"
    office(f'echo "$@" >> {log}', MAKE)
    convert([b"a", b"b", b"c"])
    (run,) = log.read_text().splitlines()
    assert "--headless" in run
    assert "-env:UserInstallation=file:///" in run
    assert run.endswith("0.docx 1.docx 2.docx")


def test_nothing_is_left_behind(office, tmp_path, monkeypatch):
    monkeypatch.setattr(program.tempfile, "tempdir", str(tmp_path))
    office("mkdir profile; touch profile/lock", MAKE)
    convert([b"a"])
    assert [path.name for path in tmp_path.iterdir()] == ["bin"]


def test_for_no_files_it_is_not_run(no_office):
    assert convert([]) == []


@pytest.mark.parametrize(
    "lines",
    [("exit 0",), ("echo Fejl >&2", "exit 1"), ("cat 0.docx > 0.pdf",)],
    ids=["nothing", "failed", "only the first"],
)
def test_a_program_that_makes_too_little_is_one_fault(office, lines):
    office(*lines)
    assert "did not make the PDF files" in fault(b"a", b"b")


def test_a_program_that_may_not_be_run_is_one_fault(office):
    office(MAKE, mode=0o644)
    assert fault() == "LibreOffice cannot be run: Permission denied"


def test_a_program_that_is_gone_is_one_fault(office):
    office(MAKE).unlink()
    assert fault() == "LibreOffice cannot be run: No such file or directory"


@pytest.fixture
def one_second(monkeypatch):
    """Let patience be short."""
    monkeypatch.setattr(program, "SECONDS_TO_START", 1)
    monkeypatch.setattr(program, "SECONDS_A_FILE", 0)


def test_a_program_that_hangs_is_one_fault_and_is_stopped_with_all_it_began(
    office, tmp_path, one_second
):
    told = tmp_path / "told"
    os.mkfifo(told)
    office(f"(sleep 30; echo alive) > {told} &", "wait")
    with os.fdopen(os.open(told, os.O_RDONLY | os.O_NONBLOCK)) as telling:
        assert fault() == "LibreOffice was not done after 1 seconds"
        os.set_blocking(telling.fileno(), True)
        assert "alive" not in telling.read()

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Spark = Callable[..., Result]


@pytest.fixture(scope="session")
def written_once(tmp_path_factory: pytest.TempPathFactory, invoke: Spark) -> Path:
    """A site in Danish, written once."""
    folder = tmp_path_factory.mktemp("sites") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LANG", "en")
        result = invoke("site", "-o", str(folder))
    assert result.exit_code == 0, result.output
    assert "pages and" in result.output
    return folder


def test_a_site_has_its_pages_and_every_sheet(written_once: Path) -> None:
    front = (written_once / "index.html").read_text("utf-8")
    sheets = written_once / "exercises/try-out-actions"

    assert "Prøvehandlinger" in front
    assert (sheets / "proevehandlinger-arbejdsark.docx").read_bytes().startswith(b"PK")
    assert (sheets / "proevehandlinger-arbejdsark-stor-skrift.pdf").read_bytes().startswith(b"%PDF")
    assert (sheets / "proevehandlinger-arbejdsark-1.png").read_bytes().startswith(b"\x89PNG")


def test_a_site_says_nothing_of_what_needs_a_server(written_once: Path) -> None:
    front = (written_once / "index.html").read_text("utf-8")

    assert "Lav en plan" not in front
    assert not (written_once / "plan.html").exists()


def test_a_site_in_danish_only_has_no_english_pages(written_once: Path) -> None:
    assert not (written_once / "en").exists()
    assert "English" not in (written_once / "index.html").read_text("utf-8")


def test_an_address_that_is_none_is_a_fault_and_nothing_is_written(
    spark: Spark, tmp_path: Path
) -> None:
    result = spark("site", "-o", "site", "--address", "trio.kommune.dk")

    assert result.exit_code == 1
    assert "--address: “trio.kommune.dk” is no address" in result.output
    assert not (tmp_path / "site").exists()


def test_the_folder_has_to_be_named(spark: Spark) -> None:
    assert spark("site").exit_code == 2

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def spoilt(courses: Path) -> Path:
    """A course with one document whose title and first header row are lost."""
    path = sorted(courses.glob("lindehaven/meeting-1/*dagsorden*.docx"))[0]
    _rewrite(path, {"docProps/core.xml": _without_title, "word/document.xml": _without_header})
    return path


def _without_title(xml: bytes) -> bytes:
    start = xml.index(b"<dc:title>") + len(b"<dc:title>")
    return xml[:start] + xml[xml.index(b"</dc:title>") :]


def _without_header(xml: bytes) -> bytes:
    return xml.replace(b"<w:tblHeader/>", b"", 1)


def _rewrite(path: Path, changes: dict[str, Callable[[bytes], bytes]]) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, changes.get(name, bytes)(content))


def test_a_course_folder_is_checked_document_by_document(spark, courses: Path) -> None:
    course = courses / "lindehaven"
    documents = len([*course.rglob("*.docx"), *course.rglob("course.toml")])

    result = spark("check", str(courses / "lindehaven"))

    assert result.exit_code == 0, result.output
    assert result.stdout == f"{documents} files without faults\n"


def test_each_flaw_is_told_with_its_clause_place_and_remedy(spark, spoilt: Path) -> None:
    result = spark("check", str(spoilt))

    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == f"{spoilt}: 2 flaws"
    assert "  title-missing (EN 301 549 10.2.4.2, WCAG 2.4.2)\n" in result.stdout
    assert "    - The document has no title.\n      the document’s properties\n" in result.stdout
    assert "    Mend it: In Word: File › Info › Title." in result.stdout
    assert ", table 1\n" in result.stdout
    assert result.stdout.endswith("2 flaws in 1 file; 1 checked.\n")


def test_the_same_flaw_in_many_places_is_told_once(spark, spoilt: Path) -> None:
    def without_whole_rows(xml: bytes) -> bytes:
        grid = b"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr/></w:tbl>"
        return xml.replace(b"<w:sectPr", grid * 7 + b"<w:sectPr")

    _rewrite(spoilt, {"word/document.xml": without_whole_rows})

    shown = spark("check", str(spoilt)).stdout
    assert shown.count("1 row may be split between two pages.") == 1
    assert "      and 2 places more\n" in shown


def test_only_the_document_with_flaws_is_told_of(spark, spoilt: Path) -> None:
    folder = spoilt.parents[1]
    documents = len(list(folder.rglob("*.docx")))

    result = spark("check", str(folder))

    assert result.exit_code == 1
    assert result.stdout.count(".docx: ") == 1
    assert f"2 flaws in 1 file; {documents} checked." in result.stdout


def test_json_holds_flaws_and_faults_of_all_kinds_of_paths(
    spark, spoilt: Path, course: Path, tmp_path: Path
) -> None:
    course.write_text("format = 1\n")
    cut = tmp_path / "cut.docx"
    cut.write_bytes(spoilt.read_bytes()[:200])

    result = spark("check", "--json", str(spoilt), str(course), str(cut))

    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (told["format"], told["passed"], told["checked"]) == (1, False, 3)
    assert {fault["file"] for fault in told["faults"]} == {str(course), str(cut)}
    (document,) = told["documents"]
    assert document["file"] == str(spoilt)
    assert [flaw["rule"] for flaw in document["flaws"]] == ["title-missing", "table-header"]
    assert document["flaws"][0] == {
        "rule": "title-missing",
        "clause": {"en_301_549": "10.2.4.2", "wcag": "2.4.2", "good_practice": False},
        "what": "The document has no title.",
        "where": "the document’s properties",
        "remedy": "In Word: File › Info › Title. Write what the document is, for whom and when.",
    }


def test_json_of_what_is_right_passes(spark, course: Path) -> None:
    result = spark("check", "--json", str(course))

    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "format": 1,
        "passed": True,
        "checked": 1,
        "faults": [],
        "documents": [],
    }


def test_the_pdf_beside_a_document_is_checked_with_it(spark, spoilt: Path) -> None:
    spoilt.with_suffix(".pdf").write_bytes(
        b"%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\nstartxref\n9\n%%EOF\n"
    )

    result = spark("check", str(spoilt))

    assert f"{spoilt.with_suffix('.pdf')}: 4 flaws" in result.stdout
    assert "pdf-untagged" in result.stdout
    assert result.stdout.endswith("6 flaws in 2 files; 2 checked.\n")


def test_a_pdf_that_is_cut_short_is_one_message(spark, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    spark("handout", "prøvehandlinger", "--format", "pdf", "-o", "ark")
    whole = min((tmp_path / "ark").glob("*.pdf")).read_bytes()
    for length in (500, len(whole) // 2, len(whole) - 10):
        (tmp_path / "cut.pdf").write_bytes(whole[:length])

        result = spark("check", "cut.pdf")

        assert result.exit_code == 1
        assert result.stdout == ""
        assert result.stderr == (
            "cut.pdf: it is damaged or cut short; ask for it to be sent again\n"
        )


def test_our_pdf_has_no_flaw(spark) -> None:
    pytest.importorskip("typst")
    spark("handout", "prøvehandlinger", "--format", "pdf,docx", "-o", "ark")

    result = spark("check", "ark")

    assert result.exit_code == 0, result.output


def test_a_course_file_in_the_folder_is_checked_too(spark, courses: Path, course: Path) -> None:
    course.write_text("format = 1\n")
    shutil.copy(course, courses / "lindehaven" / "course.toml")

    result = spark("check", str(courses / "lindehaven"))

    assert result.exit_code == 1
    assert "course.toml" in result.stderr


def test_a_course_folder_before_anything_is_planned_is_its_course_file(spark, course: Path) -> None:
    assert spark("check", str(course.parent)).stdout == "1 file without faults\n"


def test_a_folder_with_nothing_to_check_is_one_clear_message(spark, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    result = spark("check", "empty")

    assert result.exit_code == 1
    assert result.stderr.startswith("empty: there is nothing to check in it: no Word files")


@pytest.mark.parametrize("name", ["gammel.doc", "note.txt", "drejebog.html", "FORLØB.ODT", "ark"])
def test_a_file_of_another_kind_is_one_message_with_what_to_do(spark, tmp_path: Path, name) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11 hej")

    result = spark("check", name)

    assert result.exit_code == 1
    assert result.stderr == (
        f"{name}: spark can check .docx, .dotx, .pdf and .toml files and folders;"
        " save it as .docx\n"
    )


def test_a_file_with_macros_is_to_be_saved_without_them(spark, tmp_path: Path) -> None:
    (tmp_path / "a.docm").write_bytes(b"PK")

    assert spark("check", "a.docm").stderr.endswith("; save it without macros, as .docx\n")


def test_a_file_of_another_kind_that_is_not_there_is_missing(spark) -> None:
    assert spark("check", "gammel.doc").stderr == "gammel.doc: there is no such file\n"


def test_what_can_be_checked_is_said_in_danish_too(spark, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("SPARK_LANG", "da")
    (tmp_path / "gammel.doc").touch()

    assert "spark kan undersøge .docx, .dotx" in spark("check", "gammel.doc").stderr


def test_a_file_that_cannot_be_opened_does_not_hide_the_others(spark, spoilt: Path) -> None:
    (spoilt.parent / "notes.docx").write_bytes(b"hello")
    (spoilt.parent / "~$dagsorden.docx").write_bytes(b"lock")

    result = spark("check", str(spoilt.parent))

    assert result.exit_code == 1
    assert "title-missing" in result.stdout
    assert result.stderr == f"{spoilt.parent / 'notes.docx'}: it is not a Word file\n"


def test_a_document_cannot_steer_the_terminal(spark, spoilt: Path) -> None:
    def hostile(xml: bytes) -> bytes:
        return xml.replace(b"<dc:title>", "<dc:title>\u202e\u009b31m.docx".encode())

    _rewrite(spoilt, {"docProps/core.xml": hostile})

    assert "title “��31m.docx”" in spark("check", str(spoilt)).stdout


PLUGIN = '''\
format = 1
revision = 1
id = "fishbone"
title = "Fiskebenet"
purpose = "I ser, hvad der ligger bag en hændelse, og vælger ét sted at begynde."
functions = ["explore"]
themes = ["*"]
participants = { min = 3, max = 30, group = { min = 3, max = 6 } }
materials = [{ what = "A3-ark", per = "group", count = 1 }]
source = { status = "own", text = "Egen udformning." }

[[steps]]
id = "draw"
title = "Tegn"
form = "groups"
minutes = { min = 5, typical = 10, max = 15 }
text = """
Tegn et fiskeben:

- hovedet er hændelsen
- benene er det, der lå bag

Læs mere på [SPARKs side om hændelser](https://spark.example/fiskeben).
"""

[[handouts]]
id = "bone"
title = "Fiskeben"
copies = { per = "group", count = 1 }

[[handouts.blocks]]
kind = "field"
id = "what"
label = "Hvad skete der?"
field = "lines"
lines = 3

[[handouts.blocks]]
kind = "grid"
id = "bones"
rows = 3
columns = [
  { id = "bone", title = "Ben", width = 30 },
  { id = "done", title = "Set", width = 10, field = "check" },
]
'''


@pytest.fixture
def fishbone(tmp_path: Path) -> Path:
    """A plugin project whose content lies in its package, as those in plugins/ do."""
    exercises = tmp_path / "fishbone" / "src" / "spark_tools_fishbone" / "content" / "exercises"
    exercises.mkdir(parents=True)
    (exercises / "fishbone.toml").write_text(PLUGIN, encoding="utf-8")
    return tmp_path / "fishbone"


@pytest.mark.parametrize("given", ["fishbone", "."])
def test_content_in_a_plugin_project_is_found(spark, fishbone: Path, given: str) -> None:
    assert spark("check", given).stdout == "1 file without faults\n"

    (file,) = fishbone.rglob("fishbone.toml")
    file.write_text(PLUGIN.replace('"explore"', '"explor"'), encoding="utf-8")

    result = spark("check", given)
    assert result.exit_code == 1
    assert "fishbone.toml:6: " in result.stderr


@pytest.mark.parametrize("name", [".venv", "venv", "node_modules", ".hidden"])
def test_nothing_is_looked_for_where_tools_put_things(spark, fishbone: Path, name: str) -> None:
    project = fishbone.parent / "project"
    project.mkdir()
    fishbone.rename(project / name)
    (project / name / "report.docx").touch()
    (project / name / "pyvenv.cfg").touch()

    assert "there is nothing to check in it" in spark("check", "project").stderr


def test_the_projects_to_copy_are_found_and_pass(spark) -> None:
    projects = Path(__file__).parents[2] / "plugins"
    files = [path for path in projects.rglob("*.toml") if path.parent.parent.name == "content"]

    result = spark("check", str(projects))

    assert result.stdout == f"{len(files)} files without faults\n", result.output


def test_documents_beside_content_are_checked_and_those_in_it_left(
    spark, fishbone: Path, spoilt: Path
) -> None:
    shutil.copy(spoilt, fishbone / "report.docx")
    (content,) = fishbone.rglob("content")
    shutil.copy(spoilt, content / "look.docx")

    result = spark("check", "fishbone")

    assert "2 flaws in 1 file; 1 checked." in result.stdout
    assert "report.docx: 2 flaws" in result.stdout


def test_the_documents_of_somebody_elses_plugin_pass(spark, tmp_path: Path) -> None:
    exercises = tmp_path / "mine" / "fishbone" / "exercises"
    exercises.mkdir(parents=True)
    (exercises / "fishbone.toml").write_text(PLUGIN, encoding="utf-8")
    words = ("--plugins-dir", "mine")
    written = spark(*words, "handout", "fiskebenet", "--format", "docx", "-o", "ark")

    result = spark(*words, "check", "ark", "mine")

    assert written.exit_code == 0, written.output
    assert len(list((tmp_path / "ark").glob("*.docx"))) == 2
    assert result.exit_code == 0, result.output

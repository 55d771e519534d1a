from __future__ import annotations

import json
import tomllib
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import RGBColor

from spark_tools.wordfile.opening import open_word_file

ACCENT = "8A1538"
ONE_LINE = (
    *("--course-type", "individual", "--theme", "samarbejde", "--workplace", "Kløverskolen"),
    *(
        "--participants",
        "5",
        "--date",
        "2027-02-03",
        "--date",
        "2027-03-03",
        "--date",
        "2027-04-07",
    ),
)


def save_house(path: Path, colour: str = ACCENT) -> Path:
    made = docx.Document()
    for level in (1, 2, 3, 4):
        made.styles[f"Heading {level}"].font.color.rgb = RGBColor.from_string(colour)
    made.sections[0].footer.paragraphs[0].text = "{{ workplace }}\t\t{{ page_label }}"
    path.parent.mkdir(exist_ok=True)
    made.save(str(path))
    return path


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """An organisation's own Word file, beside the course folder."""
    return save_house(tmp_path / "kommune.docx")


@pytest.fixture
def without_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which LibreOffice is not installed."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("spark_tools.render.office.program._PLACES", {})


def accents(folder: Path) -> set[str]:
    """Give the colours that the headings of the Word files in *folder* have."""
    return {
        str(docx.Document(str(path)).styles["Heading 1"].font.color.rgb)
        for path in folder.rglob("*.docx")
        if path.name != "kommune.docx"
    }


def dressed(course: Path, words: str) -> Path:
    """Give *course* with these *words* under ``[house]``."""
    course.write_text(f"{course.read_text('utf-8')}\n[house]\n{words}\n", encoding="utf-8")
    return course


@pytest.mark.parametrize(
    ("name", "is_template"), [("vores.docx", False), ("vores.dotx", True), ("VORES.DOTX", True)]
)
def test_a_new_house_file_is_a_document_or_a_template(
    spark, tmp_path: Path, name: str, is_template: bool
) -> None:
    result = spark("house", "new", name)

    assert result.exit_code == 0, result.output
    assert result.stdout == (
        f"Wrote {name}. Make it your own in Word, then: spark check --house {name}\n"
    )
    assert open_word_file((tmp_path / name).read_bytes()).is_template is is_template


def test_what_comes_next_can_be_typed_as_it_stands(spark) -> None:
    result = spark("house", "new", "vores skabelon.docx")
    assert 'spark check --house "vores skabelon.docx"' in result.stdout


@pytest.mark.parametrize("name", ["vores.doc", "vores", "vores.docx.pdf"])
def test_another_ending_is_one_clear_message(spark, tmp_path: Path, name: str) -> None:
    result = spark("house", "new", name)

    assert result.exit_code == 1
    assert result.stderr == f"{name}: the name of a Word file ends in .docx or .dotx\n"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_kept_unless_it_is_to_be_replaced(spark, tmp_path: Path) -> None:
    (tmp_path / "vores.docx").write_text("min egen", encoding="utf-8")

    kept = spark("house", "new", "vores.docx")
    assert (kept.exit_code, kept.stderr) == (
        1,
        "vores.docx: is there already; --force replaces it\n",
    )
    assert (tmp_path / "vores.docx").read_text(encoding="utf-8") == "min egen"

    assert spark("house", "new", "vores.docx", "--force").exit_code == 0
    assert not open_word_file((tmp_path / "vores.docx").read_bytes()).is_template


def test_another_look_may_be_begun_with(spark, tmp_path: Path) -> None:
    spark("house", "new", "vores.docx", "--look", "large-print")
    assert docx.Document(str(tmp_path / "vores.docx")).styles["Table Text"].font.size.pt == 18

    unknown = spark("house", "new", "andres.docx", "--look", "huge-print")
    assert unknown.exit_code == 1
    assert "large-print" in unknown.stderr
    assert not (tmp_path / "andres.docx").exists()


def test_a_new_house_file_passes_and_can_be_planned_in(spark, tmp_path: Path) -> None:
    spark("house", "new", "vores.dotx")

    assert spark("check", "--house", "vores.dotx").exit_code == 0
    result = spark("plan", *ONE_LINE, "--house", "vores.dotx", "--format", "docx", "-o", "out")
    assert result.exit_code == 0, result.output
    assert accents(tmp_path / "out") == {"1D5560"}


def test_a_check_tells_what_is_found_and_borrowed(spark, house: Path) -> None:
    result = spark("check", "--house", "kommune.docx")

    assert result.exit_code == 0, result.output
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert lines[0] == "kommune.docx"
    assert f"headings #{ACCENT}" in lines[1]
    assert "Place for the text: at the end" in lines[2]
    assert "Filled in at the top and foot: {{ workplace }}, {{ page_label }}" in lines
    (roles,) = (line for line in lines if line.startswith("Roles: "))
    assert roles.endswith(" have a style of yours")
    (borrowed,) = (line for line in lines if line.startswith("Lead, "))
    assert "Caution" in borrowed.split(", ")
    assert any(line.endswith("more (--json)") for line in lines)
    assert "Mind:" not in result.stdout


def test_a_check_tells_which_of_the_houses_names_plays_a_role(spark, tmp_path: Path) -> None:
    made = docx.Document()
    made.styles.add_style("Faktaboks", WD_STYLE_TYPE.PARAGRAPH)
    made.save(str(tmp_path / "kommune.docx"))
    assert "Caution ← Faktaboks\n" in spark("check", "--house", "kommune.docx").stdout


def test_a_check_that_finds_flaws_says_so_and_exits_with_1(spark, tmp_path: Path) -> None:
    save_house(tmp_path / "kommune.docx", "FF9900")
    result = spark("check", "--house", "kommune.docx")

    assert result.exit_code == 1
    assert "Mind: “heading 1” is #FF9900 on #FFFFFF: contrast 2.14:1" in result.stdout
    assert "A document drawn in it has these flaws:" in result.stdout


def test_a_check_as_json_says_the_same(spark, house: Path, tmp_path: Path) -> None:
    result = spark("check", "--house", "kommune.docx", "--json")

    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert (told["file"], told["body"], told["flaws"]) == ("kommune.docx", False, [])
    assert told["text"]["accent"] == ACCENT
    assert told["placeholders"] == ["workplace", "page_label"]
    roles = {(each["kind"], each["role"]): each["style"] for each in told["roles"]}
    assert roles["paragraph", "heading 1"] == "heading 1"
    assert roles["table", "Agenda Table"] is None

    save_house(tmp_path / "kommune.docx", "FF9900")
    pale = spark("check", "--json", "--house", "kommune.docx")
    assert pale.exit_code == 1
    told = json.loads(pale.stdout)
    assert told["flaws"][0]["rule"] == "contrast"
    assert len(told["warnings"]) >= 1


@pytest.mark.parametrize("words", [(), ("--json",), ("--house", "kommune.docx", "andet.docx")])
def test_paths_or_a_house_file_and_not_both(spark, house: Path, words: tuple[str, ...]) -> None:
    result = spark("check", *words)

    assert result.exit_code == 2
    assert "name either paths to check, or a Word file with --house" in result.stderr


def test_a_house_file_that_is_not_there_is_one_clear_message(spark) -> None:
    result = spark("check", "--house", "mangler.docx")
    assert (result.exit_code, result.stderr) == (1, "mangler.docx: there is no such file\n")


def test_a_course_is_drawn_in_the_organisations_own_word_file(
    spark, house: Path, tmp_path: Path, without_office
) -> None:
    result = spark("plan", *ONE_LINE, "--house", "kommune.docx", "-o", "out")

    assert result.exit_code == 0, result.output
    assert accents(tmp_path / "out") == {ACCENT}
    assert {path.suffix for path in (tmp_path / "out").rglob("*.*")} == {".docx", ".json", ".toml"}
    assert result.stderr.count("install it, or print the Word files") == 1


def test_pdf_that_is_asked_for_without_libreoffice_is_a_fault_and_nothing_is_written(
    spark, house: Path, tmp_path: Path, without_office
) -> None:
    words = (*ONE_LINE, "--house", "kommune.docx", "--format", "docx,pdf", "-o", "out")
    result = spark("plan", *words)

    assert result.exit_code == 1
    assert "LibreOffice, which is not installed here" in result.stderr
    assert not (tmp_path / "out").exists()


def test_pdf_in_a_look_of_ours_needs_no_libreoffice(spark, tmp_path: Path, without_office) -> None:
    pytest.importorskip("typst")
    result = spark("handout", "siden sidst", "--format", "pdf", "-o", "ark")

    assert result.exit_code == 0, result.output
    assert list((tmp_path / "ark").glob("*.pdf"))


def test_a_libreoffice_that_makes_nothing_is_a_fault_and_nothing_is_written(
    spark, house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "soffice").write_text("#!/bin/sh\nexit 0\n")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    result = spark("handout", "siden sidst", "--house", "kommune.docx", "-o", "ark")

    assert result.exit_code == 1
    assert "did not make the PDF files" in result.stderr
    assert not (tmp_path / "ark").exists()


def test_an_exercise_is_drawn_in_the_organisations_own_word_file(
    spark, house: Path, tmp_path: Path
) -> None:
    words = ("--house", "kommune.docx", "--format", "docx", "-o", "ark")
    result = spark("handout", "prøvehandlinger", *words)

    assert result.exit_code == 0, result.output
    assert accents(tmp_path / "ark") == {ACCENT}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--house", "mangler.docx"), "mangler.docx: there is no such file"),
        (("--house", "tekst.docx"), "tekst.docx: it is not a Word file"),
        (("--house", "kommune.docx", "--look", "large-print"), "--look: a Word file of your own"),
    ],
)
def test_an_exercise_in_what_cannot_be_used_is_one_clear_message(
    spark, house: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / "tekst.docx").write_text("Kære alle", encoding="utf-8")
    result = spark("handout", "prøvehandlinger", *words, "-o", "ark")

    assert result.exit_code == 1
    assert result.stderr.startswith(said)
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "ark").exists()


def test_a_house_file_is_named_from_the_course_files_own_folder(spark, course: Path) -> None:
    save_house(course.parent / "hus" / "kommune.docx")
    dressed(course, 'file = "hus/kommune.docx"')
    result = spark("plan", str(course), "--format", "docx")

    assert result.exit_code == 0, result.output
    assert accents(course.parent) == {ACCENT}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('file = "mangler.docx"', "there is no such file: "),
        ('flie = "kommune.docx"', 'there is no key "flie". Did you mean "file"?'),
        ('look = "large-print"\nfile = "course.toml"', "a Word file of your own is a look"),
    ],
)
def test_what_is_wrong_in_the_course_file_is_told_with_its_line(
    spark, course: Path, words: str, said: str
) -> None:
    line = course.read_text(encoding="utf-8").count("\n") + 3
    result = spark("plan", str(dressed(course, words)), "--format", "docx")

    assert result.exit_code == 1
    assert result.stderr.startswith(f"{course}:{line}: {said}")
    assert len(result.stderr.splitlines()) == 1
    assert [path.name for path in course.parent.iterdir()] == ["course.toml"]


@pytest.mark.parametrize("command", ["plan", "check"])
def test_a_word_file_that_cannot_be_used_is_told_with_the_line_that_names_it(
    spark, course: Path, command: str
) -> None:
    line = course.read_text(encoding="utf-8").count("\n") + 3
    house = course.parent / "kommune.docx"
    house.write_text("Kære alle", encoding="utf-8")
    result = spark(command, str(dressed(course, 'file = "kommune.docx"')))

    assert result.exit_code == 1
    assert result.stderr == f"{course}:{line}: {house}: it is not a Word file\n"


def test_a_course_in_a_word_file_of_its_own_is_without_faults(spark, course: Path) -> None:
    save_house(course.parent / "hus" / "kommune.docx")
    dressed(course, 'file = "hus/kommune.docx"')

    assert spark("check", str(course)).stdout == "1 file without faults\n"


def test_a_house_file_on_the_command_line_goes_before_the_course_files(
    spark, house: Path, course: Path
) -> None:
    dressed(course, 'file = "mangler.docx"')
    result = spark("plan", str(course), "--house", "kommune.docx", "--format", "docx")

    assert result.exit_code == 0, result.output
    assert accents(course.parent) == {ACCENT}


def test_a_look_on_the_command_line_goes_before_the_course_files_word_file(
    spark, course: Path
) -> None:
    save_house(course.parent / "hus" / "kommune.docx")
    dressed(course, 'file = "hus/kommune.docx"')
    result = spark("plan", str(course), "--look", "large-print", "--format", "docx")

    assert result.exit_code == 0, result.output
    assert accents(course.parent) == {"0F3F48"}


def test_a_new_course_remembers_its_house_file_from_wherever_it_is_planned(
    spark, house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = spark("new", "lindehaven", *ONE_LINE, "--house", "kommune.docx")
    assert result.exit_code == 0, result.output
    written = tomllib.loads((tmp_path / "lindehaven/course.toml").read_text(encoding="utf-8"))
    assert written["house"] == {"file": str(house)}

    monkeypatch.chdir(tmp_path / "lindehaven")
    assert spark("plan", "--format", "docx").exit_code == 0
    assert accents(tmp_path / "lindehaven") == {ACCENT}


def test_a_new_course_in_a_word_file_that_is_not_there_is_not_begun(spark, tmp_path: Path) -> None:
    result = spark("new", "lindehaven", *ONE_LINE, "--house", "mangler.docx")

    assert result.exit_code == 1
    assert result.stderr == f"--house: there is no such file: {tmp_path / 'mangler.docx'}\n"
    assert list(tmp_path.iterdir()) == []


def test_a_course_whose_word_file_cannot_be_used_is_not_drawn(spark, tmp_path: Path) -> None:
    (tmp_path / "tekst.docx").write_text("Kære alle", encoding="utf-8")
    result = spark("plan", *ONE_LINE, "--house", "tekst.docx", "-o", "out")

    assert result.exit_code == 1
    assert result.stderr == f"--house: {tmp_path / 'tekst.docx'}: it is not a Word file\n"
    assert not (tmp_path / "out").exists()


def test_a_dane_is_told_the_danish_names(spark, house: Path, monkeypatch) -> None:
    monkeypatch.setenv("SPARK_LANG", "da")
    shown = spark("check", "--house", "kommune.docx").stdout
    assert "Manchet, Bemærkning, Obs" in shown


def test_words_of_its_own_are_told(spark, tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Udkast fra Børneforvaltningen")
    made.save(str(tmp_path / "kommune.docx"))
    shown = spark("check", "--house", "kommune.docx").stdout
    assert "Comes with every document: “Udkast fra Børneforvaltningen”" in shown


def test_drawing_in_a_file_that_is_hard_to_read_says_so(spark, tmp_path: Path) -> None:
    made = docx.Document()
    made.styles["Normal"].font.color.rgb = RGBColor(0xBB, 0xBB, 0xBB)
    made.save(str(tmp_path / "bleg.docx"))
    result = spark("handout", "check-in", "--house", "bleg.docx", "--format", "docx", "-o", "ud")
    assert result.exit_code == 0, result.output
    assert "to mind. See: spark check --house bleg.docx" in result.stderr

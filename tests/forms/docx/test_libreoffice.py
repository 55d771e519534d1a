"""Sheets that LibreOffice has saved: every answer is where it belongs."""

import random
import subprocess
from functools import cache

import pytest

from spark_tools.content.load import load_library
from spark_tools.document.form import fields
from spark_tools.document.tool import tool_documents
from spark_tools.forms.docx.answers import FoundBy
from spark_tools.model import Document, FieldKind
from spark_tools.plugin.loading import load_plugins

pytestmark = pytest.mark.needs("soffice")

WORDS = ("Blåbærgrød", "»citat«", '"A"', "'æøå'", "& <b>", "{{x}}", "ÆØÅ", "–", "1. a", "é", "☐")
ROUTES = ("docx", "odt and docx")


@cache
def documents() -> dict[str, Document]:
    """All the sheets of all bundled tools, by what they are called."""
    library = load_library(load_plugins(strict=True))
    entries = (entry for exercise in library.exercises for entry in tool_documents(exercise, "da"))
    return {entry.exercise: entry.document for entry in entries if fields(entry.document)}


def random_answer(field, dice):
    match field.kind:
        case FieldKind.CHECK:
            return dice.choice(("", "x"))
        case FieldKind.CHOICE:
            return dice.choice(("", *field.choices))
        case FieldKind.DATE:
            return dice.choice(("", "2027-03-03", "2028-02-29"))
        case FieldKind.TEXT:
            return " ".join(dice.choices(WORDS, k=dice.randrange(4)))
        case _:
            lines = [" ".join(dice.choices(WORDS, k=3)) for _ in range(dice.randrange(4))]
            return "\n".join(lines)


def random_answers(form, seed):
    dice = random.Random(seed)
    return {field.key: random_answer(field, dice) or field.value for field in form.fields}


@pytest.fixture(scope="module")
def sheets(drawn, card):
    """Every sheet filled in, the card with every kind of field once more, and once empty."""
    all_drawn = {name: drawn(document=document) for name, document in documents().items()}
    all_drawn |= {"card": card, "another-card": card}
    filled = {
        name: (worksheet, random_answers(worksheet.form, name))
        for name, worksheet in all_drawn.items()
    }
    return filled | {"empty": (card, {field.key: field.value for field in card.form.fields})}


@pytest.fixture(scope="module")
def saved(sheets, tmp_path_factory):
    """What LibreOffice makes of all sheets, by route and name; it is started once a format."""
    root = tmp_path_factory.mktemp("office")
    files = []
    for name, (worksheet, answers) in sheets.items():
        files.append(root / f"{name}.docx")
        files[-1].write_bytes(worksheet.filled(answers).content)

    def save(paths, suffix, folder):
        command = ["soffice", f"-env:UserInstallation={(root / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", suffix, "--outdir", str(root / folder), *map(str, paths)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return [root / folder / f"{path.stem}.{suffix}" for path in paths]

    routes = {
        "docx": save(files, "docx", "docx"),
        "odt and docx": save(save(files, "odt", "odt"), "docx", "odt-docx"),
    }
    return {(route, path.stem): path for route, paths in routes.items() for path in paths}


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("name", ["card", "another-card", "empty", *documents()])
def test_every_answer_survives_libreoffice(sheets, saved, route, name):
    worksheet, answers = sheets[name]
    sheet = type(worksheet)(saved[route, name].read_bytes(), worksheet.form).read()
    assert {each.field.key: each.value for each in sheet.answers} == answers
    assert all(each.understood for each in sheet.answers)
    assert {each.found for each in sheet.answers} <= {FoundBy.TAG, FoundBy.BOOKMARK}
    assert sheet.unplaced == ()

"""The Danish catalogue holds every word that documents are made with, and no other."""

import ast
import gettext
from pathlib import Path

from babel.messages.pofile import read_po

import spark_tools.document
from spark_tools.i18n import LOCALE_DIR

ROOM = Path(spark_tools.document.__file__).parent
CATALOGUE = Path(LOCALE_DIR) / "da" / "LC_MESSAGES" / "document.po"


def keys_in_the_source() -> set[str]:
    found: set[str] = set()
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                first = node.args[0]
                key = name == "words" or (name == "count" and len(node.args) == 3)
                if key and isinstance(first, ast.Constant):
                    found.add(first.value)
    return found - {"document"}


def test_every_word_has_a_danish_one_and_none_is_left_over():
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file)
    translated = {
        message.id[0] if message.pluralizable else message.id
        for message in catalogue
        if message.id and message.string and not message.fuzzy
    }
    assert translated == keys_in_the_source()


def test_the_compiled_catalogue_is_up_to_date():
    with CATALOGUE.open("rb") as file:
        written = {message.id: message.string for message in read_po(file) if message.id}
    danish = gettext.translation("document", LOCALE_DIR, languages=["da"])
    for key, value in written.items():
        if isinstance(key, tuple):
            assert (danish.ngettext(*key, 1), danish.ngettext(*key, 2)) == value
        else:
            assert danish.gettext(key) == value

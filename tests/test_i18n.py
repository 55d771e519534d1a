from __future__ import annotations

import re
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click
import pytest
import spark_tools_templates
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import spark_tools
from spark_tools.i18n import LOCALE_DIR, message_language, speaking, words

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

ROOT = Path(spark_tools.__file__).parent
CATALOGUES = sorted((Path(LOCALE_DIR) / "da" / "LC_MESSAGES").glob("*.po"))
TEMPLATES = Path(spark_tools_templates.__file__).parent
QUOTED = r'"([^"]*)"'
FIELD = re.compile(r"\{(\w+)(?:![rs])?\}")


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream) if path.suffix == ".po" else read_mo(stream)


def translations(path: Path) -> dict[object, object]:
    return {
        key: tuple(value) if isinstance(value, (list, tuple)) else value
        for message in catalogue(path)
        if (key := tuple(message.id) if isinstance(message.id, list) else message.id)
        for value in [message.string]
    }


def words_used_in(room: Path) -> set[object]:
    keywords = {"_": None, "say": None, "count": (1, 2)}
    found = extract_from_dir(str(room), keywords=keywords)
    return {message for _file, _line, message, _comments, _context in found}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_word_of_a_room_is_translated(path: Path) -> None:
    known = translations(path)
    untranslated = words_used_in(ROOT / path.stem) - {key for key, value in known.items() if value}

    assert untranslated == set()


@pytest.mark.parametrize(("folder", "room", "least"), [("web", "web", 100), ("project", "cli", 20)])
def test_every_word_of_the_templates_is_translated(folder: str, room: str, least: int) -> None:
    known = translations(Path(LOCALE_DIR) / "da" / "LC_MESSAGES" / f"{room}.po")
    used: set[object] = set()
    for template in (TEMPLATES / folder).rglob("*.j2"):
        written = template.read_text("utf-8")
        used |= set(re.findall(rf"\b_\(\s*{QUOTED}", written))
        used |= set(re.findall(rf"\b_\.count\(\s*{QUOTED},\s*{QUOTED}", written))

    assert len(used) >= least
    assert used - {key for key, value in known.items() if value} == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_the_compiled_catalogue_is_up_to_date(path: Path) -> None:
    assert translations(path.with_suffix(".mo")) == translations(path)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_fills_in_the_same_values(path: Path) -> None:
    for english, danish in translations(path).items():
        keys = english if isinstance(english, tuple) else (english,)
        values = danish if isinstance(danish, tuple) else (danish,)
        allowed = set(FIELD.findall(" ".join(map(str, keys))))
        for value in values:
            assert set(FIELD.findall(str(value))) <= allowed, english


def test_clicks_own_words_are_danish_too() -> None:
    known = translations(Path(LOCALE_DIR) / "da" / "LC_MESSAGES" / "cli.po")
    of_click = {
        message
        for _file, _line, message, _comments, _context in extract_from_dir(
            str(Path(click.__file__).parent),
            keywords={"_": None, "gettext": None, "ngettext": (1, 2)},
        )
    }

    assert of_click - {key for key, value in known.items() if value} == set()


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"SPARK_LANG": "da"}, "da"),
        ({"SPARK_LANG": "en", "LANG": "da_DK.UTF-8"}, "en"),
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LC_ALL": "C", "LANG": "da_DK.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_messages_follow_the_person_at_the_keyboard(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    for name in ("SPARK_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert message_language() == language


def test_values_are_filled_in_as_they_are() -> None:
    nasty = '{x} %s {{y}} "A"'

    assert words("cli", "en")("Wrote {path}", path=nasty) == f"Wrote {nasty}"


def test_whoever_is_spoken_to_hears_their_own_language() -> None:
    with speaking("da"):
        assert message_language() == "da"

    assert message_language() == "en"


def test_one_who_is_spoken_to_does_not_change_what_others_hear() -> None:
    heard: list[str] = []
    with speaking("da"):
        other = Thread(target=lambda: heard.append(message_language()))
        other.start()
        other.join()

    assert heard == ["en"]

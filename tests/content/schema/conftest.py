"""Schemas as validators, and the readers that they must agree with."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from spark_tools.content.brief import word_file
from spark_tools.content.brief_reading import BriefReading
from spark_tools.content.library import Library
from spark_tools.content.load import load_library
from spark_tools.content.schema import schema_files
from spark_tools.content.schema.json_schema import plain
from spark_tools.content.schema.kind import Kind
from spark_tools.content.schema.kinds import CONTENT, COURSE, KINDS
from spark_tools.content.table import Table
from spark_tools.content.toml_file import TomlFile, is_newer
from spark_tools.content.translation import HEAD, Translated, read_head
from spark_tools.forms.logbook.file import logbook_of
from spark_tools.forms.logbook.schema import LOGBOOK
from spark_tools.model import FaultError
from spark_tools.plugin.loading import load_plugins

Accepts = Callable[[str, Any], bool]
Messages = Callable[[Kind, Path, Any], list[str]]


@pytest.fixture(scope="session")
def accepts() -> Accepts:
    """Whether the schema of this name accepts what TOML gives for a file."""
    files = schema_files((*KINDS, LOGBOOK))
    schemas = {name.removesuffix(".schema.json"): json.loads(text) for name, text in files.items()}
    validators = {name: jsonschema_rs.Draft7Validator(one) for name, one in schemas.items()}
    return lambda name, data: bool(validators[name].is_valid(plain(data)))


@pytest.fixture(scope="session")
def bundled() -> Library:
    return load_library(load_plugins())


@pytest.fixture(scope="session")
def messages(bundled: Library, tmp_path_factory: pytest.TempPathFactory) -> Messages:
    """What the reader of a kind has to say of data in a file."""
    folder = tmp_path_factory.mktemp("course")
    (folder / "our-house.docx").touch()

    def found(kind: Kind, path: Path, data: Any) -> list[str]:
        file = TomlFile(path)
        file.data = data
        if not is_newer(file):
            table = Table(file, data)
            if kind is COURSE:
                house = partial(word_file, folder)
                BriefReading(table, bundled, house, lambda dress: None).brief()
            elif kind is LOGBOOK:
                try:
                    logbook_of(file)
                except FaultError as error:
                    return [fault.message for fault in error.faults]
            else:
                kind.read(table)
                table.close()
        return [fault.message for fault in file.faults()]

    return found


@pytest.fixture(scope="session")
def translation_messages() -> Callable[[Kind, Path, Any, Any], list[str]]:
    """What the reader of a kind has to say of a translation's data, beside the original's."""

    def found(kind: Kind, path: Path, original: Any, data: Any) -> list[str]:
        file = TomlFile(path)
        file.data = data
        if not is_newer(file):
            head = Table(file, {key: data[key] for key in HEAD if key in data})
            read_head(head)
            head.close()
            table = Translated(file, original, data)
            kind.read(table)
            table.close()
        return [fault.message for fault in file.faults()]

    return found


@pytest.fixture(scope="session")
def content() -> dict[str, Kind]:
    """The kinds of content, by the folders that they lie in."""
    return {kind.lies.partition("/")[0]: kind for kind in CONTENT}

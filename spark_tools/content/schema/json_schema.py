"""An outline as a JSON Schema, draft 07, which is what editors of TOML know.

A schema refuses nothing that the readers accept. Where they refuse more, such as a least
figure above the most, a schema cannot say so.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Container, Mapping, Sequence
from typing import Any

from spark_tools.content.schema.outline import Key, Outline, Type
from spark_tools.content.table import ID

Schema = dict[str, Any]
Shared = tuple[Sequence[Key], Schema, bool]

DIALECT = "http://json-schema.org/draft-07/schema#"

_SOMETHING = r"\S"
_ONE_LINE = r"^\s*\S[^\n]*\s*$"
_BLANK = r"^\s*$"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"(:00(\.0+)?)?"

_TYPES: Mapping[Type, Schema] = {
    Type.WORDS: {"type": "string", "pattern": _ONE_LINE},
    Type.PHRASE: {"type": "string", "pattern": _ONE_LINE},
    Type.LINE: {"type": "string", "pattern": _SOMETHING},
    Type.PROSE: {"type": "string", "pattern": _SOMETHING},
    Type.LETTERS: {"type": "string", "pattern": _ONE_LINE},
    Type.LONG_LETTERS: {"type": "string", "pattern": _SOMETHING},
    Type.PLAIN: {"type": "string", "pattern": _ONE_LINE},
    Type.FILE: {"type": "string"},
    Type.ID: {"type": "string", "pattern": f"^{ID}$"},
    Type.CHOICE: {"type": "string"},
    Type.NAME: {"type": "string"},
    Type.WHOLE: {"type": "integer"},
    Type.NUMBER: {"type": "number"},
    Type.YES_NO: {"type": "boolean"},
    Type.DATE: {"type": "string", "pattern": f"^{_DAY}$"},
    Type.MOMENT: {"type": "string", "pattern": f"^{_DAY}[Tt ][0-9]{{2}}:"},
    Type.CLOCK: {
        "type": "string",
        "pattern": rf"^\s*([01]?[0-9]|2[0-3])[:.][0-5][05]{_TIME}\s*$",
    },
}
"""A date or a time of TOML is a text to a schema."""


def json_schema(outline: Outline, title: str, meaning: str, *, blanks: bool = False) -> Schema:
    """Give the schema of files with *outline*; with *blanks*, an empty text counts as left out."""
    head = {"$schema": DIALECT, "title": title, "description": meaning}
    return head | _table(outline, blanks)


def plain(value: object) -> object:
    """Give *value* as JSON has it."""
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value


def _table(outline: Outline, blanks: bool) -> Schema:
    if outline.others:
        options = [_valued(key, blanks, blank=blanks) for key in outline.others]
        return {"type": "object", "additionalProperties": _any_of(options)}
    if not outline.by:
        return _closed(outline.keys, blanks)
    shared = _shared(list(outline.kinds.values()), blanks)
    deciding = [key for key in outline.keys if key.name == outline.by]
    properties = {name: _told(same) | schema for name, (same, schema, _) in shared.items()}
    return {
        "type": "object",
        "required": [outline.by],
        "properties": properties | {outline.by: properties[outline.by] | _told(deciding)},
        "allOf": [
            {
                "if": {"properties": {outline.by: {"const": kind}}, "required": [outline.by]},
                "then": _closed(keys, blanks, known={n for n, one in shared.items() if one[2]}),
            }
            for kind, keys in outline.kinds.items()
        ],
    }


def _closed(keys: Sequence[Key], blanks: bool, known: Container[str] = ()) -> Schema:
    """Give the schema of a table with *keys*; what *known* ones may be is said elsewhere."""
    schema: Schema = {"type": "object", "additionalProperties": False}
    if required := [key.name for key in keys if key.required]:
        schema["required"] = required
    schema["properties"] = {
        key.name: {} if key.name in known else _told([key]) | _property(key, blanks) for key in keys
    }
    either = [{"anyOf": [_has(key.name), _has(key.unless, 1)]} for key in keys if key.unless]
    return schema | ({"allOf": either} if either else {})


def _has(name: str, items: int = 0) -> Schema:
    filled = {"properties": {name: {"minItems": items}}} if items else {}
    return {"required": [name], **filled}


def _property(key: Key, blanks: bool) -> Schema:
    return _valued(key, blanks, blank=blanks and not key.required and key.type is not Type.ID)


def _valued(key: Key, blanks: bool, *, blank: bool = False) -> Schema:
    schema = _one(key, blanks)
    if key.depth == 0 and blank and key.type in (Type.LETTERS, Type.LONG_LETTERS):
        return {"type": "string"}
    if key.named:
        return {"type": ["object", "array"], "additionalProperties": schema, "items": schema}
    for level in range(key.depth):
        schema = {"type": "array", "items": schema}
        if level == 0 and key.type in (Type.CHOICE, Type.NAME):
            schema["uniqueItems"] = True
        if level == key.depth - 1 and key.filled:
            schema["minItems"] = 1
    return _or_blank(schema) if blank else schema


def _or_blank(schema: Schema) -> Schema:
    """Give *schema* with blank texts accepted, and its faults still told one by one."""
    type_ = schema.get("type", "string")
    if type_ == "string":
        return {"anyOf": [schema, {"type": "string", "pattern": _BLANK}]}
    return {**schema, "type": [type_, "string"], "pattern": _BLANK}


def _one(key: Key, blanks: bool) -> Schema:
    if key.table is not None:
        return _table(key.table, blanks)
    schema = dict(_TYPES[key.type])
    if key.choices:
        schema = {"enum": list(key.choices)}
    if key.ending:
        schema["pattern"] = rf"^[^/\\]*{re.escape(key.ending)}$"
    if key.least is not None:
        schema["minimum"] = key.least
    if key.most is not None:
        schema["maximum"] = key.most
    if key.step != 1:
        schema["multipleOf"] = key.step
    return schema


def _any_of(options: list[Schema]) -> Schema:
    return options[0] if len(options) == 1 else {"anyOf": options}


def _told(same: Sequence[Key]) -> Schema:
    """Give what an editor tells of a key, which several kinds of table may have."""
    first = same[0]
    told: Schema = {"description": " / ".join(dict.fromkeys(key.meaning for key in same))}
    if first.default is not None:
        told["default"] = plain(first.default)
    if first.example is not None and first.table is None:
        told["examples"] = [plain(first.example)]
    if first.table is not None and not (first.table.keys or first.table.others):
        told["x-taplo"] = {"hidden": True}
    return told


def _shared(kinds: Sequence[Sequence[Key]], blanks: bool) -> dict[str, Shared]:
    """Give each key that any of *kinds* has, its schema, and whether that says it all.

    Editors look for keys here, and not behind a condition. Where the kinds do not agree, the
    schema only names what is below.
    """
    found: dict[str, list[Key]] = {}
    for keys in kinds:
        for key in keys:
            found.setdefault(key.name, []).append(key)
    return {name: (same, *_common(same, blanks)) for name, same in found.items()}


def _common(same: Sequence[Key], blanks: bool) -> tuple[Schema, bool]:
    schemas = [_property(key, blanks) for key in same]
    if all(schema == schemas[0] for schema in schemas):
        return schemas[0], True
    tables = [key.table.keys for key in same if key.table is not None]
    shared = _shared(tables, blanks)
    names = {name: _told(keys) | schema for name, (keys, schema, _) in shared.items()}
    return {"items": {"properties": names}} if names else {}, False

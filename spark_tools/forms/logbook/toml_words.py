"""Values as TOML: one line where it can be, and always what reads back equal."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping, Sequence

Value = str | int | bool | datetime.date | datetime.datetime | Sequence[str]
"""What a key of the logbook can hold, but for a table."""

LONGEST = 88
"""A list that makes a longer line than this stands with one item a line."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def as_lines(values: Mapping[str, Value]) -> str:
    """Give a line for each key, every line ended."""
    return "".join(f"{as_key(key)} = {as_value(value)}\n" for key, value in values.items())


def as_key(key: str) -> str:
    """Give *key* with quotation marks where it needs them."""
    return key if _BARE.fullmatch(key) else _quoted(key)


def as_value(value: Value) -> str:
    """Give *value* as it is written after an equals sign; text of several lines keeps them."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case datetime.date():
            return value.isoformat()
        case str():
            return _several_lines(value) if "\n" in value else _quoted(value)
    items = [_quoted(item) for item in value]
    if sum(map(len, items)) <= LONGEST:
        return f"[{', '.join(items)}]"
    return "[\n" + "".join(f"  {item},\n" for item in items) + "]"


def _several_lines(value: str) -> str:
    inside = "\n".join(_quoted(line)[1:-1] for line in value.split("\n"))
    plain = inside.replace('\\"', '"')
    if '"""' not in plain and not plain.endswith('"'):
        inside = plain
    return f'"""\n{inside}"""'


def _quoted(value: str) -> str:
    # A JSON string is a TOML basic string but for DEL, which TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")

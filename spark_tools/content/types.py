"""The types of TOML values, by the names a writer knows; nothing is ever converted."""

from __future__ import annotations

import datetime
import math

from spark_tools.content.wording import say


def of_type(value: object, wanted: str) -> bool:
    """Whether *value* is of the type called *wanted*; true is no number."""
    match wanted:
        case "text":
            return isinstance(value, str)
        case "whole number":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            if isinstance(value, float):
                return math.isfinite(value)
            return isinstance(value, int) and not isinstance(value, bool)
        case "true or false":
            return isinstance(value, bool)
        case "list":
            return isinstance(value, list)
        case "table":
            return isinstance(value, dict)
        case "date and time":
            return isinstance(value, datetime.datetime)
        case _:
            return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


def type_name(wanted: str) -> str:
    """Give the name of a type with its article, in the reader's language."""
    names = {
        "text": say("text in quotation marks"),
        "whole number": say("a whole number"),
        "number": say("a number"),
        "true or false": say("true or false"),
        "list": say("a list in [ ]"),
        "table": say("a table in { }"),
        "date": say("a date without quotation marks, such as 2027-02-03"),
        "date and time": say("a date and a time of day, such as 2027-02-03T09:00:00"),
    }
    return names[wanted]


def found_name(value: object) -> str:
    """Give the name of the type that *value* has."""
    match value:
        case bool():
            return say("true or false")
        case str():
            return say("text")
        case int():
            return say("a whole number")
        case float():
            return say("a number with decimals")
        case list():
            return say("a list")
        case dict():
            return say("a table")
        case datetime.datetime():
            return say("a date with a time of day")
        case datetime.date():
            return say("a date")
    return say("a time of day")

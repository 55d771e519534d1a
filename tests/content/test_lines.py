"""Every key and value of a TOML file is found on its line, however it is written."""

import pytest
import tomli

from spark_tools.content.lines import Lines
from spark_tools.plugin.loading import load_plugins

ODD = '''\
# a comment with [brackets] = "and" more
plain = 1   # and another ]
"quoted key" = 'literal # no comment'
dotted.inner . deep = true
when = 2027-02-03 09:00:00
list = [
  1, # one ]
  [2, 3],
  { a = "x, }", b = [4,
    5] },
]
text = """
first \\
  ""quoted"" line
last"""
raw = \'\'\'
it's [here]\'\'\'

[table]
key = { inner = { leaf = 1 } }

[[many]]
id = "a"
[[many.nested]]
id = "a1"
[[many.nested]]
id = "a2"
[many.sub]
x = 1

[[many]]
id = "b"
[[many.nested]]
id = "b1"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("plain",), 2),
        (("quoted key",), 3),
        (("dotted", "inner", "deep"), 4),
        (("when",), 5),
        (("list",), 6),
        (("list", 0), 7),
        (("list", 1, 1), 8),
        (("list", 2, "b"), 9),
        (("list", 2, "b", 1), 10),
        (("text",), 12),
        (("raw",), 16),
        (("table",), 19),
        (("table", "key", "inner", "leaf"), 20),
        (("many", 0), 22),
        (("many", 0, "nested", 0, "id"), 25),
        (("many", 0, "nested", 1), 26),
        (("many", 0, "sub", "x"), 29),
        (("many", 1, "id"), 32),
        (("many", 1, "nested", 0, "id"), 34),
        (("many", 1, "nested", 0, "missing"), 33),
        (("nowhere", 3), 1),
    ],
)
def test_a_path_is_found_on_its_line(path, line):
    assert tomli.loads(ODD)
    assert Lines(ODD).line(path) == line


def test_a_word_is_found_inside_the_text_that_holds_it():
    assert Lines(ODD).line(("text",), "line") == 14
    assert Lines(ODD).line(("text",), "not there") == 12


def test_every_key_of_the_bundled_content_is_found_on_its_line():
    folders = [folder for _, folder in load_plugins().gather("spark_content_dirs")]
    sources = [path.read_text("utf-8") for folder in folders for path in folder.rglob("*.toml")]
    assert sources
    for source in sources:
        rows, places = source.split("\n"), Lines(source)
        for path in paths(tomli.loads(source)):
            assert str(path[-1]) in rows[places.line(path) - 1]


def paths(value, path=()):
    """Give the path of each key in *value*."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from paths(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from paths(inner, (*path, number))

from __future__ import annotations

import re
from pathlib import Path

import spark_tools_templates

from spark_tools.i18n import words

TEMPLATES = Path(spark_tools_templates.__file__).parent / "preview"
QUOTED = r'"([^"]*)"'


def test_every_word_of_the_page_is_danish_for_a_dane() -> None:
    _ = words("preview", "da")
    written = (TEMPLATES / "page.html.j2").read_text("utf-8")
    single = re.findall(rf"\b_\({QUOTED}", written)
    counted = re.findall(rf"\b_\.count\({QUOTED}, {QUOTED}", written)

    assert len(single) > 5
    assert [each for each in single if _(each) == each] == []
    assert [one for one, many in counted if _.count(one, many, 1) == one.format(n=1)] == []

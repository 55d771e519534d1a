from __future__ import annotations

import pytest

from spark_tools.web.media import media_type
from spark_tools.web.toolbox import Toolbox


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "ark.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("ARK.PDF", "application/pdf"),
        ("ark.stor.html", "text/html; charset=utf-8"),
        ("ark-1.png", "image/png"),
        ("noter.txt", "text/plain"),
        ("ark.unheard-of", "application/octet-stream"),
        ("", "application/octet-stream"),
    ],
)
def test_the_ending_of_a_name_tells_what_it_is(name: str, expected: str) -> None:
    assert media_type(name) == expected


def test_every_bundled_format_has_a_type_that_no_machine_decides(
    toolbox: Toolbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("spark_tools.web.media.guess_type", lambda _: (None, None))

    for renderer in toolbox.renderers.values():
        assert media_type(f"a.{renderer.suffix}") != "application/octet-stream"

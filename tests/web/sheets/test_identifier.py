from __future__ import annotations

import pytest

from spark_tools.web.sheets.identifier import Origin, origin_of


@pytest.mark.parametrize(
    ("identifier", "origin"),
    [
        ("cards.2/worksheets", Origin("worksheets", "cards", "cards.2")),
        ("cards.2/posters/zones", Origin("posters", "cards", "cards.2")),
        ("cards.2/worksheets/0f3a", Origin("worksheets", "cards", "cards.2")),
        ("1db8/worksheets/2/cards", Origin("worksheets", "cards", course="1db8", meeting=2)),
        ("1db8/posters/2/cards/zones", Origin("posters", "cards", course="1db8", meeting=2)),
        ("1db8/interval/1", Origin("interval", course="1db8", meeting=1)),
        ("1db8/interval/1/0f3a", Origin("interval", "0f3a", course="1db8", meeting=1)),
        ("1db8/overview/course", Origin("overview", course="1db8")),
        ("", Origin()),
        ("a letter", Origin()),
        ("1db8/interval/٣", Origin("interval", course="1db8")),
        ("1db8/interval/99999999", Origin("interval", course="1db8")),
    ],
)
def test_an_identifier_tells_where_a_document_is_from(identifier: str, origin: Origin) -> None:
    assert origin_of(identifier) == origin

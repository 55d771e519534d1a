"""Pictures: what their templates cannot do, when they are read and when they are drawn."""

from __future__ import annotations

import pytest

from spark_tools.content.picture import fill_svg, svg_problems
from spark_tools.model import VARIABLES

VALUES = {name: 7 if name.startswith("participants.") else "Lindehaven" for name in VARIABLES}


def svg(inside):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'


@pytest.mark.parametrize(
    "inside",
    [
        "{% set x = 9 %}" + "{% set x = x * x %}" * 26 + "{{ x }}",
        "{% set x = 1000000 * 1000000 * 10 %}",
        "{{ 99999999999999 - 1 }}",
        '{{ "%300000000d" % 5 }}',
        '{{ 5 | round(1000000000, "ceil") }}',
        '{{ 5 | round(precision=1000000000, method="ceil") }}',
        "{{ 5 | round(participants.count) }}",
    ],
)
def test_a_template_does_not_reckon_without_end(inside):
    assert svg_problems(svg(inside))


@pytest.mark.parametrize(
    ("inside", "drawn"),
    [
        ("{{ participants.count * 1000 // 3 % 5 }}", "3"),
        ("{{ 10 / 4 - 1 }}", "1.5"),
        ('{{ 7.25 | round(1) }} {{ 7.25 | round(0, "floor") | int }}', "7.2 7"),
        ("{{ 1000000 * 1000000 }}", "1000000000000"),
    ],
)
def test_a_template_reckons(inside, drawn):
    assert svg_problems(svg(inside)) == []
    assert fill_svg(svg(inside), VALUES) == svg(drawn)

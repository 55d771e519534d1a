"""Pictures: what their templates cannot do, when they are read and when they are drawn."""

from __future__ import annotations

import pytest

from spark_tools.content.picture import fill_svg, svg_problems
from spark_tools.model import VARIABLES, FaultError

VALUES = {name: 7 if name.startswith("participants.") else "Lindehaven" for name in VARIABLES}
FILE = '<image href="/any/file.png"/>'
OTHERWISE = "{{% if participants.count != 4 %}}{}{{% endif %}}"


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


OUTSIDE = [
    '<rect fill="url(file:///any/file.svg#a)"/>',
    "<rect fill=\"URL( 'http://example.org/a.svg#a')\"/>",
    '<rect style="fill: red; background: url(http://example.org/x.png)"/>',
    '<rect style="fill: \\75rl(http://example.org/x.png)"/>',
    '<rect style="mask-image: image-set(&quot;http://example.org/x.png&quot; 1x)"/>',
    "<style>@import url(http://example.org/x.css);</style>",
    '<style>@IMPORT "http://example.org/x.css";</style>',
    "<style>rect { fill: <![CDATA[u]]>rl(http://example.org/x.svg) }</style>",
    '<image><set attributeName="href" to="http://example.org/x.png"/></image>',
]


@pytest.mark.parametrize("inside", OUTSIDE)
def test_a_picture_refers_to_nothing_outside_itself(inside):
    ((line, message),) = svg_problems(svg("\n" + inside))
    assert line == 2
    assert message


@pytest.mark.parametrize(
    "inside",
    [
        '<rect fill="url(#a)" style="stroke: url( \'#a\' )"/>',
        '<rect style="mask: url(data:image/png;base64,AAAA)"/>',
        "<style>rect { fill: url(#a) }</style>",
        "<text>url(http://example.org) and @import</text>",
    ],
)
def test_a_picture_refers_to_its_own_parts(inside):
    assert svg_problems(svg(inside)) == []


@pytest.mark.parametrize("inside", [FILE, "<script>1</script>", *OUTSIDE])
def test_what_is_drawn_is_checked_too(inside):
    source = svg(OTHERWISE.format(inside))
    assert svg_problems(source) == []
    with pytest.raises(FaultError):
        fill_svg(source, VALUES)


def test_a_template_that_breaks_when_it_is_drawn_is_a_fault():
    with pytest.raises(FaultError, match="zero"):
        fill_svg(svg(OTHERWISE.format("{{ 1 / 0 }}")), VALUES)

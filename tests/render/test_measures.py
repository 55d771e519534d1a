"""The measures of a look: one file for all formats, and little to write."""

import json
from pathlib import Path

import pytest
import spark_tools_templates

from spark_tools.model import FaultError, Look
from spark_tools.render.measures import measures

BUNDLED = Path(spark_tools_templates.__file__).parent
LARGE = BUNDLED / "looks" / "large-print"


@pytest.fixture
def laid_over(tmp_path):
    """What gives the measures of the bundled look with this file laid over it."""

    def read(own: object) -> dict:
        words = own if isinstance(own, str) else json.dumps(own)
        (tmp_path / "look.json").write_text(words, encoding="utf-8")
        return measures(Look((tmp_path, BUNDLED)))

    return read


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_a_look_says_only_what_it_changes(laid_over):
    bundled = measures(Look((BUNDLED,)))
    own = laid_over({"colours": {"accent": "#7A1F3D"}, "air": 1.5})
    assert own["colours"] == {**bundled["colours"], "accent": "#7A1F3D"}
    assert {**own, "colours": 0, "air": 0} == {**bundled, "colours": 0, "air": 0}
    assert own["air"] == 1.5


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"sizes": {"bodi": 12}}, 'no measure called “sizes.bodi”. Did you mean "body"?'),
        ({"sizes": {"body": "12"}}, "“sizes.body” should be a number above 0"),
        ({"sizes": {"body": True}}, "“sizes.body” should be a number above 0"),
        ({"sizes": {"body": -1}}, "“sizes.body” should be a number above 0"),
        ('{"air": NaN}', "“air” should be a number above 0"),
        ({"a3": 1.2}, "“a3” should be a group of measures in braces"),
        ({"sizes": 12}, "“sizes” should be a group of measures in braces"),
        ({"font": 12}, "“font” should be words in quotation marks"),
        ({"colours": {"ink": "black"}}, "“colours.ink” should be a colour such as #1D5560"),
        ("{", "this is not JSON"),
        ("[]", "“look.json” should be a group of measures in braces"),
    ],
)
def test_what_is_wrong_in_a_look_is_said_with_its_place(laid_over, tmp_path, own, said):
    with pytest.raises(FaultError) as raised:
        laid_over(own)
    (fault,) = raised.value.faults
    assert said in fault.message
    assert fault.file == str(tmp_path / "look.json")


def test_every_fault_is_said_at_once(laid_over):
    with pytest.raises(FaultError) as raised:
        laid_over({"air": 0, "colours": {"ink": "#12345"}, "paper": "A4"})
    assert len(raised.value.faults) == 3


def test_a_look_without_measures_says_so(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"look\.json"):
        measures(Look((tmp_path,)))


@pytest.mark.parametrize(("folders", "least"), [((BUNDLED,), 4.5), ((LARGE, BUNDLED), 7)])
def test_every_colour_of_text_can_be_read(folders, least):
    look = measures(Look(folders))
    for colours in (look["colours"], look["dark"]):
        for word in ("ink", "accent", "grey", "prompt"):
            assert contrast(colours[word], colours["paper"]) >= least, word
        for word in ("ink", "accent"):
            assert contrast(colours[word], colours["tint"]) >= min(least, 7), word


def test_large_print_is_large():
    sizes = measures(Look((LARGE, BUNDLED)))["sizes"]
    assert sizes["body"] == 18
    assert min(sizes["small"], sizes["time"], sizes["heading"]) >= 16
    assert sizes["prompt"] >= 14

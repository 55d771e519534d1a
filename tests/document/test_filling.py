"""A picture that goes wrong only with some courses' values: the command says whose it is."""

from __future__ import annotations

import pytest

from tests.contents import EXERCISE

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    "{% if participants.count != 4 %}<script>1</script>{% endif %}</svg>"
)


@pytest.fixture
def plugins(tmp_path, monkeypatch):
    monkeypatch.setenv("SPARK_LANG", "en")
    folder = tmp_path / "plugins" / "mine" / "exercises"
    folder.mkdir(parents=True)
    (folder / "look.toml").write_text(EXERCISE.replace("ID", "look"), "utf-8")
    (folder / "pic.svg").write_text(SVG, "utf-8")
    return tmp_path / "plugins"


COURSE = (
    *("plan", "--course-type", "individual", "--theme", "samarbejde", "--workplace", "Lindehaven"),
    *("--include", "look", "--format", "html", "--participants"),
)


def test_the_sheet_the_exercise_and_the_plugin_are_named(plugins, invoke, tmp_path):
    where = tmp_path / "out"
    result = invoke("--plugins-dir", str(plugins), *COURSE, "5", "-o", str(where))
    assert result.exit_code == 1
    assert "the sheet “Ark” of the exercise “look” from the plugin mine" in result.stderr
    assert "<script> is not supported in a picture" in result.stderr
    assert "Traceback" not in result.stderr
    assert not where.exists()

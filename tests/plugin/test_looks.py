"""A look is a folder of data, chosen by name."""

import pytest

from spark_tools.model import FaultError
from spark_tools.plugin.loading import load_plugins

PLUGIN = (
    "from pathlib import Path\nfrom spark_tools.plugin import hookimpl\n"
    "@hookimpl\ndef spark_template_dirs():\n    return [Path(__file__).parent]\n"
)


def test_the_house_look_is_the_template_folders_themselves():
    plugins = load_plugins()
    assert plugins.look(name="house") == plugins.look()


def test_the_folders_of_a_look_come_before_all_others(folder, tmp_path):
    root = folder({"mine/__init__.py": PLUGIN, "mine/looks/large-print/look.json": "{}"})
    dirs = load_plugins(root).look([tmp_path], "large-print").template_dirs
    *looks, first, mine, bundled = dirs
    assert (first, mine, bundled.name) == (tmp_path, root / "mine", "spark_tools_templates")
    assert looks == [mine / "looks/large-print", bundled / "looks/large-print"]


def test_a_plugin_may_bring_a_look_of_its_own(folder):
    root = folder({"mine/__init__.py": PLUGIN, "mine/looks/quiet/look.json": "{}"})
    assert load_plugins(root).look(name="Quiet").template_dirs[0] == root / "mine/looks/quiet"


def test_a_look_needs_no_python(folder):
    root = folder({"looks/quiet/look.json": "{}", "more/looks/loud/look.json": "{}"})
    plugins = load_plugins(root)
    assert plugins.failures == ()
    assert plugins.look(name="quiet").template_dirs[0] == root / "looks/quiet"
    assert plugins.look(name="loud").template_dirs[0] == root / "more/looks/loud"


def test_the_beginning_of_a_name_will_do():
    plugins = load_plugins()
    assert plugins.look(name="large") == plugins.look(name="large-print")


@pytest.mark.parametrize("name", ["larg-print", "", "..", "large-print/word"])
def test_an_unknown_look_is_a_fault_that_lists_those_there_are(name):
    with pytest.raises(FaultError, match="there is house, large-print") as raised:
        load_plugins().look(name=name)
    meant = '(did you mean "large-print"?)'
    assert (meant in str(raised.value)) == name.startswith("larg")


def test_a_beginning_that_two_looks_share_is_a_fault(folder):
    root = folder({"mine/__init__.py": PLUGIN, "mine/looks/large-paper/look.json": "{}"})
    with pytest.raises(FaultError, match="could be large-paper, large-print"):
        load_plugins(root).look(name="large-p")

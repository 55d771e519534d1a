"""Plugins made for one test: installed distributions and local files."""

import sys

import pytest

from spark_tools.plugin.loading import load_plugins


@pytest.fixture(autouse=True)
def _no_plugins_from_outside(monkeypatch):
    for name in ("SPARK_TOOLS_PLUGINS", "SPARK_TOOLS_BLOCK", "SPARK_TOOLS_STRICT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SPARK_LANG", "en")


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Put a distribution with one plugin module on the path, as an installer would."""
    site = tmp_path / "site"
    (site / "mine").mkdir(parents=True)
    (site / "mine" / "look.json").write_text("{}")
    monkeypatch.syspath_prepend(str(site))

    def install(name, source, module=None):
        module = module or name.replace("-", "_")
        (site / f"{module}.py").write_text(source, encoding="utf-8")
        info = site / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[spark_tools]\n{name} = {module}\n")
        monkeypatch.delitem(sys.modules, module, raising=False)

    yield install
    for path in site.glob("*.py"):
        sys.modules.pop(path.stem, None)


@pytest.fixture
def mine(tmp_path):
    """Give the folder of templates that lies beside installed plugins."""
    return tmp_path / "site" / "mine"


@pytest.fixture
def folder(tmp_path):
    """Write files into a plugins folder and give the folder."""
    root = tmp_path / "plugins"
    root.mkdir()

    def write(files):
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return root

    yield write
    for name in [name for name in sys.modules if name.startswith("spark_tools_local_")]:
        del sys.modules[name]


@pytest.fixture
def failures():
    """Load plugins and give them with their failures by plugin."""

    def load(*args, **kwargs):
        plugins = load_plugins(*args, **kwargs)
        return plugins, {failure.plugin: failure for failure in plugins.failures}

    return load

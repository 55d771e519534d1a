"""A folder of plugins needs no installing, and one that holds only TOML no Python."""

import os
from pathlib import Path

from spark_tools.content.load import load_library
from spark_tools.plugin.loading import load_plugins
from tests.contents import THEME

HEAD = "from pathlib import Path\nfrom spark_tools.plugin import hookimpl\n"


def local(plugins):
    return {plugin.name: plugin for plugin in plugins.loaded if plugin.kind == "folder"}


def test_files_packages_and_toml_folders_are_plugins(folder):
    root = folder(
        {
            "single.py": HEAD
            + "@hookimpl\ndef spark_template_dirs():\n"
            + "    return [Path(__file__).parent / '_templates']\n",
            "_templates/look.json": "{}",
            "pack/__init__.py": HEAD
            + "from .inside import HERE\n"
            + "@hookimpl\ndef spark_template_dirs():\n    return [HERE]\n",
            "pack/look.json": "{}",
            "pack/inside.py": "from pathlib import Path\nHERE = Path(__file__).parent\n",
            "words/themes/noise.toml": THEME,
            ".hidden/x.toml": "",
            "__pycache__/x.pyc": "",
            "readme.txt": "",
        }
    )
    plugins = load_plugins(root)
    assert plugins.failures == ()
    assert set(local(plugins)) == {"single", "pack", "words"}
    assert local(plugins)["pack"].path == root / "pack"
    dirs = [str(path) for path in plugins.look().template_dirs]
    assert dirs[:2] == [str(root / "_templates"), str(root / "pack")]
    assert load_library(plugins).theme("noise").origin == "words"


def test_content_may_lie_in_the_plugins_folder_itself(folder):
    root = folder({"themes/noise.toml": THEME})
    plugins = load_plugins(root)
    assert set(local(plugins)) == {"plugins"}
    assert load_library(plugins).theme("noise").title == "Støj"


def test_the_environment_names_folders_too(folder, tmp_path, monkeypatch):
    root = folder({"themes/noise.toml": THEME})
    monkeypatch.setenv("SPARK_TOOLS_PLUGINS", os.pathsep.join([str(tmp_path / "no"), str(root)]))
    plugins = load_plugins()
    (failure,) = plugins.failures
    assert (failure.plugin, failure.stage) == ("no", "find")
    assert "there is no folder" in failure.error
    assert load_library(plugins).theme("noise")


def test_a_folder_is_called_by_its_whole_name_wherever_it_is_seen_from(folder, monkeypatch):
    root = folder({"a.b/themes/noise.toml": THEME, "a.c/looks/quiet/look.json": "{}"})
    assert [plugin.name for plugin in load_plugins(root).loaded if not plugin.bundled] == [
        "a.b",
        "a.c",
    ]
    monkeypatch.chdir(root / "a.b")
    assert [plugin.name for plugin in load_plugins(Path()).loaded][-1] == "a.b"


def test_a_project_among_plugins_is_told_to_be_installed(folder):
    plugins = load_plugins(folder({"fishbone/pyproject.toml": ""}))
    (failure,) = plugins.failures
    assert failure.remedy == "This is a project: install it, python -m pip install FOLDER."


def test_schemas_documents_and_courses_beside_plugins_are_no_plugins(folder):
    beside = {
        "schemas/exercise.schema.json": "{}",
        "preview/noise.docx": "",
        "lindehaven/course.toml": "",
        "lindehaven/meeting-1/agenda.docx": "",
    }
    plugins = load_plugins(folder({"themes/noise.toml": THEME, **beside}))

    assert plugins.failures == ()


def test_a_folder_with_nothing_to_offer_says_what_is_missing(folder):
    plugins = load_plugins(folder({"mine/noise.toml": THEME}))
    (failure,) = plugins.failures
    assert (failure.plugin, failure.stage) == ("mine", "import")
    assert "exercises/, themes/, course_types/, looks/" in failure.error


def test_a_local_plugin_that_breaks_leaves_the_others(folder):
    root = folder({"broken.py": "1 / 0\n", "words/themes/noise.toml": THEME})
    plugins = load_plugins(root)
    assert set(local(plugins)) == {"words"}
    (failure,) = plugins.failures
    assert (failure.plugin, failure.distribution, failure.stage) == ("broken", "", "import")
    assert failure.error.startswith("ZeroDivisionError: division by zero")
    assert f"{root / 'broken.py'}:1" in failure.error


def test_a_name_that_is_taken_is_reported(folder):
    plugins = load_plugins(folder({"templates.py": ""}))
    (failure,) = plugins.failures
    assert failure.error == "spark-tools has a plugin of that name"

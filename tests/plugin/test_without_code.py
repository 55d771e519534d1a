"""A folder without Python runs no code, whatever lies in it, and reaches nothing outside it."""

from __future__ import annotations

import sys

import pytest

from spark_tools.content.library import Library
from spark_tools.content.load import load_library
from spark_tools.model import Document, Edition, Paragraph, Section, text
from spark_tools.plugin.loading import load_plugins
from spark_tools.preview.server.page import assets as page_assets
from spark_tools.render import html, markdown, pdf
from spark_tools.web.assets import make_assets
from spark_tools.web.page import page_environment
from tests.contents import THEME

LIBRARY = Library()
CODE = "raise SystemExit('this has been run')\n"
ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ document.__init__.__globals__ }}",
    "{{ words.__class__ }}",
    "{{ cycler.__init__.__globals__.os.system('true') }}",
    "{{ '%s' | attr('__class__') }}",
    "{{ '{0.__class__}'.format(document) }}",
    "{% set _ = look.update({'paper': 1}) %}",
]


@pytest.fixture
def page():
    return Document(
        edition=Edition.AGENDA,
        title="Dagsorden",
        language="da",
        sections=(Section((Paragraph(text("Ro")),)),),
        header_left="",
        header_right="",
        footer_left="",
        page_label="",
        identifier="x",
        workplace="Lindehaven",
        date=None,
    )


def test_python_among_its_files_is_not_imported(folder):
    root = folder(
        {
            "mine/themes/noise.toml": THEME,
            "mine/themes/noise.py": CODE,
            "mine/themes/__init__.py": CODE,
            "mine/exercises/conftest.py": CODE,
            "mine/setup.py": CODE,
            "mine/looks/quiet/look.json": "{}",
            "mine/looks/quiet/__init__.py": CODE,
        }
    )
    before = set(sys.modules)
    plugins = load_plugins(root)
    assert load_library(plugins).theme("noise").origin == "mine"
    assert plugins.look(name="quiet").template_dirs
    assert plugins.failures == ()
    assert {
        name for name in set(sys.modules) - before if "local" in name or "noise" in name
    } == set()


@pytest.mark.parametrize("template", ESCAPES)
@pytest.mark.parametrize("where", ["looks/quiet", "."])
def test_a_template_of_a_look_reaches_no_code(where, template, folder, page):
    files = {
        "mine/looks/quiet/look.json": "{}",
        f"mine/{where}/html/blocks/paragraph.html.j2": template,
        f"mine/{where}/markdown/blocks/paragraph.md.j2": template,
    }
    look = load_plugins(folder(files)).look(name="quiet")
    assert look.guarded
    for draw in (html.draw, markdown.draw):
        with pytest.raises(Exception, match=r"unsafe|not safely|undefined|has no attribute"):
            draw(page, look)


def test_a_look_without_code_draws_what_any_look_draws(folder, page):
    root = folder({"mine/looks/quiet/look.json": "{}"})
    quiet, usual = load_plugins(root).look(name="quiet"), load_plugins().look()
    assert not usual.guarded
    for draw in (html.draw, markdown.draw):
        assert draw(page, quiet) == draw(page, usual)


UNUSED = ["typst/document.typ", "web/search.js", "preview/preview.js"]


@pytest.mark.parametrize("file", UNUSED)
@pytest.mark.parametrize("where", ["looks/quiet/", ""])
def test_its_scripts_and_its_typst_are_not_used(where, file, folder, page):
    root = folder({"mine/looks/quiet/look.json": "{}", f"mine/{where}{file}": "#nope"})
    plugins = load_plugins(root)
    look, usual = plugins.look(name="quiet"), load_plugins().look()
    (failure,) = plugins.failures
    assert (failure.plugin, failure.stage) == ("mine", "spark_template_dirs")
    assert f"{file} is not used" in failure.error
    assert "__init__.py" in failure.remedy
    assert page_assets(look)["preview.js"] == page_assets(usual)["preview.js"]
    own, ours = (make_assets(page_environment(one), one, LIBRARY) for one in (look, usual))
    assert own["search.js"] == ours["search.js"]
    assert pdf.draw(page, look) == pdf.draw(page, usual)


def test_a_plugin_with_code_beside_it_keeps_its_own(folder):
    code = """\
from pathlib import Path
from spark_tools import hookimpl

@hookimpl
def spark_template_dirs():
    return [Path(__file__).parent]
"""
    root = folder(
        {
            "looks/quiet/look.json": "{}",
            "able/__init__.py": code,
            "able/preview/preview.js": "able",
        }
    )
    plugins = load_plugins(root)
    look = plugins.look(name="quiet")
    assert plugins.failures == ()
    assert look.guarded
    assert page_assets(look)["preview.js"].content == b"able"


def test_a_new_plugin_begins_with_the_bundled_templates_alone(folder, invoke, tmp_path):
    template = "{{ cycler.__init__.__globals__ }}<< cycler.__init__.__globals__ >>"
    root = folder({"mine/looks/quiet/look.json": "{}", "mine/project/local/README.md.j2": template})
    made = invoke("--plugins-dir", str(root), "plugins", "new", "--local", str(tmp_path / "new"))
    assert made.exit_code == 0
    assert "__globals__" not in (tmp_path / "new/README.md").read_text("utf-8")
    assert "builtins" not in (tmp_path / "new/README.md").read_text("utf-8")


@pytest.mark.parametrize(
    "link",
    [
        *("exercises/picture.svg", "themes/noise.toml", "looks/quiet/word/house.docx", "exercises"),
        *("html/blocks/paragraph.html.j2", "look.json", ".hidden/part.j2"),
    ],
)
def test_a_link_that_leads_out_is_not_followed(link, folder, tmp_path):
    secret = tmp_path / "secret"
    secret.mkdir()
    root = folder({"mine/course_types/readme.txt": ""})
    place = root / "mine" / link
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(secret)
    plugins = load_plugins(root)
    (failure,) = plugins.failures
    assert (failure.plugin, failure.stage) == ("mine", "import")
    assert failure.error == f"{place} is a link that leads out of the folder"
    assert "in place of the link" in failure.remedy


def test_a_link_within_the_folder_is_as_good_as_a_file(folder):
    root = folder({"mine/themes/noise.toml": THEME, "mine/course_types/readme.txt": ""})
    (root / "mine/themes/a.svg").symlink_to(root / "mine/course_types/readme.txt")
    assert load_plugins(root).failures == ()


@pytest.mark.parametrize("name", ["../x.svg", "/x.svg", "..\\\\x.svg", "C:x.svg", "x/y.svg"])
def test_a_picture_lies_beside_its_exercise(name, folder):
    exercise = f"""\
format = 1
revision = 1
id = "look"
title = "Øvelse"
purpose = "At prøve."
functions = ["arrive"]
participants = {{ min = 3, max = 60 }}
source = {{ status = "own", text = "Egen" }}
steps = [{{ id = "trin", title = "Trin", form = "plenary", text = "Sig noget.",
  minutes = {{ min = 5, typical = 5, max = 5 }} }}]

[[handouts]]
id = "ark"
title = "Ark"
copies = {{ per = "person", count = 1 }}
blocks = [{{ kind = "picture", svg = "{name}", alt = "Et billede", width = 50 }}]
"""
    plugins = load_plugins(folder({"mine/exercises/look.toml": exercise}))
    load_library(plugins)
    (failure,) = plugins.failures
    assert "is not an .svg file beside this one" in failure.error

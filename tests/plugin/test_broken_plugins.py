"""Broken plugins, one fault each, all there at once: each is named, and courses are still made."""

from __future__ import annotations

import json
import sys
from textwrap import dedent

import pytest
from attrs import frozen

from spark_tools.plugin.loading import load_plugins
from tests.contents import EXERCISE

HEAD = """\
from pathlib import Path
import attrs, click
from spark_tools import *
HERE = Path(__file__).parent
OWN = Source(SourceStatus.OWN, "Egen")
"""
THEME = """\
format = 1
revision = 1
id = "ID"
title = "TITLE"
summary = "Lyd"
source = { status = "own", text = "Egen" }
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">{}</svg>'
BOMB = (
    '<!DOCTYPE svg [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    + SVG.format("<text>&b;</text>")
)


@frozen
class Broken:
    """A plugin's files, and what must be said: the stage, words of the error and the remedy."""

    files: dict[str, str]
    stage: str
    error: str
    remedy: str


def module(body: str, stage: str, error: str, remedy: str, **more: str) -> Broken:
    """Give a package whose module has *body* after the usual imports."""
    others = {name.replace("__", "/"): text for name, text in more.items()}
    return Broken({"__init__.py": HEAD + dedent(body), **others}, stage, error, remedy)


def hook(signature: str, body: str, error: str, remedy: str, **more: str) -> Broken:
    """Give a package with one hook that is called and goes wrong."""
    name = signature.partition("(")[0]
    code = f"@hookimpl\ndef {signature}:\n" + "".join(
        f"    {line}\n" for line in dedent(body).strip().split("\n")
    )
    return module(code, name, error, remedy, **more)


def renderer(body: str, error: str, remedy: str) -> Broken:
    """Give a package with a renderer that is made by *body*."""
    return hook("spark_renderers()", body, error, remedy)


def content(files: dict[str, str], error: str) -> Broken:
    """Give a folder without Python with one fault in its content."""
    return Broken(files, "content", error, "spark check")


def picture(svg: str, error: str) -> Broken:
    """Give a folder with an exercise whose one picture is *svg*."""
    files = {"exercises/ID.toml": EXERCISE, "exercises/pic.svg": svg}
    return content(files, error)


LIST = "Let {} give a list of {}."
BROKEN = {
    # Found and imported
    "nothing-inside": Broken(
        {"noise.toml": ""}, "import", "neither __init__.py nor any of exercises/", "Put its files"
    ),
    "lacks-a-library": module(
        "import pandas_of_tomorrow", "import", "No module named", "Install pandas_of_tomorrow"
    ),
    "old-name": module(
        "from spark_tools import Excercise", "import", "cannot import name", "Import a name that"
    ),
    "syntax": module("def f(:\n    pass", "import", "__init__.py:6)", "Python cannot read it"),
    "tabs": module("if True:\n\tx = 1\n        y = 2", "import", "__init__.py:8)", "cannot read"),
    "exits": module("import sys\nsys.exit(3)", "import", "SystemExit: 3", "in place of sys.exit()"),
    "divides": module("1 / 0", "import", "__init__.py:6)", "let what can fail wait"),
    "goes-round": module("def f():\n    f()\nf()", "import", "RecursionError", "over and over"),
    # Registered
    "misspelt": module(
        "@hookimpl\ndef spark_exercise():\n    return []",
        "register",
        'no hook "spark_exercise" (did you mean "spark_exercises"?)',
        "spark_configure, spark_content_dirs",
    ),
    "unmarked": module(
        "def spark_exercises():\n    return []", "register", "not marked", "Write @hookimpl"
    ),
    "other-argument": module(
        "@hookimpl\ndef spark_check_plan(paln):\n    return []",
        "register",
        'no argument "paln" (did you mean "plan"?)',
        "by these names: plan",
    ),
    "too-many-arguments": module(
        "@hookimpl\ndef spark_exercises(library):\n    return []",
        "register",
        'no argument "library"',
        "spark_exercises has none",
    ),
    "default-value": module(
        "@hookimpl\ndef spark_handouts(exercise, meeting=None):\n    return []",
        "register",
        'never gets "meeting"',
        'Write "meeting" without its default',
    ),
    "any-arguments": module(
        "@hookimpl\ndef spark_handouts(**kwargs):\n    return []",
        "register",
        'gets its arguments by name, and has "**kwargs"',
        "exercise, meeting, plan",
    ),
    "async": module(
        "@hookimpl\nasync def spark_exercises():\n    return []",
        "register",
        "is async",
        "Write def in place of async def",
    ),
    "never-yields": module(
        "@hookimpl(wrapper=True)\ndef spark_compose_plan(brief):\n    return None",
        "register",
        "never yields",
        "plan = yield",
    ),
    "templates": module("", "register", "has a plugin of that name", "another name"),
    "configured-wrong": module(
        "@hookimpl\ndef spark_configure(settings):\n    settings.colour",
        "configure",
        "no attribute 'colour'",
        "settings has language and strict",
    ),
    # What hooks give
    "raises": hook(
        "spark_exercises()",
        "raise ValueError('no paper')",
        "ValueError: no paper",
        "Correct spark_exercises in raises",
    ),
    "exits-later": hook("spark_themes()", "raise SystemExit", "SystemExit", "sys.exit()"),
    "gives-words": hook(
        "spark_exercises()",
        "return 'a'",
        "gave 'a', not list",
        LIST.format("spark_exercises", "Exercise"),
    ),
    "gives-nothing": hook(
        "spark_themes()", "pass", "gave None, not list", LIST.format("spark_themes", "Theme")
    ),
    "gives-strings": hook(
        "spark_content_dirs()",
        "return [str(HERE)]",
        "not Path",
        LIST.format("spark_content_dirs", "Path"),
    ),
    "breaks-off": hook(
        "spark_course_types()",
        "yield from ()\n1 / 0",
        "ZeroDivisionError",
        "Correct spark_course_types",
    ),
    "never-ends": hook(
        "spark_themes()",
        "while True:\n    yield Theme('a', 'A', 'A', OWN)",
        "more than 10000 things",
        "a list that ends",
    ),
    "wrong-field": hook(
        "spark_themes()",
        "return [Theme('wind', 'Vind', 'Træk', 'Egen')]",
        "Theme.source is 'Egen', not Source",
        "a value of its type",
    ),
    "no-content": hook(
        "spark_content_dirs()",
        "return [HERE / 'contents']",
        "there is no folder",
        "Path(__file__).parent",
    ),
    "elsewhere": hook(
        "spark_content_dirs()",
        "return [HERE.parents[1]]",
        "outside the plugin's own folder",
        "Path(__file__).parent",
    ),
    "no-templates": hook(
        "spark_template_dirs()", "return [HERE]", "nothing to draw with", "Put templates in html/"
    ),
    "bad-finding": hook(
        "spark_check_plan(plan)",
        "yield Finding('x', 'note', text='Støj')",
        "Finding.severity is 'note', not Severity",
        "of its type",
    ),
    "raises-findings": hook(
        "spark_check_plan(plan)", "plan.colour", "no attribute 'colour'", "Correct spark_check_plan"
    ),
    # Composing
    "rubbish-plan": module(
        "@hookimpl\ndef spark_compose_plan(brief):\n    return 'a plan'",
        "spark_compose_plan",
        "gave 'a plan', not SessionPlan",
        "Correct the hook",
    ),
    "lost-plan": module(
        "@hookimpl(wrapper=True)\ndef spark_compose_plan(brief):\n    yield",
        "spark_compose_plan",
        "gave None, not SessionPlan",
        "plan = yield",
    ),
    "half-a-plan": module(
        "@hookimpl(wrapper=True)\ndef spark_compose_plan(brief):\n"
        "    plan = yield\n    return attrs.evolve(plan, meetings=[*plan.meetings])",
        "spark_compose_plan",
        "SessionPlan.meetings is [",
        "Correct the hook",
    ),
    "exits-composing": module(
        "@hookimpl(wrapper=True)\ndef spark_compose_plan(brief):\n"
        "    raise SystemExit(1)\n    yield",
        "spark_compose_plan",
        "SystemExit: 1",
        "sys.exit()",
    ),
    # Commands
    "nameless-command": hook(
        "spark_commands()", "return [click.Command(None)]", "has no name", "Name the command"
    ),
    "shadows-plan": hook(
        "spark_commands()",
        "return [click.Command('plan')]",
        '"plan" is also in spark-tools',
        "something else",
    ),
    "z-bill-again": hook(
        "spark_commands()",
        "return [click.Command('bill')]",
        '"bill" is also in nobodys-fault',
        "something else",
    ),
    "function-command": hook(
        "spark_commands()",
        "return [print]",
        "not Command",
        LIST.format("spark_commands", "Command"),
    ),
    # Drawing
    "docx-again": renderer(
        "return [DocumentRenderer('docx', 'docx', 'Word', lambda document, look: b'')]",
        '"docx" is also in renderers',
        "something else",
    ),
    "same-ending": renderer(
        "return [DocumentRenderer('word', 'docx', 'Word', lambda document, look: b'')]",
        '".docx" is also in renderers',
        "something else",
    ),
    "leads-out": renderer(
        "return [DocumentRenderer('up', '../up', 'Up', lambda document, look: b'')]",
        '"../up" cannot be',
        "small letters and digits",
    ),
    "leads-out-again": renderer(
        "return [MeetingRenderer('up', 'up', 'Up', '../../up', lambda order, look: b'')]",
        '"../../up" cannot be',
        "no ending",
    ),
    "raises-meetings": renderer(
        "return [MeetingRenderer('ppt', 'ppt', 'P', 'slides', lambda order, look: 1 / 0)]",
        "ZeroDivisionError",
        "draw gives bytes",
    ),
    "draws-nothing": renderer(
        "return [DocumentRenderer('nil', 'nil', 'Nothing', None)]",
        "DocumentRenderer.draw is None, not function",
        "of its type",
    ),
    "raises-drawing": renderer(
        "return [DocumentRenderer('raw', 'raw', 'Raw', lambda document, look: document.colour)]",
        "no attribute 'colour'",
        "draw gives bytes",
    ),
    "draws-words": renderer(
        "return [DocumentRenderer('txt', 'txt', 'Text', lambda document, look: 'words')]",
        "drew str, not bytes",
        "draw gives bytes",
    ),
    "draws-few": renderer(
        "return [DocumentRenderer('few', 'few', 'Few', print,"
        " draw_many=lambda documents, look: iter([b'one']))]",
        "drew NoneType, not bytes",
        "draw gives bytes",
    ),
    "raises-plans": renderer(
        "return [PlanRenderer('xls', 'xls', 'Sheet', lambda plan, look: plan.colour)]",
        "no attribute 'colour'",
        "draw gives bytes",
    ),
    "raises-missing": renderer(
        "return [DocumentRenderer('odt', 'odt', 'Open', print, lambda look: look.colour)]",
        "no attribute 'colour'",
        "draw gives bytes",
    ),
    "misses-nothing": renderer(
        "return [DocumentRenderer('rtf', 'rtf', 'Rich', print, lambda look: None)]",
        "gave None, not str",
        "Let missing give words",
    ),
    "bad-filters": hook(
        "spark_jinja(environment)",
        "environment.filters[{}] = 1",
        "TypeError: unhashable",
        "Correct what spark_jinja adds",
    ),
    "bad-filter": hook(
        "spark_jinja(environment)",
        "def words(value):\n    return value.colour\nenvironment.filters['kind'] = words",
        "no attribute 'colour'",
        "Correct what spark_jinja adds",
    ),
    "bad-template": hook(
        "spark_template_dirs()",
        "return [HERE / 'templates']",
        "document.html.j2:1)",
        "Correct the template",
        templates__html__document_html_j2="{% if %}",
    ),
    "unknown-name": hook(
        "spark_template_dirs()",
        "return [HERE / 'templates']",
        "paragraph.md.j2:1)",
        "Correct the template",
        templates__markdown__blocks__paragraph_md_j2="{{ nothing_of_the_kind }}",
    ),
    "bad-typst": hook(
        "spark_template_dirs()",
        "return [HERE / 'templates']",
        "typst/part.typ:2)",
        "Correct the template",
        templates__typst__document_typ='#import "part.typ"',
        templates__typst__part_typ="\n#nope",
    ),
    "typst-without-code": Broken(
        {"looks/quiet/look_json": "{}", "typst/document_typ": "#nope"},
        "spark_template_dirs",
        "typst/document.typ is not used",
        "__init__.py",
    ),
    "bad-look": hook(
        "spark_template_dirs()",
        "return [HERE / 'templates']",
        "this is not JSON",
        "Correct",
        templates__look_json="{",
    ),
    "raises-handouts": hook(
        "spark_handouts(exercise)",
        "return exercise.colour",
        "no attribute 'colour'",
        "Correct spark_handouts",
    ),
    "cannot-be-drawn": hook(
        "spark_handouts(exercise)",
        "return [Handout('sheet', 'Ark', Copies(Per.PERSON, 1),"
        " (Picture('<svg', 'Et billede', 50),))]",
        "root node",
        "Correct spark_handouts",
    ),
    # Content
    "toml-syntax": content({"themes/ID.toml": "format = \n"}, ".toml:1: this is not a value"),
    "unknown-key": content({"themes/ID.toml": THEME + "colour = 1\n"}, 'no key "colour"'),
    "unknown-theme": content(
        {
            "exercises/ID.toml": EXERCISE.partition("[[handouts]]")[0].replace(
                "functions", 'themes = ["larm"]\nfunctions'
            )
        },
        'no theme with the id "larm"',
    ),
    "wrong-folder": content({"exercises/x.txt": "", "exersises/ID.toml": THEME}, "is none of"),
    "loose-file": content({"themes/x.txt": "", "ID.toml": THEME}, "the file belongs in"),
    "newer-format": content(
        {"themes/ID.toml": THEME.replace("format = 1", "format = 7")}, "from a newer spark-tools"
    ),
    "known-id": content(
        {"themes/cooperation.toml": THEME.replace("ID", "cooperation")}, "more than once"
    ),
    "outside-picture": picture(
        SVG.format('<image href="https://example.org/x.png"/>'), "cannot refer to https"
    ),
    "bomb": picture(BOMB, "no DOCTYPE"),
    "scripted": picture(SVG.format("<script>alert(1)</script>"), "<script> is not supported"),
    "endless-loop": picture(
        SVG.format("{% for n in range(999999999) %}x{% endfor %}"), "the picture cannot be drawn"
    ),
    "huge-picture": picture(
        SVG.format(
            "{% for n in range(9999) %}{% for m in range(9999) %}xxxxxxxx{% endfor %}{% endfor %}"
        ),
        "the picture cannot be drawn",
    ),
    "reaches-inside": picture(
        SVG.format("{{ workplace.name.__class__.__mro__ }}"), "cannot use __mro__"
    ),
    "stale-name": content(
        {"exercises/ID.toml": EXERCISE.replace("pic.svg", "../pic.svg")}, "is not an .svg file"
    ),
}
FINE = {
    "nobodys-fault/__init__.py": HEAD
    + "@hookimpl\ndef spark_commands():\n    return [click.Command('bill')]\n"
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """Write all of them, and one plugin without a fault, into one folder."""
    root = tmp_path_factory.mktemp("broken")
    for name, plugin in BROKEN.items():
        for path, text in plugin.files.items():
            written = text
            if "ID" in path or "ID" in text:
                path, written = path.replace("ID", name), text.replace("ID", name)
            file = (
                root
                / name
                / path.replace("_html_j2", ".html.j2")
                .replace("_md_j2", ".md.j2")
                .replace("_typ", ".typ")
                .replace("look_json", "look.json")
            )
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(written.replace("TITLE", name), encoding="utf-8")
    for path, text in FINE.items():
        (root / path).parent.mkdir()
        (root / path).write_text(text)
    yield root
    for name in [name for name in sys.modules if name.startswith("spark_tools_local_")]:
        del sys.modules[name]


@pytest.fixture(scope="module")
def shown(broken, invoke):
    """Give what ``spark plugins`` says, as data and as text."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LANG", "en")
        result = invoke("--plugins-dir", str(broken), "plugins", "--json", "--verbose")
    assert result.exit_code == 0
    return json.loads(result.stdout)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plugin_is_named_with_its_stage_and_its_remedy(name, shown):
    expected = BROKEN[name]
    (failure,) = [each for each in shown["failures"] if each["plugin"] == name]
    assert failure["stage"] == expected.stage
    assert expected.error in failure["error"]
    assert expected.remedy in failure["remedy"]


def test_nobody_else_is_blamed(shown):
    assert {each["plugin"] for each in shown["failures"]} == set(BROKEN)
    assert "nobodys-fault" in {each["plugin"] for each in shown["loaded"]}


def test_it_says_so_in_words_too(broken, invoke, monkeypatch):
    monkeypatch.setenv("SPARK_LANG", "en")
    said = invoke("--plugins-dir", str(broken), "plugins").stdout
    assert "\nlacks-a-library · import\n    ModuleNotFoundError: No module named" in said
    assert "\n    Install pandas_of_tomorrow in the same environment" in said
    monkeypatch.setenv("SPARK_LANG", "da")
    said = invoke("--plugins-dir", str(broken), "plugins").stdout
    assert "\n    Installér pandas_of_tomorrow i det samme miljø" in said


COURSE = (
    *("plan", "--course-type", "individual", "--theme", "samarbejde"),
    *("--workplace", "Lindehaven", "--participants", "5"),
)


@pytest.fixture(scope="module")
def usual(invoke, tmp_path_factory):
    """Give the files of a course with the bundled plugins alone."""
    folder = tmp_path_factory.mktemp("usual")
    assert invoke(*COURSE, "--format", "docx,html,md,pdf", "-o", str(folder)).exit_code == 0
    return files(folder)


def files(folder):
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in (".json", ".toml")
    }


def test_the_course_is_the_same_with_all_of_them_as_with_none(broken, usual, invoke, tmp_path):
    words = (
        "--plugins-dir",
        str(broken),
        *COURSE,
        "--format",
        "docx,html,md,pdf",
        "-o",
        str(tmp_path),
    )
    result = invoke(*words)
    assert result.exit_code == 0
    assert "raises-handouts" in result.stderr
    assert "Traceback" not in result.stderr
    drawn = files(tmp_path)
    assert {path: drawn[path] for path in usual} == usual


COMPOSING = [name for name, each in BROKEN.items() if each.stage == "spark_compose_plan"]


@pytest.mark.parametrize("name", COMPOSING)
def test_a_course_can_be_planned_with_one_alone(name, broken, invoke, tmp_path, monkeypatch):
    alone = tmp_path / "plugins"
    alone.mkdir()
    (alone / name).symlink_to(broken / name)
    result = invoke("--plugins-dir", str(alone), *COURSE, "--dry-run")
    assert result.exit_code == 0
    assert "Check ind" in result.stdout


def test_ctrl_c_is_no_fault_of_a_plugin_but_names_it(folder, invoke, monkeypatch):
    monkeypatch.setenv("SPARK_LANG", "en")
    root = folder({"slow.py": "raise KeyboardInterrupt\n"})
    with pytest.raises(KeyboardInterrupt):
        load_plugins(root)
    result = invoke("--plugins-dir", str(root), "list", "themes")
    assert result.exit_code == 1
    assert result.stderr == "slow was being loaded\n\nAborted!\n"

"""One broken plugin is named, with its distribution, stage and error; the others work on."""

import sys
from pathlib import Path

import pytest
from attrs import evolve

from spark_tools.content.load import load_library
from spark_tools.model import Fault, FaultError, Finding, Severity
from spark_tools.plugin.failure import PluginError
from spark_tools.plugin.loading import load_plugins
from spark_tools.plugin.rehearsal import rehearse
from tests.contents import THEME

HEAD = "from spark_tools.plugin import hookimpl\nfrom pathlib import Path\n"
GOOD = HEAD + "@hookimpl\ndef spark_template_dirs():\n    return [Path(__file__).parent / 'mine']\n"
RAISES = HEAD + "@hookimpl\ndef spark_template_dirs():\n    raise ValueError('no paper')\n"


def test_the_bundled_plugins_load_first_and_work():
    plugins = load_plugins()
    assert plugins.failures == ()
    assert plugins.loaded[0].distribution == "spark-tools"
    names = {plugin.name for plugin in plugins.loaded if plugin.bundled}
    assert {"templates", "spark-programme", "try-out-actions", "composer"} <= names


def test_an_installed_plugin_is_found_and_its_templates_come_before_the_bundled(install, mine):
    install("fine-things", GOOD)
    plugins = load_plugins()
    (fine,) = [plugin for plugin in plugins.loaded if plugin.name == "fine-things"]
    assert (fine.distribution, fine.version, fine.kind) == ("fine-things", "1.0", "entry point")
    assert fine.path.name == "fine_things.py"
    dirs = plugins.look([Path("/yours")]).template_dirs
    assert dirs[:2] == (Path("/yours"), mine)
    assert dirs[-1].name == "spark_tools_templates"


BROKEN = [
    ("raise RuntimeError('half a plugin')", "import", "RuntimeError: half a plugin"),
    ("import nothing_of_the_kind", "import", "No module named 'nothing_of_the_kind'"),
    ("raise SystemExit(3)", "import", "SystemExit: 3"),
    ("def f(:", "import", "SyntaxError"),
    (
        HEAD + "@hookimpl\ndef spark_exercise():\n    return []\n",
        "register",
        'there is no hook "spark_exercise" (did you mean "spark_exercises"?)',
    ),
    (
        HEAD + "@hookimpl\ndef spark_check_plan(paln):\n    return []\n",
        "register",
        'spark_check_plan has no argument "paln" (did you mean "plan"?)',
    ),
    (
        "def spark_exercises():\n    return []\n",
        "register",
        "spark_exercises is not marked with @hookimpl",
    ),
    (
        HEAD + "@hookimpl\ndef spark_configure(settings):\n    settings.colour\n",
        "configure",
        "has no attribute 'colour'",
    ),
]


@pytest.mark.parametrize(("source", "stage", "words"), BROKEN)
def test_a_plugin_that_cannot_be_loaded_is_named_and_left_out(
    source, stage, words, install, failures, mine
):
    install("broken-things", source)
    install("fine-things", GOOD)
    plugins, found = failures()
    failure = found.pop("broken-things")
    assert (failure.distribution, failure.stage) == ("broken-things", stage)
    assert words in failure.error
    assert str(failure).startswith(f"broken-things (broken-things), {stage}: ")
    assert found == {}
    assert "broken-things" not in {plugin.name for plugin in plugins.loaded}
    assert mine in plugins.look().template_dirs


WRONG_ANSWERS = [
    ("raise ValueError('no paper')", "ValueError: no paper"),
    ("yield Path('/a')\n    1 / 0", "ZeroDivisionError"),
    ("return 'a'", "gave 'a', not list"),
    ("return 3", "gave 3, not list"),
    ("return ['a']", "gave 'a', not Path"),
]


@pytest.mark.parametrize(("body", "words"), WRONG_ANSWERS)
def test_a_hook_that_fails_is_named_and_the_others_are_asked(body, words, install, mine):
    install("a-broken", HEAD + f"@hookimpl\ndef spark_template_dirs():\n    {body}\n")
    install("b-fine", GOOD)
    plugins = load_plugins()
    assert plugins.failures == ()
    assert mine in [path for _, path in plugins.gather("spark_template_dirs")]
    (failure,) = plugins.failures
    assert (failure.plugin, failure.stage) == ("a-broken", "spark_template_dirs")
    assert words in failure.error


def test_a_failure_that_comes_again_is_told_once(install):
    install("a-broken", RAISES)
    plugins = load_plugins()
    plugins.look()
    plugins.look()
    assert len(plugins.failures) == 1


def test_an_error_says_which_line_of_the_plugin_raised_it(install):
    install("a-broken", RAISES)
    plugins = load_plugins()
    plugins.look()
    assert "a_broken.py:5)" in plugins.failures[0].error


@pytest.mark.parametrize("by", ["argument", "environment"])
def test_strict_mode_raises_in_place_of_going_on(by, install, monkeypatch):
    install("broken-things", "1 / 0")
    if by == "environment":
        monkeypatch.setenv("SPARK_TOOLS_STRICT", "1")
    with pytest.raises(PluginError) as caught:
        load_plugins(strict=True if by == "argument" else None)
    assert caught.value.failure.plugin == "broken-things"


def test_plugins_and_whole_distributions_can_be_switched_off(install, monkeypatch):
    install("broken-things", "1 / 0")
    monkeypatch.setenv("SPARK_TOOLS_BLOCK", "broken-things,templates")
    plugins = load_plugins()
    assert plugins.failures == ()
    assert "templates" not in {plugin.name for plugin in plugins.loaded}


def test_settings_reach_every_plugin(install):
    install(
        "told",
        HEAD
        + "@hookimpl\ndef spark_configure(settings):\n    global language\n"
        + "    language = settings.language\n",
    )
    load_plugins(language="da")
    assert sys.modules["told"].language == "da"


def test_a_mistake_in_jinja_is_the_plugins_own(install):
    import jinja2

    source = "@hookimpl\ndef spark_jinja(environment):\n    environment.filters[{}] = 1\n"
    install("a-broken", HEAD + source)
    install(
        "b-fine",
        HEAD
        + "@hookimpl\ndef spark_jinja(environment):\n    environment.globals['bright'] = True\n",
    )
    plugins, environment = load_plugins(), jinja2.Environment()
    for extend in plugins.look().jinja:
        extend(environment)
    assert environment.globals["bright"]
    assert [failure.plugin for failure in plugins.failures] == ["a-broken"]


def test_two_renderers_of_one_format_name_both_plugins(install):
    source = (
        "from spark_tools.model import DocumentRenderer\n"
        "@hookimpl\ndef spark_renderers():\n"
        "    return [DocumentRenderer('txt', 'txt', __name__, print)]\n"
    )
    install("a-text", HEAD + source)
    install("b-text", HEAD + source)
    plugins = load_plugins()
    assert plugins.renderers()["txt"].title == "a_text"
    (failure,) = plugins.failures
    assert (failure.plugin, failure.error) == ("b-text", '"txt" is also in a-text')


def test_a_plugins_command_is_found_by_its_name(install):
    source = "import click\n@hookimpl\ndef spark_commands():\n    return [click.Command('bill')]\n"
    install("bills", HEAD + source)
    assert load_plugins().commands()["bill"].name == "bill"


def test_a_command_that_is_none_is_a_failure_and_no_crash(install):
    install("bills", HEAD + "@hookimpl\ndef spark_commands():\n    return [object()]\n")
    plugins = load_plugins()
    assert plugins.commands() == {}
    (failure,) = plugins.failures
    assert (failure.plugin, failure.stage) == ("bills", "spark_commands")
    assert failure.error.startswith("gave <object object at")
    assert failure.error.endswith("not Command")


def test_handouts_and_findings_come_from_every_plugin_that_can(install, plan):
    install(
        "notes",
        HEAD
        + "from spark_tools.model import Finding, Severity\n"
        + "@hookimpl\ndef spark_check_plan(plan):\n"
        + "    yield Finding('late', Severity.NOTE, text='Sent')\n"
        + "@hookimpl\ndef spark_handouts(exercise):\n    raise OSError('no sheet')\n",
    )
    plugins = load_plugins()
    late = Finding("late", Severity.NOTE, text="Sent")
    assert late in plugins.findings(plan)
    assert plugins.handouts(None) == ()
    assert [failure.stage for failure in plugins.failures] == ["spark_handouts"]


def wrapper(body):
    return (
        HEAD
        + "import attrs\n"
        + "@hookimpl(wrapper=True)\n"
        + f"def spark_compose_plan(brief):\n    {body}\n"
    )


@pytest.fixture
def composer(monkeypatch, plan):
    """Stand in for the bundled composer: a plan that bears the brief's wish as its id."""
    from spark_tools.plugin import hookimpl, loading
    from spark_tools.plugin.candidate import Candidate, LoadedPlugin

    class Composer:
        @hookimpl(trylast=True)
        def spark_compose_plan(self, brief):
            if brief.wish == "too much":
                raise FaultError([Fault("does not fit")])
            if brief.wish == "bug":
                raise ArithmeticError("bundled")
            return evolve(plan, id=brief.wish)

    bundled = Candidate(LoadedPlugin("composer", "spark-tools", "1"), Composer)
    installed = loading.installed_plugins
    monkeypatch.setattr(
        loading,
        "installed_plugins",
        lambda: [bundled, *(one for one in installed() if not one.identity.bundled)],
    )


@pytest.fixture
def plan(brief):
    from spark_tools.model import CourseType, GroupSize, SessionPlan, Source, SourceStatus

    own = Source(SourceStatus.OWN, "Egen")
    kind = CourseType("individual", "Forløb", "Et", (), GroupSize(3, 9), own)
    return SessionPlan("id", brief, kind, (), ())


@pytest.fixture
def brief():
    from spark_tools.model import Brief

    return Brief("Kløverskolen", "individual", ("cooperation",), 5, wish="plain")


@pytest.mark.usefixtures("composer")
def test_a_wrapper_changes_the_plan_on_its_way_out(install, brief):
    install("renames", wrapper("plan = yield\n    return attrs.evolve(plan, id='renamed')"))
    assert load_plugins().compose(brief, None).id == "renamed"


@pytest.mark.usefixtures("composer")
@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("yield\n    raise ValueError('after')", "ValueError: after"),
        ("raise ValueError('before')\n    yield", "ValueError: before"),
        ("yield", "gave None, not SessionPlan"),
        ("plan = yield\n    return plan.colour", "no attribute 'colour'"),
    ],
)
def test_planning_goes_on_without_a_wrapper_that_breaks(body, words, install, brief):
    install("a-renames", wrapper("plan = yield\n    return attrs.evolve(plan, id='renamed')"))
    install("b-broken", wrapper(body))
    plugins = load_plugins()
    assert plugins.compose(brief, None).id == "renamed"
    (failure,) = plugins.failures
    assert (failure.plugin, failure.stage) == ("b-broken", "spark_compose_plan")
    assert words in failure.error


@pytest.mark.usefixtures("composer")
def test_a_brief_that_does_not_fit_is_no_plugins_fault(install, brief):
    install("a-renames", wrapper("return (yield)"))
    plugins = load_plugins()
    with pytest.raises(FaultError, match="does not fit"):
        plugins.compose(evolve(brief, wish="too much"), None)
    with pytest.raises(ArithmeticError, match="bundled"):
        plugins.compose(evolve(brief, wish="bug"), None)
    assert plugins.failures == ()


def test_without_anyone_to_compose_there_is_no_plan(brief, monkeypatch):
    monkeypatch.setenv("SPARK_TOOLS_BLOCK", "composer")
    with pytest.raises(FaultError, match="no plugin that can compose"):
        load_plugins().compose(brief, None)


def test_a_rehearsal_names_what_would_break_later(install):
    install(
        "a-broken",
        HEAD
        + "@hookimpl\ndef spark_check_plan(plan):\n    raise ValueError('check')\n"
        + "@hookimpl\ndef spark_handouts(exercise):\n    raise ValueError('sheet')\n"
        + "@hookimpl\ndef spark_commands():\n    raise ValueError('command')\n"
        + "@hookimpl\ndef spark_jinja(environment):\n    raise ValueError('jinja')\n"
        + "@hookimpl(wrapper=True)\ndef spark_compose_plan(brief):\n"
        + "    yield\n    raise ValueError('plan')\n",
    )
    plugins = load_plugins()
    rehearse(plugins, load_library(plugins))
    assert sorted(failure.stage for failure in plugins.failures) == [
        "spark_check_plan",
        "spark_commands",
        "spark_compose_plan",
        "spark_handouts",
        "spark_jinja",
    ]


NOISE = (
    HEAD
    + "from spark_tools.model import Theme, Source, SourceStatus\n"
    + "@hookimpl\ndef spark_themes():\n"
    + "    return [Theme('noise', __name__, 'Lyd', Source(SourceStatus.OWN, 'Egen'))]\n"
)


def test_an_id_that_two_distributions_have_names_them_both(install):
    install("a-noise", NOISE)
    install("b-noise", NOISE)
    plugins = load_plugins()
    library = load_library(plugins)
    assert library.theme("noise").title == "a_noise"
    assert library.theme("noise").origin == "a-noise"
    (failure,) = plugins.failures
    assert failure.plugin == "b-noise"
    assert "a-noise (a-noise), b-noise (b-noise)" in failure.error


def test_a_toml_folder_with_faults_is_named_and_the_library_still_made(folder):
    root = folder(
        {
            "mine/themes/noise.toml": THEME,
            "mine/themes/smell.toml": THEME.replace("noise", "smell").replace("Lyd", ""),
        }
    )
    plugins = load_plugins(root)
    library = load_library(plugins)
    assert library.theme("noise").origin == "mine"
    assert library.theme("cooperation")
    (failure,) = plugins.failures
    assert (failure.plugin, failure.stage) == ("mine", "content")
    assert failure.error == f"{root / 'mine/themes/smell.toml'}:5: this text is empty"

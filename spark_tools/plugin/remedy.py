"""What would be right: one sentence for whoever wrote the plugin that broke."""

from __future__ import annotations

from spark_tools.model import FaultError
from spark_tools.plugin.failure import BadPluginError
from spark_tools.plugin.wording import say


def remedy_for(plugin: str, stage: str, cause: BaseException | None) -> str:
    """Give the remedy for what *cause* broke in *plugin* at *stage*."""
    if isinstance(cause, BadPluginError):
        return cause.remedy
    if stage == "find":
        return say("Name a folder that is there, in --plugins-dir or SPARK_TOOLS_PLUGINS.")
    if stage == "content":
        return say('Correct the file; "spark check FOLDER" reads it again, all of it.')
    if isinstance(cause, SyntaxError):
        return say("Correct the line named; Python cannot read it as it stands.")
    if isinstance(cause, SystemExit):
        return say("Raise an error in place of sys.exit(): a plugin cannot end the program.")
    if isinstance(cause, RecursionError):
        return say("Let the function named end: it calls itself over and over.")
    if isinstance(cause, ModuleNotFoundError) and cause.name:
        return say(
            "Install {module} in the same environment, and list it under dependencies in the "
            "plugin's pyproject.toml; or correct the name.",
            module=cause.name,
        )
    if isinstance(cause, ImportError):
        return say("Import a name that the module has in the version that is installed.")
    if isinstance(cause, FaultError):
        return say("Correct what is said to be wrong.")
    return _by_stage(plugin, stage)


def no_plan() -> str:
    """Give the remedy for a composing hook that raised, or gave no sound plan."""
    return say('Correct the hook; "plan = yield" gives a wrapper a plan to give back.')


def _by_stage(plugin: str, stage: str) -> str:
    match stage:
        case "import":
            return say("Correct the line named; let what can fail wait until a hook is called.")
        case "configure":
            return say("Correct spark_configure: settings has language and strict, nothing else.")
        case "spark_compose_plan":
            return no_plan()
        case "spark_renderers":
            return say("Correct the renderer: draw gives bytes for every document and look.")
        case "spark_template_dirs":
            return say('Correct the template; "default:" and its name stands for the bundled one.')
        case "spark_jinja":
            return say("Correct what spark_jinja adds; a filter gives back what it can print.")
        case _:
            return say("Correct {hook} in {plugin}, so that it raises nothing.", hook=stage,
                       plugin=plugin)  # fmt: skip

"""Composing with plugins, and without those that break."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from spark_tools.model import FaultError, SessionPlan

HOOK = "spark_compose_plan"

Ask = Callable[[Collection[str]], SessionPlan]
"""Composes a plan without the plugins of these names."""


def compose_without_the_broken(
    ask: Ask,
    composing: Sequence[str],
    bundled: Collection[str],
    broke: Callable[[str, str, BaseException], None],
) -> SessionPlan | None:
    """Give what *ask* composes, without the plugins that break; None where nobody is left.

    *composing* are the plugins that have a part in it, in their order; one that *broke* is told.

    Raises:
        FaultError: the brief does not fit.
        Exception: whatever the bundled composer raises.
    """
    left_out: list[str] = []
    while rest := [name for name in composing if name not in left_out]:
        try:
            return ask(left_out)
        except FaultError:
            raise
        except (Exception, SystemExit) as error:
            others = [name for name in rest if name not in bundled]
            if not others:
                raise
            if len(others) < len(rest):
                ask([*left_out, *others])  # what breaks now is no plugin's fault
            guilty = dict(_guilty_alone(ask, others, left_out)) or {others[-1]: error}
            for name, why in guilty.items():
                broke(name, HOOK, why)
                left_out.append(name)
    return None


def _guilty_alone(
    ask: Ask, others: Sequence[str], left_out: Sequence[str]
) -> Iterator[tuple[str, BaseException]]:
    for name in others:
        try:
            ask([*left_out, *(other for other in others if other != name)])
        except FaultError:
            continue
        except (Exception, SystemExit) as error:
            yield name, error

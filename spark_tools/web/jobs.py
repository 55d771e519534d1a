"""Jobs: pieces of heavy work that a worker process does and can be stopped in."""

from __future__ import annotations

from typing import Protocol, TypeVar

from spark_tools.web.toolbox import Toolbox

Result = TypeVar("Result", covariant=True)


class Job(Protocol[Result]):
    """A piece of work; it and its result are picklable.

    A `FaultError` that it raises reaches the one who asked; anything else is a failure.
    """

    def run(self, toolbox: Toolbox, /) -> Result:
        """Do the work."""

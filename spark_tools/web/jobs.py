"""Jobs: pieces of heavy work, done where they can be bounded and stopped."""

from __future__ import annotations

from typing import Protocol, TypeVar

from spark_tools.web.toolbox import Toolbox

Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)


class Job(Protocol[Result_co]):
    """A piece of work; it and its result can be pickled.

    A `FaultError` that it raises reaches the one who asked; anything else is a failure.
    """

    def run(self, toolbox: Toolbox, /) -> Result_co:
        """Do the work."""


class Workshop(Protocol):
    """Where jobs are done."""

    def do(self, job: Job[Result]) -> Result:
        """Do *job*, with messages in the language spoken here.

        Raises:
            FaultError: what was asked for cannot be had.
            WorkshopError: it was not done.
        """

    def close(self) -> None:
        """Stop; what is being done is given up."""


class WorkshopError(Exception):
    """A job was not done; the message is for the log and holds nothing of the job's."""


class OverloadError(WorkshopError):
    """There is too much to do just now; later it may go."""


class TooManyError(WorkshopError):
    """One client waits for too many jobs."""


class TooSlowError(WorkshopError):
    """The job took longer than any may."""


class FailureError(WorkshopError):
    """The job broke, or brought its worker down."""


class OnTheSpot:
    """A workshop without workers: jobs are done where they are asked for, one after the other."""

    def __init__(self, toolbox: Toolbox) -> None:
        self._toolbox = toolbox

    def do(self, job: Job[Result]) -> Result:
        """Do *job* here and now; else as in `Workshop`."""
        from spark_tools.model import FaultError

        try:
            return job.run(self._toolbox)
        except FaultError:
            raise
        except Exception as error:
            raise FailureError(trace(error)) from None

    def close(self) -> None:
        """Do nothing: there is nothing to stop."""


def trace(error: BaseException) -> str:
    """Tell where *error* came from, without its words: they may hold what a user sent."""
    from traceback import extract_tb

    places = (f"{frame.filename}:{frame.lineno}" for frame in extract_tb(error.__traceback__))
    return " < ".join((type(error).__name__, *reversed(tuple(places))))
